// What the stand-in delivers: /f/<key> and /a/<app>/<key>, public or signed, whole or in part.
import { createHmac } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { problemOfSignature } from './signature.ts'
import { sendJson, type Handler, type HeldFile, type Standin } from './types.ts'

export const serveFile: Handler = async ({ req, res, standin, url }) => {
  const [, app, id = ''] = /^(?:\/f|\/a\/([^/]+))\/([^/]+)$/.exec(url.pathname) ?? []
  const file = heldFile(decodeURIComponent(id), standin)
  if ((app !== undefined && app !== standin.appId) || file === null) {
    return sendJson(res, 404, { error: 'File not found' })
  }
  if (file.acl === 'private' || url.searchParams.has('signature')) {
    const { apiKey, now } = standin
    const problem = problemOfSignature({ apiKey, href: url.href, now: now() })
    if (problem !== null) {
      return sendJson(res, 403, { error: problem })
    }
  }
  const range = rangeOf(req.headers.range, file.size)
  if (range === null) {
    res.writeHead(416, { 'content-range': `bytes */${file.size}` })
    res.end()
    return
  }
  const { end, start } = range
  res.writeHead(req.headers.range ? 206 : 200, {
    'accept-ranges': 'bytes',
    'content-disposition': `${file.disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'content-length': String(end - start + 1),
    'content-type': file.type,
    etag: `"${file.hash}"`,
    ...(req.headers.range ? { 'content-range': `bytes ${start}-${end}/${file.size}` } : {}),
  })
  if (req.method === 'HEAD' || end < start) {
    res.end()
    return
  }
  // A reader who has enough goes away; that is no error of the server.
  await pipeline(createReadStream(file.path, { start, end }), res).catch(() => undefined)
}

/** A signed address as the API hands them out. */
export const presignFile = ({
  expires,
  file,
  origin,
  standin,
}: {
  expires: number
  file: HeldFile
  origin: string
  standin: Standin
}): string => {
  const url = `${origin}/a/${standin.appId}/${file.key}?expires=${expires}`
  const hex = createHmac('sha256', standin.apiKey).update(url).digest('hex')
  return `${url}&signature=${encodeURIComponent(`hmac-sha256=${hex}`)}`
}

const heldFile = (id: string, { files }: Standin): HeldFile | null => {
  const file = files.get(id) ?? [...files.values()].find(({ customId }) => customId === id)
  return file === undefined || file.hash === null ? null : file
}

/** One range, as everybody asks for it; `null` when nothing of the file is in it. */
const rangeOf = (
  header: string | undefined,
  size: number,
): { start: number; end: number } | null => {
  if (header === undefined) {
    return { start: 0, end: size - 1 }
  }
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? []
  if (first === '') {
    return last === '' ? null : { start: Math.max(0, size - Number(last)), end: size - 1 }
  }
  const start = Number(first)
  return start >= size
    ? null
    : { start, end: Math.min(last === '' ? Infinity : Number(last), size - 1) }
}
