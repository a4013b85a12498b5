// The stand-in's API: POST /v6/… with the app's key in a header.
import { rm } from 'node:fs/promises'
import { presignFile } from './serve.ts'
import { sendJson, type HeldFile, type Standin } from './types.ts'

type Body = Record<string, unknown>
type Answer = { status: number; body: unknown }

/** Answers one call. */
export const answerApi = async ({
  apiKey,
  json,
  name,
  origin,
  res,
  standin,
}: {
  apiKey: string | undefined
  json: unknown
  name: string
  origin: string
  res: Parameters<typeof sendJson>[0]
  standin: Standin
}): Promise<void> => {
  if (apiKey !== standin.apiKey) {
    return sendJson(res, 401, { error: 'Invalid API key' })
  }
  const method = METHODS[name]
  if (method === undefined) {
    return sendJson(res, 404, { error: 'Not found' })
  }
  const { body, status } = await method({ body: (json ?? {}) as Body, origin, standin })
  sendJson(res, status, body)
}

type Method = (args: { body: Body; origin: string; standin: Standin }) => Promise<Answer> | Answer

const listFiles: Method = ({ body, standin }) => {
  const { limit = 500, offset = 0 } = body as { limit?: number; offset?: number }
  const whole = [...standin.files.values()]
  const page = whole.slice(offset, offset + Math.min(limit, 500))
  return ok({
    hasMore: offset + page.length < whole.length,
    files: page.map(({ customId, hash, key, name, size, uploadedAt }) => ({
      id: key,
      customId,
      key,
      name,
      size,
      status: hash === null ? 'Uploading' : 'Uploaded',
      uploadedAt,
    })),
  })
}

const deleteFiles: Method = async ({ body, standin }) => {
  const found = filesOf(body, standin)
  if (found === null) {
    return invalid
  }
  for (const { key, path } of found) {
    standin.files.delete(key)
    await rm(path, { force: true })
  }
  return ok({ success: true, deletedCount: found.length })
}

const renameFiles: Method = ({ body, standin }) => {
  for (const update of updatesOf(body)) {
    const file = fileOf(update, standin)
    if (file === undefined || typeof update.newName !== 'string') {
      return invalid
    }
    file.name = update.newName
  }
  return ok({ success: true })
}

const updateACL: Method = ({ body, standin }) => {
  if (!standin.canOverrideAcl) {
    return { status: 400, body: { error: 'ACL override is not allowed for this app' } }
  }
  for (const { acl, ...which } of updatesOf(body)) {
    const file = fileOf(which, standin)
    if (file === undefined || (acl !== 'private' && acl !== 'public-read')) {
      return invalid
    }
    file.acl = acl
  }
  return ok({ success: true })
}

const requestFileAccess: Method = ({ body, origin, standin }) => {
  const { expiresIn = 3600 } = body as { expiresIn?: number }
  const file = fileOf(body, standin)
  if (file === undefined || !(expiresIn > 0 && expiresIn <= 7 * 86_400)) {
    return invalid
  }
  const url = presignFile({ expires: standin.now() + expiresIn * 1000, file, origin, standin })
  return ok({ url, ufsUrl: url })
}

const getUsageInfo: Method = ({ standin }) => {
  const files = [...standin.files.values()]
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0)
  const { limitBytes } = standin
  return ok({ totalBytes, appTotalBytes: totalBytes, filesUploaded: files.length, limitBytes })
}

const METHODS: Record<string, Method | undefined> = {
  deleteFiles,
  getUsageInfo,
  listFiles,
  renameFiles,
  requestFileAccess,
  updateACL,
}

const ok = (body: unknown): Answer => ({ status: 200, body })
const invalid: Answer = { status: 400, body: { error: 'Invalid input' } }

const updatesOf = ({ updates }: Body): Body[] => (Array.isArray(updates) ? (updates as Body[]) : [])

const fileOf = ({ customId, fileKey }: Body, { files }: Standin): HeldFile | undefined =>
  typeof fileKey === 'string'
    ? files.get(fileKey)
    : [...files.values()].find((file) => customId !== undefined && file.customId === customId)

const filesOf = ({ customIds, fileKeys }: Body, standin: Standin): HeldFile[] | null => {
  const which = Array.isArray(fileKeys)
    ? fileKeys.map((fileKey: unknown) => ({ fileKey }))
    : Array.isArray(customIds)
      ? customIds.map((customId: unknown) => ({ customId }))
      : null
  return which?.flatMap((one) => fileOf(one, standin) ?? []) ?? null
}
