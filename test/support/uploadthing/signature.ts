// Checks signed addresses, written from UploadThing's documentation and not from our own signing.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** What is wrong with a signed address, or `null`. The signature covers all that stands before it. */
export const problemOfSignature = ({
  apiKey,
  href,
  now,
}: {
  apiKey: string
  /** Exactly as it was asked for. */
  href: string
  now: number
}): string | null => {
  const at = href.lastIndexOf('&signature=')
  if (at === -1) {
    return 'Missing signature'
  }
  const given = decodeURIComponent(href.slice(at + '&signature='.length))
  const expected = `hmac-sha256=${createHmac('sha256', apiKey).update(href.slice(0, at)).digest('hex')}`
  if (
    given.length !== expected.length ||
    !timingSafeEqual(Buffer.from(given), Buffer.from(expected))
  ) {
    return 'Invalid signature'
  }
  const expires = Number(new URL(href).searchParams.get('expires'))
  return Number.isFinite(expires) && expires > now ? null : 'URL expired'
}
