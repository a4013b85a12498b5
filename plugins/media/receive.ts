// From bytes that somebody sent to a file that may be kept: what it is by its content, without what
// it should not carry, measured and described. Nothing is stored yet.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { FileSource } from './driver.ts'
import {
  applyEditsToBytes,
  describeImage,
  identify,
  openFileReader,
  planStrip,
  probeVideo,
  readerOfBytes,
  writeStripped,
  type Identity,
} from './inspect/index.ts'
import { kindOf } from './kinds.ts'
import type { FileRules } from './options.ts'
import { mediaProblem, sizeInWords } from './problems.ts'

export type Received = {
  identity: { format: string; mimeType: string }
  source: FileSource
  bytes: number
  /** MD5 of what is kept, in hex. */
  etag: string
  width?: number
  height?: number
  duration?: number
  frameRate?: number
  hasAudio?: boolean
  isAnimated?: boolean
  hasAlpha?: boolean
  blurDataUrl?: string
  palette?: { dominant: string; ink: string }
  /** Removes what this made; not what it was given. */
  cleanUp: () => Promise<void>
}

/** Pictures of more pixels are refused before anything decodes them. */
export const MOST_PIXELS = 80_000_000

type Given = { path: string; isOurs?: boolean } | { data: Uint8Array }

/** What a file is, asked of its first bytes. @throws `file_empty`, `type_not_allowed`. */
export const identifyGiven = async ({
  formats,
  given,
  name,
}: {
  formats: readonly string[]
  given: Given
  name: string
}): Promise<Identity> => {
  const file = 'path' in given ? await openFileReader(given.path) : null
  const reader = file ?? readerOfBytes((given as { data: Uint8Array }).data)
  try {
    if (reader.size === 0) {
      throw mediaProblem('file_empty', 'This file is empty. Choose another one.')
    }
    const identity = await identify(reader, { name })
    if (!identity || !formats.includes(identity.format)) {
      throw mediaProblem('type_not_allowed', notAllowed({ formats, identity }))
    }
    return identity
  } finally {
    await file?.close()
  }
}

/** @throws when the file is larger than its kind may be, or the tenant has no room for it. */
export const checkSize = ({
  format,
  rules,
  size,
  used,
}: {
  format: string
  rules: FileRules
  size: number
  used: number
}): void => {
  const most = rules.maxBytes[kindOf(format)]
  if (size > most) {
    throw mediaProblem(
      'file_too_large',
      `This file has ${sizeInWords(size)}; ${sizeInWords(most)} fit. Make it smaller first.`,
    )
  }
  if (rules.quotaBytes !== null && used + size > rules.quotaBytes) {
    throw mediaProblem(
      'quota_exceeded',
      `${sizeInWords(Math.max(0, rules.quotaBytes - used))} of ${sizeInWords(rules.quotaBytes)} are left, and this file has ${sizeInWords(size)}. Delete what nothing uses, or ask for more room.`,
    )
  }
}

/** Describes a file whose type is known already, and takes out what it should not carry. */
export const receive = async ({
  given,
  identity,
  tempFolder,
}: {
  given: Given
  identity: Identity
  tempFolder: string
}): Promise<Received> => {
  const kind = kindOf(identity.format)
  // Refused before anything is copied.
  const picture =
    kind === 'image'
      ? await describeImage('path' in given ? given.path : given.data, { maxPixels: MOST_PIXELS })
      : null
  const film = kind === 'video' ? await probeFilm({ given, tempFolder }) : null
  const { cleanUp, source } = await strip({ given, identity, tempFolder })
  return {
    identity,
    source,
    bytes: source.size,
    etag: await md5Of(source),
    ...(picture
      ? {
          width: picture.width,
          height: picture.height,
          isAnimated: picture.isAnimated,
          hasAlpha: picture.hasAlpha,
          blurDataUrl: picture.blurDataUrl,
          palette: picture.palette,
        }
      : {}),
    ...(film
      ? {
          width: film.width,
          height: film.height,
          duration: film.duration,
          frameRate: film.frameRate,
          hasAudio: film.hasAudio,
        }
      : {}),
    cleanUp,
  }
}

const notAllowed = ({
  formats,
  identity,
}: {
  formats: readonly string[]
  identity: Identity | null
}): string => {
  const list = formats.map((format) => format.toUpperCase()).join(', ')
  return identity
    ? `By its content this file is ${identity.format.toUpperCase()}, which is not taken here. Use one of ${list}.`
    : `What is in this file is none of the types that are taken here. Use one of ${list}.`
}

const strip = async ({
  given,
  identity,
  tempFolder,
}: {
  given: Given
  identity: Identity
  tempFolder: string
}): Promise<Pick<Received, 'source' | 'cleanUp'>> => {
  if ('data' in given) {
    const edits = await planStrip(readerOfBytes(given.data), identity)
    const data = edits.length === 0 ? given.data : applyEditsToBytes(given.data, edits)
    return { source: { data, size: data.byteLength }, cleanUp: nothing }
  }
  const reader = await openFileReader(given.path)
  try {
    const edits = await planStrip(reader, identity)
    if (edits.length === 0) {
      const { isOurs = false, path: at } = given
      return { source: { path: at, size: reader.size, isOurs }, cleanUp: nothing }
    }
    await mkdir(tempFolder, { recursive: true })
    const to = path.join(tempFolder, `${randomUUID()}.stripped`)
    await writeStripped({ from: given.path, to, edits })
    return {
      source: { path: to, size: (await stat(to)).size, isOurs: true },
      cleanUp: () => rm(to, { force: true }),
    }
  } finally {
    await reader.close()
  }
}

const probeFilm = async ({ given, tempFolder }: { given: Given; tempFolder: string }) => {
  if ('path' in given) {
    return probeVideo(given.path)
  }
  // Only small films come in memory: from programs on this machine.
  await mkdir(tempFolder, { recursive: true })
  const file = path.join(tempFolder, `${randomUUID()}.probe`)
  try {
    await writeFile(file, given.data)
    return await probeVideo(file)
  } finally {
    await rm(file, { force: true })
  }
}

const md5Of = async (source: FileSource): Promise<string> => {
  const hash = createHash('md5')
  if ('data' in source) {
    return hash.update(source.data).digest('hex')
  }
  for await (const chunk of createReadStream(source.path)) {
    hash.update(chunk as Buffer)
  }
  return hash.digest('hex')
}

const nothing = async (): Promise<void> => {}
