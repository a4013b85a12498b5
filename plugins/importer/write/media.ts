/** Pictures, films and files of the source → media and documents, each stored once however often it is used. */
import { createHash } from 'node:crypto'
import sharp from 'sharp'

import type { RemarkCode } from '../error-codes.ts'
import type { AssetAnswer } from '../read/assets.ts'
import type { Remark } from '../types.ts'
import type { WriteSession } from './session.ts'

import { clip } from '../convert/limits.ts'
import { humanise } from '../read/slug.ts'
import { create, findOne, once, reasonOf } from './session.ts'

type Ensured = { id: string | null; remark?: Remark }
type Picture = { data: Buffer; mimetype: string; name: string; isDrawing: boolean }

const ALT_LENGTH = 300
/** Formats that browsers show as they are. Everything else that sharp can read becomes a PNG. */
const SHOWN: Record<string, string> = {
  avif: 'image/avif',
  gif: 'image/gif',
  heif: 'image/avif',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}
const FILMS: Record<string, string> = { mp4: 'video/mp4', webm: 'video/webm' }
const FILES: Record<string, string> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
}

export const isFileLink = (path: string): boolean => extension(path) in FILES

/**
 * Saves what a reference means, once per content.
 *
 * @param from - path of the page that refers to it
 * @returns the id, or null with the reason
 */
export const ensureMedia = async ({
  alt,
  caption,
  from,
  ref,
  session,
}: {
  alt?: string
  caption?: string
  from: string
  ref: string
  session: WriteSession
}): Promise<Ensured> => {
  const answer = session.assets({ from, ref })
  const problem = problemOf(answer, ref)
  if (problem) {
    return { id: null, remark: problem }
  }
  const key =
    answer.kind === 'file' ? answer.path : `data:${createHash('sha256').update(ref).digest('hex')}`
  const known = session.source.images.get(ref)
  const words = alt?.trim() || known?.alt
  let remark: Remark | undefined
  const id = await once(session, `media:${key}`, async () => {
    const picture = await readPicture({ answer, session })
    if ('code' in picture) {
      remark = { code: picture.code, detail: ref.slice(0, 160) }
      return null
    }
    const hash = createHash('sha256').update(picture.data).digest('hex')
    return once(session, `bytes:${hash}`, async () => {
      const existing = await findOne(session, session.port.slugs.media, {
        'origin.key': { equals: hash },
      })
      if (existing) {
        session.recorder.count('media', 'reused')
        return existing.id
      }
      const shown = words || caption || known?.caption
      if (!shown) {
        session.recorder.remark(from, { code: 'NO_ALT_TEXT', detail: ref.slice(0, 160) })
      }
      if (picture.isDrawing) {
        session.recorder.remark(from, { code: 'SVG_RASTERISED', detail: ref.slice(0, 160) })
      }
      try {
        const doc = await create(
          session,
          session.port.slugs.media,
          {
            alt: clip(shown || humanise(picture.name.replace(/\.\w+$/, '')) || 'Image', ALT_LENGTH),
            caption:
              caption || known?.caption
                ? clip(caption || known?.caption || '', ALT_LENGTH)
                : undefined,
            origin: { key: hash, url: answer.kind === 'file' ? answer.path : undefined },
          },
          {
            file: {
              data: picture.data,
              mimetype: picture.mimetype,
              name: picture.name,
              size: picture.data.byteLength,
            },
          },
        )
        session.recorder.count('media', 'created')
        return doc.id
      } catch (error) {
        session.recorder.count('media', 'failed')
        remark = { code: 'MEDIA_FAILED', detail: `${ref.slice(0, 120)}: ${reasonOf(error)}` }
        return null
      }
    })
  })
  // A second page that wants the same broken picture hears of it too.
  return id === null
    ? { id, remark: remark ?? { code: 'MEDIA_FAILED', detail: ref.slice(0, 160) } }
    : { id }
}

