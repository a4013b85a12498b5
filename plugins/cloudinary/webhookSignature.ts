// Whether a notification comes from Cloudinary.
// https://cloudinary.com/documentation/notification_signatures
import { createHash } from 'node:crypto'
import { isSame } from '../media/signature.ts'

/** How old a notification may be. Cloudinary tries again for about ten minutes; its SDK takes 2 h. */
const PAST_SECONDS = 7200
/** How far the sender's clock may be ahead of ours. */
const FUTURE_SECONDS = 300

/** Hexadecimal, over the bytes as they arrived. */
export const webhookSignature = ({
  algorithm = 'sha1',
  rawBody,
  secret,
  timestamp,
}: {
  rawBody: Uint8Array | string
  /** Unix seconds, as in `X-Cld-Timestamp`. */
  timestamp: number
  secret: string
  algorithm?: 'sha1' | 'sha256'
}): string =>
  createHash(algorithm)
    .update(rawBody)
    .update(String(timestamp) + secret)
    .digest('hex')

/**
 * @param signature Of `X-Cld-Signature`; its length says which algorithm made it.
 * @param now Milliseconds.
 * @returns `stale` when the signature is right, but its time too far away.
 */
export const verifyWebhook = ({
  now = Date.now(),
  rawBody,
  secret,
  signature,
  timestamp,
}: {
  rawBody: Uint8Array | string
  timestamp: number
  signature: string
  secret: string
  now?: number
}): 'authentic' | 'forged' | 'stale' => {
  const algorithm = signature.length === 64 ? 'sha256' : 'sha1'
  if (!isSame(signature, webhookSignature({ algorithm, rawBody, secret, timestamp }))) {
    return 'forged'
  }
  const age = now / 1000 - timestamp
  return age > PAST_SECONDS || age < -FUTURE_SECONDS ? 'stale' : 'authentic'
}
