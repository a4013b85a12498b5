// Notifications of Cloudinary, verified and put into words of ours. Pure: whoever receives them over
// HTTP keeps the idempotency keys and does what they say.
import { createHash } from 'node:crypto'
import type { CloudinaryAccount } from './account.ts'
import { number, record, text } from './client/asset.ts'
import { verifyWebhook } from './webhookSignature.ts'

type Common = {
  /** Unix seconds, as signed. */
  timestamp: number
  /** Of the account whose secret proved it. */
  cloudName: string
  assetId: string | null
  /** The same for each delivery of one notification: Cloudinary sends again what was not answered. */
  idempotencyKey: string
}

export type CloudinaryEvent = Common &
  (
    | {
        type: 'eager'
        publicId: string
        batchId: string | null
        /** Whether all that was asked for has been made. */
        isComplete: boolean
        renditions: { transformation: string; format: string | null; hasFailed: boolean }[]
      }
    | {
        type: 'upload'
        publicId: string
        resourceType: string | null
        deliveryType: string | null
        version: number | null
        bytes: number | null
        etag: string | null
      }
    | { type: 'moderation'; publicId: string; kind: string | null; status: string | null }
    | {
        type: 'delete'
        removed: { publicId: string; resourceType: string | null; deliveryType: string | null }[]
      }
    | { type: 'other'; notificationType: string; publicId: string | null }
  )

export type WebhookProblem = {
  code:
    | 'webhook_unsigned'
    | 'webhook_unreadable'
    | 'webhook_unknown_account'
    | 'webhook_other_key'
    | 'webhook_forged'
    | 'webhook_stale'
  /** To answer with. */
  status: 400 | 401
  sentence: string
}

export type AccountFor = (hint: {
  apiKey: string | null
  publicId: string | null
}) => Promise<CloudinaryAccount | null> | CloudinaryAccount | null

/** Bytes; what Cloudinary sends has some kilobytes. */
const MOST = 1_000_000

/**
 * @param rawBody As it arrived: a parsed and rewritten body has another signature.
 * @param accountFor Finds whose secret to try, by what the body says of itself; that is not proven
 *   yet, so use it for nothing else.
 * @param now Milliseconds.
 */
export const readNotification = async ({
  accountFor,
  headers,
  now = Date.now(),
  rawBody,
}: {
  rawBody: Uint8Array | string
  headers: Headers
  accountFor: AccountFor
  now?: number
}): Promise<{ event: CloudinaryEvent } | { problem: WebhookProblem }> => {
  const signature = headers.get('x-cld-signature') ?? ''
  const time = headers.get('x-cld-timestamp') ?? ''
  if (!/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(signature) || !/^\d{1,13}$/.test(time)) {
    return problem('webhook_unsigned', 401, 'The notification carries no signature.')
  }
  const bytes = typeof rawBody === 'string' ? new TextEncoder().encode(rawBody) : rawBody
  const body = parse(bytes)
  if (body === null) {
    return problem('webhook_unreadable', 400, 'The notification is no JSON object.')
  }
  const signingKey = text(body.signature_key) ?? text(body.api_key)
  const publicId = text(body.public_id)
  const account = await accountFor({ apiKey: signingKey, publicId })
  if (account === null) {
    return problem('webhook_unknown_account', 401, 'No cloud of ours has this notification.')
  }
  const { apiSecret: secret } = account
  const timestamp = Number(time)
  const proof = verifyWebhook({ now, rawBody: bytes, secret, signature, timestamp })
  if (proof === 'stale') {
    return problem('webhook_stale', 401, 'The notification is too old, or a clock is wrong.')
  }
  if (proof === 'forged') {
    return signingKey !== null && signingKey !== account.apiKey
      ? problem(
          'webhook_other_key',
          401,
          'The notification is signed with another key than ours. Choose our key for notifications in Cloudinary, under “Webhook Notifications”.',
        )
      : problem('webhook_forged', 401, "The notification's signature is wrong.")
  }
  return { event: eventOf({ account, body, rawBody: bytes, timestamp }) }
}

/** For `readNotification` of plugins/media, which asks the driver itself what is new. */
export const notificationReader =
  ({ accountFor }: { accountFor: AccountFor }) =>
  async ({
    headers,
    rawBody,
  }: {
    rawBody: string
    headers: Headers
  }): Promise<{ publicId: string; timestamp: number } | null> => {
    const read = await readNotification({ accountFor, headers, rawBody })
    if ('problem' in read) {
      return null
    }
    const { event } = read
    // Proven, but about no one file: answered, so that it is not sent again.
    const publicId = 'publicId' in event ? (event.publicId ?? '') : ''
    return { publicId, timestamp: event.timestamp }
  }

const parse = (rawBody: Uint8Array): Record<string, unknown> | null => {
  if (rawBody.length > MOST) {
    return null
  }
  try {
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody))
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? record(body) : null
  } catch {
    return null
  }
}

const eventOf = ({
  account,
  body,
  rawBody,
  timestamp,
}: {
  account: CloudinaryAccount
  body: Record<string, unknown>
  rawBody: Uint8Array
  timestamp: number
}): CloudinaryEvent => {
  const notificationType = text(body.notification_type) ?? 'unknown'
  const digest = createHash('sha256').update(rawBody).digest('hex')
  const common = {
    timestamp,
    cloudName: account.cloudName,
    assetId: text(body.asset_id),
    idempotencyKey: `${account.cloudName}:${notificationType}:${digest}`,
  }
  const publicId = text(body.public_id)
  if (notificationType === 'delete') {
    return { ...common, type: 'delete', removed: removedOf(body) }
  }
  if (publicId === null) {
    return { ...common, type: 'other', notificationType, publicId }
  }
  switch (notificationType) {
    case 'eager': {
      const renditions = list(body.eager).map(renditionOf)
      const isComplete = renditions.length > 0 && !renditions.some(({ hasFailed }) => hasFailed)
      const batchId = text(body.batch_id)
      return { ...common, type: 'eager', publicId, batchId, isComplete, renditions }
    }
    case 'upload':
      return {
        ...common,
        type: 'upload',
        publicId,
        resourceType: text(body.resource_type),
        deliveryType: text(body.type),
        version: number(body.version) ?? null,
        bytes: number(body.bytes) ?? null,
        etag: text(body.etag),
      }
    case 'moderation': {
      const [kind, status] = [text(body.moderation_kind), text(body.moderation_status)]
      return { ...common, type: 'moderation', publicId, kind, status }
    }
    default:
      return { ...common, type: 'other', notificationType, publicId }
  }
}

const renditionOf = (entry: Record<string, unknown>) => ({
  transformation: text(entry.transformation) ?? '',
  format: text(entry.format),
  hasFailed: entry.status === 'failed' || entry.error !== undefined,
})

const removedOf = (body: Record<string, unknown>) =>
  [...list(body.resources), body].flatMap((entry) => {
    const publicId = text(entry.public_id)
    return publicId === null
      ? []
      : [{ publicId, resourceType: text(entry.resource_type), deliveryType: text(entry.type) }]
  })

const list = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.map(record) : []

const problem = (
  code: WebhookProblem['code'],
  status: WebhookProblem['status'],
  sentence: string,
): { problem: WebhookProblem } => ({ problem: { code, status, sentence } })
