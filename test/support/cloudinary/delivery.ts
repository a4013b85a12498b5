// What the CDN does: signatures, access, renditions, ranges.
import { createReadStream } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import sharp from 'sharp'
import { parseTransformation } from '../../../plugins/media/grammar/index.ts'
import { isMediaProblem } from '../../../plugins/media-local/problem.ts'
import { planTransformation } from '../../../plugins/media-local/transform/plan.ts'
import { render } from '../../../plugins/media-local/transform/render.ts'
import { readAddress, type Asked } from './address.ts'
import { isDeliverySigned } from './proof.ts'
import { keyOf, refuse, type Asset, type State } from './state.ts'

type File = { path: string; contentType: string; etag: string }

export const deliver = async ({
  path,
  req,
  res,
  state,
}: {
  state: State
  req: IncomingMessage
  res: ServerResponse
  path: string
}): Promise<void> => {
  const asked = readAddress(path, state.options.cloudName)
  if (!asked) {
    throw refuse(404, 'Invalid address')
  }
  checkAccess(state, asked)
  const asset = state.assets.get(keyOf(asked.resourceType, asked.type, asked.publicId))
  if (!asset) {
    throw refuse(404, `Resource not found - ${asked.publicId}`)
  }
  checkReady({ asked, asset, path, state })
  const file = await fileOf({ accept: req.headers.accept ?? null, asked, asset, state })
  await sendFile({ file, req, res })
}

const checkAccess = (state: State, asked: Asked): void => {
  if (asked.signature !== null && !isDeliverySigned(state, asked.signature, asked.signed)) {
    throw refuse(401, 'Invalid signature')
  }
  if (asked.signature === null && asked.type === 'authenticated') {
    throw refuse(401, 'Unauthorized access to an authenticated resource')
  }
  if (asked.signature === null && state.options.strict && asked.transformation !== '') {
    throw refuse(401, 'Strict transformations are enabled; this one is not allowed')
  }
}

/** 423 while a rendition is made: until its turn comes, or once where nobody asked in advance. */
const checkReady = ({
  asked,
  asset,
  path,
  state,
}: {
  state: State
  asked: Asked
  asset: Asset
  path: string
}): void => {
  const isFilmMade =
    asset.resourceType === 'video' && (asked.extension === 'm3u8' || asked.extension === 'mp4')
  if (!isFilmMade || asked.transformation === '') {
    return
  }
  const eager = asset.eager.find(
    ({ format, transformation }) =>
      format === asked.extension && transformation === asked.transformation,
  )
  const isKnown = eager ? eager.isReady : state.locked.has(path)
  state.locked.add(path)
  if (!isKnown) {
    throw refuse(423, 'Derived resource is being processed')
  }
}

const fileOf = async ({
  accept,
  asked,
  asset,
  state,
}: {
  state: State
  asked: Asked
  asset: Asset
  accept: string | null
}): Promise<File> => {
  const { extension, transformation } = asked
  const etag = `"${asset.etag}"`
  if (asset.resourceType === 'video' && extension === 'm3u8') {
    const path = join(state.folder, randomUUID())
    await writeFile(path, '#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-ENDLIST\n')
    return { path, contentType: TYPES.m3u8!, etag: `"m3u8-${asset.etag}"` }
  }
  const isPoster = asset.resourceType === 'video' && /^(jpg|png|webp)$/.test(extension ?? '')
  const isConverted = extension !== null && asset.format !== null && extension !== asset.format
  const isOriginal = transformation === '' && !isConverted
  if (isOriginal || asset.resourceType === 'raw' || (asset.resourceType === 'video' && !isPoster)) {
    const ending = asset.format ?? asset.publicId.split('.').at(-1) ?? ''
    return { path: asset.path, contentType: TYPES[ending] ?? TYPES.bin!, etag }
  }
  const from = isPoster ? await poster(state) : asset.path
  return rendition({ accept, asked, from, state })
}

const rendition = async ({
  accept,
  asked,
  from,
  state,
}: {
  state: State
  asked: Asked
  from: string
  accept: string | null
}): Promise<File> => {
  const steps = parseTransformation(asked.transformation)
  const resourceType = asked.resourceType === 'video' ? 'video' : 'image'
  const { autoOrient, format, hasAlpha } = await sharp(from).metadata()
  const plan =
    steps &&
    planTransformation(steps, {
      accept,
      resourceType,
      extension: asked.extension,
      source: { size: autoOrient, hasAlpha, format: format === 'jpeg' ? 'jpg' : format },
    })
  if (!plan || isMediaProblem(plan) || !plan.stages) {
    throw refuse(400, plan && isMediaProblem(plan) ? plan.message : 'Invalid transformation')
  }
  const path = join(state.folder, randomUUID())
  await render({ from, plan: { ...plan, stages: plan.stages }, to: path })
  return { path, contentType: TYPES[plan.format]!, etag: `"${randomUUID()}"` }
}

/** A film's still: the stand-in decodes no films. */
const poster = async (state: State): Promise<string> => {
  const path = join(state.folder, randomUUID())
  await sharp({ create: { width: 640, height: 360, channels: 3, background: '#345' } })
    .jpeg()
    .toFile(path)
  return path
}

export const sendFile = async ({
  file,
  req,
  res,
}: {
  file: File
  req: IncomingMessage
  res: ServerResponse
}): Promise<void> => {
  const { size } = await stat(file.path)
  res.setHeader('Content-Type', file.contentType)
  res.setHeader('ETag', file.etag)
  res.setHeader('Accept-Ranges', 'bytes')
  res.setHeader('Cache-Control', 'public, no-transform, immutable, max-age=2592000')
  if (req.headers['if-none-match'] === file.etag) {
    res.writeHead(304).end()
    return
  }
  const range = rangeOf(req.headers.range, size)
  if (range === 'outside') {
    res.writeHead(416, { 'Content-Range': `bytes */${size}` }).end()
    return
  }
  const { end, start } = range ?? { start: 0, end: size - 1 }
  res.writeHead(range ? 206 : 200, {
    'Content-Length': end - start + 1,
    ...(range && { 'Content-Range': `bytes ${start}-${end}/${size}` }),
  })
  if (req.method === 'HEAD' || size === 0) {
    res.end()
    return
  }
  await pipeline(createReadStream(file.path, { start, end }), res)
}

const rangeOf = (header: string | undefined, size: number) => {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || first + last === '') {
    return null
  }
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start > end ? 'outside' : { start, end }
}

const TYPES: Record<string, string> = {
  avif: 'image/avif',
  bin: 'application/octet-stream',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  m3u8: 'application/x-mpegURL',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webm: 'video/webm',
  webp: 'image/webp',
}
