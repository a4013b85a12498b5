// Formats: what each is, for limits, stores and browsers.
import type { FileKind } from './options.ts'
import type { ResourceType } from './grammar/index.ts'

const PICTURES = ['jpg', 'png', 'webp', 'avif', 'gif', 'heic', 'tiff']
const FILMS = ['mp4', 'mov', 'webm']

export const kindOf = (format: string): FileKind =>
  PICTURES.includes(format) ? 'image' : FILMS.includes(format) ? 'video' : 'document'

export const resourceTypeOf = (format: string): ResourceType => {
  const kind = kindOf(format)
  return kind === 'document' ? 'raw' : kind
}

const SAME: Record<string, string> = {
  jpeg: 'jpg',
  jpe: 'jpg',
  jfif: 'jpg',
  tif: 'tiff',
  heif: 'heic',
  m4v: 'mp4',
  qt: 'mov',
}

/** The format that a name's extension stands for; `''` when there is none. */
export const formatOfName = (name: string): string => {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return SAME[extension] ?? extension
}

const MIME: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  pdf: 'application/pdf',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  vtt: 'text/vtt',
  txt: 'text/plain',
  csv: 'text/csv',
}

export const mimeTypeOf = (format: string): string => MIME[format] ?? 'application/octet-stream'
