// GET /api/<collection>/file/<name>: the original for those whom Payload lets read it, and what Payload
// itself reads of a file that was sent straight to its store.
import { Readable } from 'node:stream'
import type { CollectionSlug, PayloadRequest, UploadConfig } from 'payload'
import { getRangeRequestInfo } from 'payload/internal'
import { assetOf, type FileDocument } from './asset.ts'
import type { AssetRef } from './driver.ts'
import { findDriver } from './drivers.ts'
import type { MediaOptions } from './options.ts'
import { mediaProblem } from './problems.ts'
import type { ArrivedContext } from './uploads/arrived.ts'

type Handler = NonNullable<UploadConfig['handlers']>[number]

export const readOriginal =
  (options: MediaOptions): Handler =>
  async (req, { doc, params }): Promise<Response> => {
    const arrived = params.clientUploadContext as ArrivedContext | undefined
    // Where nothing limits the reader, Payload looks for no document.
    const found = arrived
      ? null
      : ((doc as FileDocument | undefined) ?? (await named({ params, req })))
    const asset = arrived?.data.asset ?? assetOf(found)
    if (!asset) {
      throw missing()
    }
    return answer({ asset, options, req })
  }

const named = ({
  params: { collection, filename },
  req,
}: {
  params: { collection: string; filename: string }
  req: PayloadRequest
}): Promise<FileDocument | null> =>
  req.payload.db.findOne<FileDocument>({
    collection: collection as CollectionSlug,
    req,
    where: { filename: { equals: filename } },
  })

const answer = async ({
  asset,
  options,
  req,
}: {
  asset: AssetRef
  options: MediaOptions
  req: PayloadRequest
}): Promise<Response> => {
  const driver = findDriver(options, asset.driver)
  const whole = await driver?.read(asset, { range: { start: 0, end: 0 } })
  whole?.body.destroy()
  if (!driver || !whole) {
    throw missing()
  }
  const headers = new Headers({
    'accept-ranges': 'bytes',
    'content-type': whole.mimeType,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-cache',
    etag: `"${whole.etag}"`,
    'x-content-type-options': 'nosniff',
  })
  if (req.headers.get('if-none-match') === `"${whole.etag}"`) {
    return new Response(null, { headers, status: 304 })
  }
  const range = getRangeRequestInfo({
    fileSize: whole.size,
    rangeHeader: req.headers.get('range'),
  })
  for (const [name, value] of Object.entries(range.headers)) {
    headers.set(name, value)
  }
  if (range.type === 'invalid') {
    throw Object.assign(
      mediaProblem('range_not_satisfiable', 'The range lies outside the file. Ask for less of it.'),
      { headers: { 'content-range': `bytes */${whole.size}` } },
    )
  }
  if (req.method === 'HEAD') {
    return new Response(null, { headers, status: range.status })
  }
  const opened = await driver.read(asset, {
    ...(range.type === 'partial'
      ? { range: { start: range.rangeStart, end: range.rangeEnd } }
      : {}),
  })
  if (!opened) {
    throw missing()
  }
  return new Response(Readable.toWeb(opened.body) as ReadableStream, {
    headers,
    status: range.status,
  })
}

const missing = () =>
  mediaProblem('asset_missing', 'This file is not where it was stored. Upload it again.')
