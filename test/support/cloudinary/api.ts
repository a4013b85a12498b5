// The API's paths: who may ask, and who answers.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { handleAdmin } from './admin.ts'
import { ACTIONS } from './assets.ts'
import { sendFile } from './delivery.ts'
import { readForm } from './form.ts'
import { checkBasic, checkSignature } from './proof.ts'
import { keyOf, refuse, type SeenRequest, type State } from './state.ts'
import { handleUpload } from './upload.ts'

type Args = {
  state: State
  req: IncomingMessage
  res: ServerResponse
  url: URL
  seen: SeenRequest
  /** Called with each piece of the request. */
  onData: () => void
}

export const isAdmin = (action: string): boolean => ['ping', 'usage', 'resources'].includes(action)

/** @returns what is answered as JSON; `null` when a file has been sent. */
export const answerApi = async (args: Args): Promise<object | null> => {
  const { req, res, seen, state, url } = args
  const [, , cloud, ...parts] = url.pathname.split('/').map(decodeURIComponent)
  if (cloud !== state.options.cloudName) {
    throw refuse(404, 'Unknown cloud name')
  }
  if (isAdmin(seen.action)) {
    checkBasic(state, req.headers.authorization)
    countAdminCall(state, res)
    return handleAdmin({ parts, query: url.searchParams, state })
  }
  const [resourceType = ''] = parts
  if (!['image', 'video', 'raw', 'auto'].includes(resourceType)) {
    throw refuse(404, 'Not found')
  }
  if (seen.action === 'download') {
    await download({ ...args, resourceType })
    return null
  }
  const form = await readForm({
    onData: args.onData,
    path: join(state.folder, randomUUID()),
    req,
  })
  seen.fields = form.fields
  seen.fileBytes = form.file?.bytes ?? 0
  checkSignature(state, form.fields)
  if (seen.action === 'upload') {
    return handleUpload({ form, headers: req.headers, resourceType, state })
  }
  const action = Object.hasOwn(ACTIONS, seen.action) ? ACTIONS[seen.action] : undefined
  if (!action) {
    throw refuse(404, 'Not found')
  }
  return action({ fields: form.fields, resourceType, state })
}

const countAdminCall = (state: State, res: ServerResponse): void => {
  state.adminCalls += 1
  const left = state.options.adminCalls - state.adminCalls
  res.setHeader('X-FeatureRateLimit-Limit', state.options.adminCalls)
  res.setHeader('X-FeatureRateLimit-Remaining', Math.max(0, left))
  res.setHeader('X-FeatureRateLimit-Reset', new Date(Date.now() + 3_600_000).toUTCString())
  if (left < 0) {
    throw refuse(420, 'Rate Limit Exceeded')
  }
}

const download = async ({
  req,
  res,
  resourceType,
  state,
  url,
}: Args & { resourceType: string }): Promise<void> => {
  const fields = Object.fromEntries(url.searchParams)
  checkSignature(state, fields)
  if (fields.expires_at && Number(fields.expires_at) < Date.now() / 1000) {
    throw refuse(401, 'The address has expired')
  }
  const { public_id = '', type = 'upload' } = fields
  const asset = state.assets.get(keyOf(resourceType, type, public_id))
  if (!asset) {
    throw refuse(404, `Resource not found - ${public_id}`)
  }
  await sendFile({
    file: { path: asset.path, contentType: 'application/octet-stream', etag: `"${asset.etag}"` },
    req,
    res,
  })
}
