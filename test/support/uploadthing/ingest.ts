// The stand-in's ingest: PUT of a signed file, HEAD to learn where to go on.
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { verifyKey } from '@uploadthing/shared'
import { runSync } from 'effect/Micro'
import { md5OfFile, receiveFile } from './multipart.ts'
import { problemOfSignature } from './signature.ts'
import { sendJson, type Handler, type HeldFile, type Standin } from './types.ts'

/** `PUT|HEAD /ingest/<key>?expires&x-ut-…&signature` */
export const ingest: Handler = async ({ failure, req, res, standin, url }) => {
  const key = decodeURIComponent(url.pathname.replace(/^\/ingest\//, ''))
  const refusal = refusalOf({ key, standin, url })
  if (refusal !== null) {
    req.resume()
    return sendJson(res, refusal.status, { error: refusal.error })
  }
  const file = standin.files.get(key) ?? partialFile({ key, standin, url })
  if (req.method === 'HEAD') {
    res.writeHead(200, { 'x-ut-range-start': String(file.received) })
    res.end()
    return
  }
  if (file.hash !== null) {
    req.resume()
    return sendJson(res, 409, { error: 'File already exists' })
  }
  const offset = Number(/^bytes=(\d+)-$/.exec(req.headers.range ?? 'bytes=0-')?.[1] ?? NaN)
  if (offset !== 0 && offset !== file.received) {
    req.resume()
    return sendJson(res, 416, { error: 'Range does not continue the upload' })
  }
  standin.files.set(key, file)
  const { isWhole, size } = await receiveFile({
    offset,
    path: file.path,
    req,
    stopAfter: failure?.kind === 'drop' ? (file.size - offset) / 2 : undefined,
  })
  file.received = size
  if (!isWhole) {
    return
  }
  if (size !== file.size) {
    standin.files.delete(key)
    await rm(file.path, { force: true })
    return sendJson(res, 400, { error: 'File size does not match the signed size' })
  }
  file.hash = await md5OfFile(file.path)
  file.uploadedAt = standin.now()
  const fileUrl = `${url.origin}/f/${key}`
  const appUrl = `${url.origin}/a/${standin.appId}/${key}`
  sendJson(res, 200, {
    url: fileUrl,
    appUrl,
    ufsUrl: appUrl,
    fileHash: file.hash,
    serverData: null,
  })
}

const refusalOf = ({
  key,
  standin,
  url,
}: {
  key: string
  standin: Standin
  url: URL
}): { status: number; error: string } | null => {
  const { apiKey, appId, canOverrideAcl, files, limitBytes, now } = standin
  const signature = problemOfSignature({ apiKey, href: url.href, now: now() })
  if (signature !== null) {
    return { status: 401, error: signature }
  }
  const given = paramsOf(url)
  const unknown = [...given.keys()].find((name) => !KNOWN.test(name))
  if (unknown !== undefined) {
    return { status: 400, error: `Unknown parameter ${unknown}` }
  }
  if (given.get('x-ut-identifier') !== appId || !runSync(verifyKey(key, appId))) {
    return { status: 400, error: 'Invalid file key' }
  }
  const size = Number(given.get('x-ut-file-size') ?? NaN)
  if (!given.get('x-ut-file-name') || !Number.isInteger(size) || size < 0) {
    return { status: 400, error: 'Missing file name or size' }
  }
  if (!/^(inline|attachment)?$/.test(given.get('x-ut-content-disposition') ?? '')) {
    return { status: 400, error: 'Invalid content disposition' }
  }
  if (given.has('x-ut-acl') && !canOverrideAcl) {
    return { status: 400, error: 'ACL override is not allowed for this app' }
  }
  const used = [...files.values()].reduce((sum, file) => sum + file.received, 0)
  return used + size > limitBytes ? { status: 403, error: 'Usage limit exceeded' } : null
}

const KNOWN =
  /^(expires|signature|x-ut-(identifier|file-name|file-size|file-type|slug|custom-id|content-disposition|acl))$/

/** Values are escaped once more than a query needs. */
const paramsOf = (url: URL): Map<string, string> =>
  new Map(
    [...url.searchParams].map(([name, value]) => [
      name,
      name.startsWith('x-ut-') ? decodeURIComponent(value) : value,
    ]),
  )

const partialFile = ({
  key,
  standin,
  url,
}: {
  key: string
  standin: Standin
  url: URL
}): HeldFile => {
  const given = paramsOf(url)
  return {
    key,
    customId: given.get('x-ut-custom-id') ?? null,
    name: given.get('x-ut-file-name') ?? '',
    size: Number(given.get('x-ut-file-size')),
    type: given.get('x-ut-file-type') || 'application/octet-stream',
    acl: given.get('x-ut-acl') === 'private' ? 'private' : 'public-read',
    disposition: given.get('x-ut-content-disposition') ?? 'inline',
    path: path.join(standin.folder, randomUUID()),
    received: 0,
    hash: null,
    uploadedAt: 0,
  }
}
