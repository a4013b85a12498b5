/**
 * What a file is, decided by its bytes. A name says what somebody calls it; it decides only between
 * kinds of text that look alike.
 */
import { type ByteReader, throughWindow } from './byteReader.ts'
import { identifyBmff, identifyEbml } from './identify/movies.ts'
import { identifyPdf, identifyZip } from './identify/documents.ts'
import { isGif, isJpeg, isPng, isTiff, isWebp } from './identify/pictures.ts'
import { identifyText } from './identify/text.ts'

/** Every format that `identify` can tell. Which of them may be uploaded is the caller's to say. */
export const FORMATS = Object.freeze({
  jpg: { kind: 'image', mimeType: 'image/jpeg' },
  png: { kind: 'image', mimeType: 'image/png' },
  webp: { kind: 'image', mimeType: 'image/webp' },
  avif: { kind: 'image', mimeType: 'image/avif' },
  gif: { kind: 'image', mimeType: 'image/gif' },
  heic: { kind: 'image', mimeType: 'image/heic' },
  tiff: { kind: 'image', mimeType: 'image/tiff' },
  svg: { kind: 'image', mimeType: 'image/svg+xml' },
  mp4: { kind: 'video', mimeType: 'video/mp4' },
  mov: { kind: 'video', mimeType: 'video/quicktime' },
  webm: { kind: 'video', mimeType: 'video/webm' },
  mkv: { kind: 'video', mimeType: 'video/x-matroska' },
  m4a: { kind: 'audio', mimeType: 'audio/mp4' },
  pdf: { kind: 'raw', mimeType: 'application/pdf' },
  zip: { kind: 'raw', mimeType: 'application/zip' },
  docx: {
    kind: 'raw',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pptx: {
    kind: 'raw',
    mimeType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  xlsx: {
    kind: 'raw',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  vtt: { kind: 'raw', mimeType: 'text/vtt' },
  txt: { kind: 'raw', mimeType: 'text/plain' },
  csv: { kind: 'raw', mimeType: 'text/csv' },
} as const)

export type Format = keyof typeof FORMATS

export type Identity = {
  kind: 'image' | 'video' | 'audio' | 'raw'
  format: Format
  mimeType: string
}

/**
 * Reads as much of the file as it takes to be sure: of pictures and films the first headers, of
 * text all of it, piece by piece.
 *
 * @param name decides between `.txt`, `.csv` and `.vtt`, nothing else
 * @returns null for what is empty, unknown, or only pretends
 * @example await identify(readerOfBlob(file), { name: file.name })
 */
export const identify = async (
  reader: ByteReader,
  { name }: { name: string },
): Promise<Identity | null> => {
  if (reader.size === 0) {
    return null
  }
  const format = await identifyFormat(throughWindow(reader), name)
  return format ? identityOf(format) : null
}

/** Kind and MIME type of a format. */
export const identityOf = (format: Format): Identity => ({ format, ...FORMATS[format] })

const identifyFormat = async (reader: ByteReader, name: string): Promise<Format | null> => {
  if (await isJpeg(reader)) {
    return 'jpg'
  }
  if (await isPng(reader)) {
    return 'png'
  }
  if (await isGif(reader)) {
    return 'gif'
  }
  if (await isWebp(reader)) {
    return 'webp'
  }
  if (await isTiff(reader)) {
    return 'tiff'
  }
  return (
    (await identifyBmff(reader)) ??
    (await identifyEbml(reader)) ??
    (await identifyPdf(reader)) ??
    (await identifyZip(reader)) ??
    (await identifyText(reader, name))
  )
}
