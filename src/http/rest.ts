// Payload's REST API, served by the server itself and not through Next. What it could not make sense
// of is refused here, with a sentence.
import type { Context } from 'hono'
import { getPayload, handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import { withCapability } from '../../access/claims.ts'
import { principalOf, tenantsWith } from '../../access/principal.ts'
import { FORM_HEADER } from '../../collections/shared/values/form.ts'
import { strangeNameIn, strangeNameSentence } from '../../collections/shared/values/strangeNames.ts'
import { unstorableIn, UNSTORABLE_SENTENCE } from '../../collections/shared/values/text.ts'
import { hadOutage } from '../../plugins/row-level-security/index.ts'
import { allowedMethods, isUnserved } from './allowedMethods.ts'
import { presentApiAnswer } from './apiProblem.ts'
import { removeFormFiles } from './formFiles.ts'
import { formParts, unreadSentence } from './formParts.ts'
import { movingBody } from './movingBody.ts'
import { problem, refusal, refusedByOutage } from './problem.ts'
import { DEEPEST, nestingOf } from '../questions/nestingOf.ts'
import { readBytes } from './readBytes.ts'
import { readText, requireUncompressed, requireUtf8 } from './readText.ts'
import { takeError } from './requestContext.ts'

/** Of one document with all its text; files come as multipart and have limits of their own. */
const MOST_JSON_BYTES = 8 * 1024 * 1024

/** What `Request` and Payload know; `TRACE` is neither's. */
const METHODS = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'])

/** @throws a refusal, which the application presents. */
export const restHandler =
  ({ config }: { config: Promise<SanitizedConfig> }) =>
  async (c: Context): Promise<Response> => {
    const payload = await getPayload({ config })
    const { pathname } = new URL(c.req.url)
    const nowhere = nowhereOf({ method: c.req.method, pathname, payload })
    if (!METHODS.has(c.req.method) || isUnserved({ pathname, payload })) {
      throw refusal(nowhere)
    }
    const request = await sensibleRequest({ c, config })
    const answer = () => handleEndpoints({ config, request })
    // Whoever holds the name of a file that something published shows may fetch it.
    let answered: Response
    try {
      answered = FILE.test(c.req.path)
        ? await withCapability('readSharedFile', '*', answer)
        : await answer()
    } finally {
      await removeFormFiles({ payload, request })
    }
    // What was made of a question that nobody answered is no answer: that nobody is signed in, say.
    if (hadOutage() && (answered.status >= 400 || request.method === 'GET')) {
      throw refusedByOutage()
    }
    const presented = await presentApiAnswer({
      accept: c.req.header('accept'),
      answer: answered,
      error: takeError(),
      notFound: problem(nowhere),
    })
    return c.req.method === 'HEAD' ? new Response(null, presented) : presented
  }

/** Nothing there, or something that takes other methods. */
const nowhereOf = ({
  method,
  pathname,
  payload,
}: {
  method: string
  pathname: string
  payload: Payload
}): Parameters<typeof problem>[0] => {
  const allow = allowedMethods({ pathname, payload })
  return allow.length > 0 && !allow.includes(method)
    ? {
        code: 'method_not_allowed',
        allow,
        detail: `Use ${allow.filter((one) => one !== 'OPTIONS').join(', ')} here.`,
      }
    : NOTHING
}

const NOTHING: Parameters<typeof problem>[0] = {
  code: 'not_found',
  detail: 'Check the URL: the collection, the id and what follows them.',
}

/** Where forms may bring a file: a new one, another one for a document, an import. */
const TAKES_FILES = /^\/api\/((media|documents)(\/[0-9a-f-]{36})?|importer)$/

/** Files that come with PUT as they are, in chunks; their endpoints read no more than was announced. */
const BYTES = /^\/api\/(media|documents)\/(uploads\/(bytes|poster)|[^/]+\/poster)$/

/** What is written into a document is looked at by its fields; see `collections/shared/hooks/refuseMalformed.ts`. */
const DOCUMENT = /^\/api\/[a-z-]+(\/[0-9a-f-]{36})?\/?$/

const FILE = /^\/api\/(media|documents)\/file\//

/** The request as Payload takes it. */
const sensibleRequest = async ({
  c,
  config,
}: {
  c: Context
  config: Promise<SanitizedConfig>
}): Promise<Request> => {
  const [, , collection = ''] = c.req.path.split('/')
  if (decodeURIComponent(collection) in Object.prototype) {
    throw refusal({ code: 'not_found' })
  }
  const raw = c.req.method === 'HEAD' ? asGet(c.req.raw) : c.req.raw
  rejectPointFilters(new URL(raw.url).search)
  const type = (raw.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  const hasBody =
    raw.headers.has('transfer-encoding') || Number(raw.headers.get('content-length') ?? 0) > 0
  if (!hasBody) {
    return withoutBody(raw)
  }
  requireUncompressed(raw.headers)
  if (type === 'multipart/form-data' && !TAKES_FILES.test(c.req.path)) {
    return formRequest(raw)
  }
  if (type === 'multipart/form-data' || (raw.method === 'PUT' && BYTES.test(c.req.path))) {
    await requireSender({ collection, config, raw })
    const moving = raw.body && movingBody(raw.body)
    return plainRequest(
      raw,
      moving && type === 'multipart/form-data'
        ? formParts(moving, raw.headers.get('content-type') ?? '')
        : moving,
    )
  }
  // A query too long for an address, as the admin sends it.
  const override =
    raw.headers.get('x-payload-http-method-override') ?? raw.headers.get('x-http-method-override')
  const isLongQuery =
    raw.method === 'POST' &&
    type === 'application/x-www-form-urlencoded' &&
    override?.toUpperCase() === 'GET'
  if (isLongQuery) {
    const text = await readText({ most: MOST_JSON_BYTES, raw })
    if (text === null) {
      throw tooLarge()
    }
    rejectPointFilters(text)
    return new Request(raw.url, {
      method: raw.method,
      headers: raw.headers,
      signal: raw.signal,
      body: text,
    })
  }
  if (type !== 'application/json') {
    throw refusal({
      code: 'unsupported_media_type',
      detail: 'Send JSON as application/json, and files as multipart/form-data.',
    })
  }
  return jsonRequest(raw)
}

/** Filters of points on a map, which no collection has; the adapter fails over them. */
const rejectPointFilters = (query: string): void => {
  if (/(\[|%5B)(near|within|intersects)(\]|%5D)/i.test(query)) {
    throw refusal({ code: 'filter_not_possible', detail: 'No field here holds a point on a map.' })
  }
}

/** Payload has no endpoints for HEAD; the answer to GET without its body is one. */
const asGet = (raw: Request): Request =>
  new Request(raw.url, { headers: raw.headers, signal: raw.signal })

/**
 * Bodies that may be large are read only from somebody who is signed in and may keep a file in some workspace.
 * Only the body names that workspace, so the exact rule comes later. The importer asks a rule of its own.
 */
const requireSender = async ({
  collection,
  config,
  raw,
}: {
  collection: string
  config: Promise<SanitizedConfig>
  raw: Request
}): Promise<void> => {
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers: raw.headers })
  if (!user) {
    throw refusal({
      code: 'not_signed_in',
      detail: 'Sign in first. Files are taken from people and keys that are known.',
    })
  }
  if ((collection === 'media' || collection === 'documents') && !canKeepFiles(user, collection)) {
    throw refusal({
      code: 'forbidden',
      detail: 'You may not add or change files in any workspace.',
    })
  }
}

