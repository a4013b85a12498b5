// Payload's REST API, served by the server itself and not through Next. What it could not make sense
// of is refused here, with a sentence.
import type { Context } from 'hono'
import { getPayload, handleEndpoints, type SanitizedConfig } from 'payload'
import { withCapability } from '../../access/claims.ts'
import { problemResponse, type Problem } from './problem.ts'
import { readText } from './readText.ts'

/** Of one document with all its text; files come as multipart and have limits of their own. */
const MOST_JSON_BYTES = 8 * 1024 * 1024

export const restHandler =
  ({ config }: { config: Promise<SanitizedConfig> }) =>
  async (c: Context): Promise<Response> => {
    const request = await sensibleRequest({ c, config })
    if (!(request instanceof Request)) {
      return problemResponse({ ...request, requestId: c.get('requestId') as string })
    }
    const answer = () => handleEndpoints({ config, request })
    // Whoever holds the name of a file that something published shows may fetch it.
    return FILE.test(c.req.path) ? withCapability('readSharedFile', '*', answer) : answer()
  }

/** Where forms may bring a file: a new one, another one for a document, an import. */
const TAKES_FILES = /^\/api\/((media|documents)(\/[0-9a-f-]{36})?|importer)$/

/** Files that come as they are, in chunks; their endpoints read no more than was announced. */
const BYTES = /^\/api\/(media|documents)\/(uploads\/(bytes|poster)|[^/]+\/poster)$/

const FILE = /^\/api\/(media|documents)\/file\//

/** The request as Payload takes it, or what is wrong with it. */
const sensibleRequest = async ({
  c,
  config,
}: {
  c: Context
  config: Promise<SanitizedConfig>
}): Promise<Request | Problem> => {
  const [, , collection = ''] = c.req.path.split('/')
  if (decodeURIComponent(collection) in Object.prototype) {
    return { status: 404, code: 'not_found', title: 'There is nothing at this address' }
  }
  const { raw } = c.req
  const type = (raw.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  const hasBody =
    raw.headers.has('transfer-encoding') || Number(raw.headers.get('content-length') ?? 0) > 0
  if (!hasBody) {
    return withoutBody(raw)
  }
  if (type === 'multipart/form-data' && !TAKES_FILES.test(c.req.path)) {
    return formRequest(raw)
  }
  if (type === 'multipart/form-data' || BYTES.test(c.req.path)) {
    return (await isSignedIn({ config, raw })) ? plainRequest(raw) : SIGN_IN
  }
  // A query too long for an address, as the admin sends it.
  const override =
    raw.headers.get('x-payload-http-method-override') ?? raw.headers.get('x-http-method-override')
  const isLongQuery =
    type === 'application/x-www-form-urlencoded' && override?.toUpperCase() === 'GET'
  if (isLongQuery) {
    return plainRequest(raw)
  }
  return type === 'application/json' ? jsonRequest(raw) : UNSUPPORTED
}

/** Bodies that may be large are read only of somebody who is known. */
const isSignedIn = async ({
  config,
  raw,
}: {
  config: Promise<SanitizedConfig>
  raw: Request
}): Promise<boolean> => {
  const payload = await getPayload({ config })
  return (await payload.auth({ headers: raw.headers })).user !== null
}

const SIGN_IN: Problem = {
  status: 401,
  code: 'not_signed_in',
  title: 'Sign in first',
  detail: 'Files are taken from people and keys that are known.',
}

const UNSUPPORTED: Problem = {
  status: 415,
  code: 'unsupported_media_type',
  title: 'This kind of body is not understood',
  detail: 'Send JSON as application/json, and files as multipart/form-data.',
}

const TOO_LARGE: Problem = {
  status: 413,
  code: 'body_too_large',
  title: 'The body is too large',
  detail: `Send at most ${MOST_JSON_BYTES / 1024 / 1024} MB of JSON at a time.`,
}

/** The admin sends every document as a form. Where no file belongs, only its text is taken. */
const formRequest = async (raw: Request): Promise<Request | Problem> => {
  const length = raw.headers.get('content-length')
  if (length === null || Number(length) > MOST_JSON_BYTES) {
    return TOO_LARGE
  }
  const form = await raw.formData().catch(() => null)
  const text = form?.get('_payload')
  const hasFile = form ? [...form.values()].some((value) => typeof value !== 'string') : false
  if (!form || hasFile || (text !== null && typeof text !== 'string')) {
    return {
      status: 400,
      code: hasFile ? 'no_files_here' : 'malformed_upload',
      title: hasFile ? 'No file belongs here' : 'The form broke off or is not multipart/form-data',
      detail: hasFile ? 'Send files to /api/media or /api/documents.' : 'Send it again.',
    }
  }
  const headers = new Headers(raw.headers)
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  return jsonRequest(
    new Request(raw.url, { method: raw.method, headers, signal: raw.signal, body: text || '{}' }),
  )
}

const jsonRequest = async (raw: Request): Promise<Request | Problem> => {
  const text = await readText({ most: MOST_JSON_BYTES, raw })
  if (text === null) {
    return TOO_LARGE
  }
  if (text !== '' && !isObject(text)) {
    return {
      status: 400,
      code: 'body_not_an_object',
      title: 'The body is not a JSON object',
      detail: 'Send an object: {"field": value}.',
    }
  }
  return new Request(raw.url, {
    method: raw.method,
    headers: raw.headers,
    signal: raw.signal,
    ...(text === '' || raw.method === 'GET' || raw.method === 'HEAD' ? {} : { body: text }),
  })
}

/** Payload reads fields from whatever a write brings; nothing counts as an object without any. */
const withoutBody = (raw: Request): Request => {
  const headers = new Headers(raw.headers)
  const isWrite = ['PATCH', 'POST', 'PUT'].includes(raw.method)
  headers.delete('content-length')
  if (isWrite) {
    headers.set('content-type', 'application/json')
  }
  return new Request(raw.url, {
    method: raw.method,
    headers,
    signal: raw.signal,
    ...(isWrite ? { body: '{}' } : {}),
  })
}

const isObject = (text: string): boolean => {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
  } catch {
    return false
  }
}

/** Payload defines properties on its request, which Hono's lightweight one does not allow. */
export const plainRequest = (request: Request): Request => {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    signal: request.signal,
    ...(hasBody ? { body: request.body, duplex: 'half' } : {}),
  })
}
