// Brings bytes into a temporary folder and hashes them on the way, without holding them in memory.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, lstat, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileSource } from '../../media/driver.ts'
import { driverProblem } from '../../media/driverProblem.ts'
import { INCOMING, originalName } from './place.ts'

export type Received = { directory: string; file: string; bytes: number; etag: string }

/**
 * The caller moves the folder away or removes it; when this throws, it is gone already.
 *
 * @throws `storage_refused` when fewer or more bytes came than were said.
 */
export const receive = async ({
  folder,
  format,
  signal,
  source,
}: {
  folder: string
  format: string
  source: FileSource
  signal?: AbortSignal
}): Promise<Received> => {
  const directory = path.join(folder, INCOMING, randomUUID())
  const file = path.join(directory, originalName(format))
  await mkdir(directory, { recursive: true })
  try {
    const { bytes, etag } = await take({ file, source, ...(signal ? { signal } : {}) })
    if (bytes !== source.size) {
      throw driverProblem(
        'storage_refused',
        `The file was said to have ${source.size} bytes and has ${bytes}. Upload it again.`,
      )
    }
    return { directory, file, bytes, etag }
  } catch (err) {
    await rm(directory, { force: true, recursive: true })
    throw err
  }
}

/** Removes what a process that died has left in the folder of temporary ones. */
export const sweepIncoming = async (folder: string, olderThanMs = 86_400_000): Promise<void> => {
  const incoming = path.join(folder, INCOMING)
  const names = await readdir(incoming).catch(() => [])
  for (const name of names) {
    const found = await stat(path.join(incoming, name)).catch(() => null)
    if (found && Date.now() - found.mtimeMs > olderThanMs) {
      await rm(path.join(incoming, name), { force: true, recursive: true })
    }
  }
}

type Taken = { bytes: number; etag: string }

const take = async ({
  file,
  signal,
  source,
}: {
  file: string
  source: FileSource
  signal?: AbortSignal
}): Promise<Taken> => {
  signal?.throwIfAborted()
  if ('data' in source) {
    await writeFile(file, source.data, signal ? { signal } : {})
    return {
      bytes: source.data.byteLength,
      etag: createHash('md5').update(source.data).digest('hex'),
    }
  }
  // What somebody may still be writing to has to be copied.
  const isLinked = source.isOurs === true && (await linkOf(source.path, file))
  const hash = createHash('md5')
  let bytes = 0
  const options = signal ? { signal } : {}
  const from = createReadStream(source.path, { highWaterMark: 256 * 1024 })
  const count = (chunk: Buffer): void => {
    hash.update(chunk)
    bytes += chunk.length
  }
  if (isLinked) {
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        count(chunk)
        done()
      },
    })
    await pipeline(from, sink, options)
  } else {
    const meter = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        count(chunk)
        done(null, chunk)
      },
    })
    await pipeline(from, meter, createWriteStream(file), options)
  }
  return { bytes, etag: hash.digest('hex') }
}

/** Whether the file could be given a second name instead of being copied. */
const linkOf = async (from: string, to: string): Promise<boolean> => {
  try {
    if (!(await lstat(from)).isFile()) {
      return false
    }
    await link(from, to)
    return true
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code === 'ENOENT') {
      throw err
    }
    return false
  }
}