const canKeepFiles = (user: unknown, collection: 'media' | 'documents'): boolean => {
  const principal = principalOf(user)
  const ways = ['create', 'updateOwn', 'updateAny'] as const
  return (
    principal.isOperator ||
    ways.some((way) => tenantsWith(principal, `${collection}.${way}`).length > 0)
  )
}

const tooLarge = () =>
  refusal({
    code: 'body_too_large',
    detail: `Send at most ${MOST_JSON_BYTES / 1024 / 1024} MB of JSON at a time.`,
  })

/** The admin sends every document as a form. Where no file belongs, only its text is taken. */
const formRequest = async (raw: Request): Promise<Request> => {
  const bytes = await readBytes({ most: MOST_JSON_BYTES, raw })
  if (!bytes) {
    throw tooLarge()
  }
  const form = await new Response(bytes, {
    headers: { 'content-type': raw.headers.get('content-type') ?? '' },
  })
    .formData()
    .catch(() => null)
  const [text = null, ...more] = form?.getAll('_payload') ?? []
  if (more.length > 0) {
    throw refusal({ code: 'malformed_upload', detail: 'Give “_payload” once in the form.' })
  }
  const hasFile = form ? [...form.values()].some((value) => typeof value !== 'string') : false
  if (!form || hasFile || (text !== null && typeof text !== 'string')) {
    throw refusal(
      hasFile
        ? { code: 'no_files_here', detail: 'Send files to /api/media or /api/documents.' }
        : {
            code: 'malformed_upload',
            detail: 'The form broke off or is not multipart/form-data. Send it again.',
          },
    )
  }
  requireUtf8(bytes)
  const unread = [...form.keys()].find((name) => name !== '_payload')
  if (unread !== undefined) {
    throw refusal({ code: 'malformed_upload', detail: unreadSentence(unread) })
  }
  const headers = new Headers(raw.headers)
  headers.set('content-type', 'application/json')
  headers.set(FORM_HEADER, 'true')
  headers.delete('content-length')
  return jsonRequest(
    new Request(raw.url, { method: raw.method, headers, signal: raw.signal, body: text || '{}' }),
  )
}

const jsonRequest = async (raw: Request): Promise<Request> => {
  const text = await readText({ most: MOST_JSON_BYTES, raw })
  if (text === null) {
    throw tooLarge()
  }
  const sent = text === '' ? {} : objectIn(text)
  if (!sent) {
    throw refusal({ code: 'body_not_an_object', detail: 'Send an object: {"field": value}.' })
  }
  if (nestingOf(text) > DEEPEST) {
    throw refusal({
      code: 'malformed_value',
      detail: `Send values that are nested at most ${DEEPEST} levels deep.`,
    })
  }
  const strange = strangeNameIn(sent)
  if (strange !== undefined) {
    throw refusal({ code: 'malformed_value', detail: strangeNameSentence(strange) })
  }
  const unstorable = DOCUMENT.test(new URL(raw.url).pathname) ? undefined : unstorableIn(sent)
  if (unstorable !== undefined) {
    const path = unstorable.replace(/^\./, '')
    throw refusal({
      code: 'malformed_value',
      detail: `“${path}” ${UNSTORABLE_SENTENCE}`,
      errors: [{ path, message: UNSTORABLE_SENTENCE }],
    })
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

const objectIn = (text: string): object | null => {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && !Array.isArray(parsed) ? parsed : null
  } catch {
    return null
  }
}

/** Payload defines properties on its request, which Hono's lightweight one does not allow. */
export const plainRequest = (request: Request, body = request.body): Request => {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    signal: request.signal,
    ...(hasBody ? { body, duplex: 'half' } : {}),
  })
}
