// Uploads, whole and in parts.
import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { describe, describeEager } from './describe.ts'
import { makeEager } from './eager.ts'
import type { Form } from './form.ts'
import { extensionOf, inspect } from './inspect.ts'
import { keyOf, refuse, type Asset, type ChunkedUpload, type State } from './state.ts'

type UploadArgs = {
  state: State
  resourceType: string
  form: Form
  headers: IncomingHttpHeaders
}

export const handleUpload = async (args: UploadArgs): Promise<object> => {
  const { form, headers, state } = args
  if (!form.file) {
    throw refuse(400, 'Missing required parameter - file')
  }
  const { request } = state.options.limits
  if (form.file.bytes > request) {
    throw tooLarge(form.file.bytes, request)
  }
  const range = /^bytes (\d+)-(\d+)\/(-?\d+|\*)$/.exec(headers['content-range'] ?? '')
  if (!range) {
    return keep({ ...args, file: form.file })
  }
  return handlePart({
    ...args,
    start: Number(range[1]),
    end: Number(range[2]),
    total: Number(range[3]),
  })
}

const tooLarge = (got: number, most: number) =>
  refuse(400, `File size too large. Got ${got}. Maximum is ${most}.`)

const handlePart = async (
  args: UploadArgs & { start: number; end: number; total: number },
): Promise<object> => {
  const { end, form, headers, start, state, total } = args
  const file = form.file!
  const id = String(headers['x-unique-upload-id'] ?? '')
  if (id === '') {
    throw refuse(400, 'Missing X-Unique-Upload-Id header')
  }
  if (file.bytes !== end - start + 1) {
    throw refuse(400, 'Content-Range does not match the size of the part')
  }
  const known = state.chunks.get(id)
  if (!known && start !== 0) {
    throw refuse(400, 'The first part must be sent first')
  }
  const session = known ?? { total, size: file.bytes, parts: new Map(), finished: null }
  state.chunks.set(id, session)
  // The SDK writes -1 for as long as it does not know better.
  const isLast = total >= 0 && end + 1 === total
  if (session.total >= 0 && total !== session.total) {
    throw refuse(400, 'All parts must name the same total')
  }
  if (!isLast && file.bytes < state.options.chunkMinimum) {
    throw refuse(400, 'All parts except EOF-chunk must be larger than 5mb')
  }
  if (start % session.size !== 0 || (!isLast && file.bytes !== session.size)) {
    throw refuse(400, 'Inconsistent chunk sizes')
  }
  if (session.finished) {
    return { ...(await session.finished), done: true }
  }
  session.parts.set(start, { path: file.path, bytes: file.bytes })
  const received = [...session.parts.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  if (!isLast) {
    return { done: false, bytes: received, public_id: form.fields.public_id ?? null }
  }
  if (received !== total) {
    throw refuse(400, 'Parts are missing')
  }
  // A part that is sent again while the whole is put together waits for the same whole.
  session.finished = assemble({ ...args, session })
  return { ...(await session.finished), done: true }
}

const assemble = async (
  args: UploadArgs & { session: ChunkedUpload; total: number },
): Promise<object> => {
  const { form, session, state, total } = args
  const path = join(state.folder, randomUUID())
  const parts = [...session.parts].sort(([a], [b]) => a - b)
  for (const [, part] of parts) {
    await pipeline(createReadStream(part.path), createWriteStream(path, { flags: 'a' }))
    await rm(part.path)
  }
  return keep({ ...args, file: { ...form.file!, path, bytes: total } })
}

const keep = async ({
  file,
  form,
  resourceType,
  state,
}: UploadArgs & { file: NonNullable<Form['file']> }) => {
  const { fields } = form
  const found = await inspect({ ...file, resourceType })
  const limit = state.options.limits[found.resourceType as 'image' | 'video' | 'raw']
  if (file.bytes > limit) {
    throw tooLarge(file.bytes, limit)
  }
  const format = found.format ?? extensionOf(file.name)
  if (fields.allowed_formats && !fields.allowed_formats.split(',').includes(format)) {
    const kind = found.resourceType === 'raw' ? 'Raw' : 'Image'
    throw refuse(400, `${kind} file format ${format} not allowed`)
  }
  const type = fields.type ?? 'upload'
  const publicId = fields.public_id ?? randomUUID().replace(/-/g, '').slice(0, 20)
  const key = keyOf(found.resourceType, type, publicId)
  const existing = state.assets.get(key)
  if (existing && fields.overwrite === '0') {
    await rm(file.path, { force: true })
    return { ...describe(state, existing), existing: true }
  }
  const asset: Asset = {
    ...found,
    assetId: randomUUID().replace(/-/g, ''),
    publicId,
    version: Math.floor(Date.now() / 1000),
    type,
    createdAt: new Date(),
    tags: fields.tags ? fields.tags.split(',') : [],
    context: parseContext(fields.context),
    assetFolder: fields.asset_folder ?? '',
    displayName: fields.display_name ?? publicId.split('/').at(-1)!,
    originalFilename: file.name.replace(/\.[^.]*$/, ''),
    eager: parseEager(fields.eager),
    path: file.path,
  }
  state.assets.set(key, asset)
  makeEager({ asset, fields, state })
  return {
    ...describe(state, asset),
    ...(asset.eager.length > 0 && { eager: describeEager(state, asset) }),
    ...(fields.media_metadata === '1' && { media_metadata: asset.metadata }),
  }
}

export const parseContext = (text = ''): Record<string, string> =>
  Object.fromEntries(
    text
      .split(/(?<!\\)\|/)
      .filter(Boolean)
      .map((pair) => pair.split(/(?<!\\)=/).map((part) => part.replace(/\\([=|])/g, '$1')))
      .map(([key, value]) => [key, value ?? '']),
  )

const parseEager = (text = ''): Asset['eager'] =>
  text
    .split('|')
    .filter(Boolean)
    .map((one) => {
      const at = one.lastIndexOf('/')
      return { transformation: one.slice(0, at), format: one.slice(at + 1), isReady: false }
    })