/** A linked PDF and the like; undefined when the link does not lead to a file of the import. */
export const ensureFile = async ({
  from,
  href,
  label,
  session,
}: {
  from: string
  href: string
  label: string
  session: WriteSession
}): Promise<string | null> => {
  const answer = session.assets({ from, ref: href })
  if (answer.kind !== 'file') {
    return null
  }
  return once(session, `file:${answer.path}`, async () => {
    try {
      const size = session.source.files.files.get(answer.path)?.size ?? 0
      if (size > session.port.limits.imageBytes * 2) {
        session.recorder.remark(from, { code: 'FILE_TOO_LARGE', detail: href })
        return null
      }
      const data = Buffer.from(await session.source.files.read(answer.path))
      const hash = createHash('sha256').update(data).digest('hex')
      const existing = await findOne(session, session.port.slugs.documents, {
        'origin.key': { equals: hash },
      })
      if (existing) {
        session.recorder.count('files', 'reused')
        return existing.id
      }
      const name = baseName(answer.path)
      const doc = await create(
        session,
        session.port.slugs.documents,
        {
          origin: { key: hash, url: answer.path },
          title: clip(label || humanise(name.replace(/\.\w+$/, '')), 140),
        },
        {
          file: {
            data,
            mimetype: FILES[extension(name)] ?? 'application/octet-stream',
            name,
            size: data.byteLength,
          },
        },
      )
      session.recorder.count('files', 'created')
      return doc.id
    } catch (error) {
      session.recorder.count('files', 'failed')
      session.recorder.remark(from, {
        code: 'DOCUMENT_FAILED',
        detail: `${href}: ${reasonOf(error)}`,
      })
      return null
    }
  })
}

/** Why a reference leads to no file of the import; undefined when it does. */
export const problemOf = (answer: AssetAnswer, ref: string): Remark | undefined => {
  const detail = ref.slice(0, 160)
  switch (answer.kind) {
    case 'missing':
      return { code: 'MISSING_IMAGE', detail }
    case 'outside':
      return { code: 'OUTSIDE_FOLDER', detail }
    case 'remote':
      return { code: 'REMOTE_IMAGE', detail }
    default:
      return undefined
  }
}

const readPicture = async ({
  answer,
  session,
}: {
  answer: AssetAnswer
  session: WriteSession
}): Promise<Picture | { code: RemarkCode }> => {
  const limit = session.port.limits.imageBytes
  if (answer.kind === 'data') {
    const match = /^data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)$/i.exec(answer.url)
    const data = match?.[1] ? Buffer.from(match[1], 'base64') : null
    return data && data.byteLength <= limit
      ? picture({ data, name: 'picture' })
      : { code: 'EMBEDDED_IMAGE' }
  }
  if (answer.kind !== 'file') {
    return { code: 'MISSING_IMAGE' }
  }
  const name = baseName(answer.path)
  const film = FILMS[extension(name)]
  if ((session.source.files.files.get(answer.path)?.size ?? 0) > (film ? limit * 8 : limit)) {
    return { code: 'IMAGE_TOO_LARGE' }
  }
  const data = Buffer.from(await session.source.files.read(answer.path))
  return film ? { data, isDrawing: false, mimetype: film, name } : picture({ data, name })
}

/** What the bytes are decides, not what the name says. Drawings (SVG) can carry scripts: they become pixels. */
const picture = async ({
  data,
  name,
}: {
  data: Buffer
  name: string
}): Promise<Picture | { code: RemarkCode }> => {
  const stem = name.replace(/\.\w+$/, '') || 'picture'
  try {
    const {
      format,
      height = 0,
      width = 0,
    } = await sharp(data, { limitInputPixels: 120_000_000 }).metadata()
    const mimetype = format ? SHOWN[format] : undefined
    if (mimetype) {
      return {
        data,
        isDrawing: false,
        mimetype,
        name: `${stem}.${mimetype.split('/')[1] === 'jpeg' ? 'jpg' : mimetype.split('/')[1]}`,
      }
    }
    const isDrawing = format === 'svg'
    const density =
      isDrawing && width > 0
        ? Math.min(600, Math.max(72, Math.round((72 * 1280) / Math.max(width, height))))
        : 72
    const png = await sharp(data, { density, limitInputPixels: 120_000_000 })
      .resize({ fit: 'inside', height: 2400, width: 2400, withoutEnlargement: true })
      .png()
      .toBuffer()
    return { data: png, isDrawing, mimetype: 'image/png', name: `${stem}.png` }
  } catch {
    return { code: 'BAD_IMAGE' }
  }
}

const baseName = (path: string): string => path.split('/').pop() ?? path
const extension = (path: string): string =>
  /\.(\w+)(?:[?#].*)?$/.exec(path)?.[1]?.toLowerCase() ?? ''
