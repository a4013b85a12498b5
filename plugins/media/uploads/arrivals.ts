// Files on their way in: chunks are appended to one file each, and only in order, so that what is
// there is always the beginning of the whole.
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { mediaProblem } from '../problems.ts'

type Arrival = { folder: string; name: string }

const fileOf = ({ folder, name }: Arrival): string => path.join(folder, `${name}.part`)
const posterOf = ({ folder, name }: Arrival): string => path.join(folder, `${name}.poster`)

export const arrivedFile = fileOf
export const arrivedPoster = posterOf

/** Bytes that have arrived; 0 when none have. */
export const arrivedBytes = async (arrival: Arrival): Promise<number> =>
  (await stat(fileOf(arrival)).catch(() => null))?.size ?? 0

export const hasPoster = async (arrival: Arrival): Promise<boolean> =>
  (await stat(posterOf(arrival)).catch(() => null)) !== null

/** One write at a time for each file; a second would mix its bytes in. */
const writing = new Set<string>()

/**
 * Appends a chunk, streamed.
 *
 * @param start Where the chunk begins; has to be what has arrived so far.
 * @param length Bytes that it has to have.
 * @returns what has arrived now.
 * @throws `chunk_misplaced` with what has arrived in its data, so that the sender goes on from there.
 */
export const append = async ({
  body,
  length,
  start,
  ...arrival
}: Arrival & {
  body: ReadableStream<Uint8Array>
  start: number
  length: number
}): Promise<number> => {
  const file = fileOf(arrival)
  const received = await arrivedBytes(arrival)
  if (received !== start || writing.has(file)) {
    throw misplaced(received)
  }
  writing.add(file)
  try {
    await mkdir(arrival.folder, { recursive: true })
    await pipeline(
      Readable.fromWeb(body as never),
      noMoreThan(length),
      createWriteStream(file, { flags: 'a' }),
    )
  } catch (err) {
    if (err instanceof TooLong) {
      await rm(file, { force: true })
      throw mediaProblem(
        'file_too_large',
        'More bytes arrived than were announced. Choose the file again.',
      )
    }
    if ((err as { code?: string }).code === 'ENOSPC') {
      throw mediaProblem(
        'storage_full',
        'The server has no room left for this file. Tell whoever runs it.',
      )
    }
    // The connection broke: what has arrived stays, and the sender goes on from there.
    throw misplaced(await arrivedBytes(arrival))
  } finally {
    writing.delete(file)
  }
  return arrivedBytes(arrival)
}

/** Keeps the picture that a browser took of a film. */
export const keepPoster = async ({
  body,
  ...arrival
}: Arrival & { body: ReadableStream<Uint8Array> }): Promise<void> => {
  await mkdir(arrival.folder, { recursive: true })
  try {
    await pipeline(
      Readable.fromWeb(body as never),
      noMoreThan(MOST_POSTER_BYTES),
      createWriteStream(posterOf(arrival)),
    )
  } catch {
    await rm(posterOf(arrival), { force: true })
    throw mediaProblem('file_too_large', 'A poster has at most 2 MB.')
  }
}

const doneOf = ({ folder, name }: Arrival): string => path.join(folder, `${name}.done`)

/** What a finished upload was answered with, for a browser that did not hear it. */
export const rememberDone = async ({
  data,
  ...arrival
}: Arrival & { data: unknown }): Promise<void> => {
  await mkdir(arrival.folder, { recursive: true })
  await writeFile(doneOf(arrival), JSON.stringify(data))
}

export const recallDone = async (arrival: Arrival): Promise<Record<string, unknown> | null> => {
  const text = await readFile(doneOf(arrival), 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as Record<string, unknown>)
}

export const forgetDone = (arrival: Arrival): Promise<void> => rm(doneOf(arrival), { force: true })

/** What of a tenant's is on its way, or has arrived and is in no document yet. */
export const pendingOf = async ({
  folder,
  tenant,
}: {
  folder: string
  tenant: string
}): Promise<{ bytes: number; files: number }> => {
  const pending = { bytes: 0, files: 0 }
  for (const name of await readdir(folder).catch(() => [] as string[])) {
    if (name.startsWith(`${tenant}.`) && /\.(part|taken|done)$/.test(name)) {
      const file = path.join(folder, name)
      const done = name.endsWith('.done') ? await readFile(file, 'utf8').catch(() => null) : null
      pending.files += 1
      pending.bytes +=
        done === null
          ? ((await stat(file).catch(() => null))?.size ?? 0)
          : Number((JSON.parse(done) as { filesize?: number }).filesize ?? 0)
    }
  }
  return pending
}

export const MOST_POSTER_BYTES = 2 * 1024 * 1024

export const forget = async (arrival: Arrival): Promise<void> => {
  await rm(fileOf(arrival), { force: true })
  await rm(posterOf(arrival), { force: true })
}

/** Removes what began to arrive and was never finished. @returns how many. */
export const forgetOlderThan = async ({
  folder,
  milliseconds,
}: {
  folder: string
  milliseconds: number
}): Promise<number> => {
  let removed = 0
  for (const name of await readdir(folder).catch(() => [] as string[])) {
    const file = path.join(folder, name)
    const found = await stat(file).catch(() => null)
    if (found?.isFile() && found.mtimeMs < Date.now() - milliseconds) {
      await rm(file, { force: true })
      removed += 1
    }
  }
  return removed
}

class TooLong extends Error {}

const noMoreThan = (most: number): Transform => {
  let passed = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      passed += chunk.length
      done(passed > most ? new TooLong() : null, chunk)
    },
  })
}

const misplaced = (received: number) => {
  const problem = mediaProblem(
    'chunk_misplaced',
    `The server has the first ${received} bytes of this file. Go on from there.`,
  )
  Object.assign(problem.data as object, { received })
  return problem
}
