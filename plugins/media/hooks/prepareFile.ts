// Before an operation on a file: what comes is identified by its content, and Payload's own edits of
// pictures, which would make another file of it, become data.
import path from 'node:path'
import { MissingFile, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload'
import { fileNameFor } from '../naming.ts'
import type { MediaOptions } from '../options.ts'
import { asProblem } from '../problems.ts'
import { identifyGiven } from '../receive.ts'
import { contextOf } from './context.ts'

export const prepareFile =
  (options: MediaOptions): CollectionBeforeOperationHook =>
  async ({ args, collection, operation, req }) => {
    if (operation !== 'create' && operation !== 'update') {
      return args
    }
    const data = (args as { data?: Record<string, unknown> }).data
    if (data) {
      takeEdits({ data, req })
      DERIVED.forEach((name) => delete data[name])
    }
    const { file } = req
    if (!file) {
      if (operation === 'create') {
        // Payload would fetch the address that the data names.
        throw new MissingFile(req.t)
      }
      return args
    }
    contextOf(req).hasFocalPoint =
      typeof data?.focalX === 'number' && typeof data.focalY === 'number'
    if (file.clientUploadContext) {
      // Identified when it arrived; its name was given then.
      return args
    }
    const { formats } = options.collections[collection.slug]!
    try {
      const identity = await identifyGiven({
        formats,
        given: file.tempFilePath ? { path: file.tempFilePath } : { data: file.data },
        name: path.basename(file.name),
      })
      file.mimetype = identity.mimeType
      file.name = fileNameFor({ format: identity.format, name: file.name })
      contextOf(req).identity = identity
    } catch (err) {
      throw asProblem(err)
    }
    return args
  }

/** What follows from the file, and is nobody's to type in. */
const DERIVED = [
  'blurDataUrl',
  'filesize',
  'height',
  'mimeType',
  'palette',
  'thumbnailURL',
  'width',
] as const

type Edits = {
  focalPoint?: { x?: unknown; y?: unknown }
  crop?: { x?: unknown; y?: unknown; width?: unknown; height?: unknown }
}

/** Payload downloads and uploads the original again for each of these; here they are only numbers. */
const takeEdits = ({ data, req }: { data: Record<string, unknown>; req: PayloadRequest }): void => {
  const edits = (req.query?.uploadEdits ?? data.uploadEdits) as Edits | undefined
  delete data.uploadEdits
  if (typeof edits !== 'object' || edits === null) {
    return
  }
  const { crop, focalPoint } = edits
  if (focalPoint && isPercent(focalPoint.x) && isPercent(focalPoint.y)) {
    data.focalX = Number(focalPoint.x)
    data.focalY = Number(focalPoint.y)
  }
  if (crop && [crop.x, crop.y, crop.width, crop.height].every(isPercent)) {
    data.crop = {
      x: Number(crop.x),
      y: Number(crop.y),
      width: Number(crop.width),
      height: Number(crop.height),
    }
  }
  delete req.query.uploadEdits
}

const isPercent = (value: unknown): boolean =>
  value !== null && value !== '' && Number(value) >= 0 && Number(value) <= 100
