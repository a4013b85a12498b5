// Signatures of addresses. Those of Cloudinary's grammar cover the steps and the id; our own, for files
// that not everybody may fetch, also say until when and for whom.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { deliveryPath, serialise, signedPart, type Address } from './grammar/index.ts'

export type SignatureAlgorithm = 'sha1' | 'sha256'

/**
 * The signature in `s--…--`.
 *
 * @param part What {@link signedPart} gives.
 * @param isLong 32 characters, always of SHA-256; otherwise 8.
 * @see https://cloudinary.com/documentation/delivery_url_signatures
 */
export const deliverySignature = ({
  algorithm = 'sha1',
  isLong = false,
  part,
  secret,
}: {
  part: string
  secret: string
  algorithm?: SignatureAlgorithm
  isLong?: boolean
}): string =>
  createHash(isLong ? 'sha256' : algorithm)
    .update(part + secret)
    .digest('base64')
    .slice(0, isLong ? 32 : 8)
    .replace(/\+/g, '-')
    .replace(/\//g, '_')

/** Who an address was made for: a member of the tenant, or whoever holds a link of its site. */
export type Audience = 'member' | 'link'

export type Grant = { audience: Audience; /** Unix seconds. */ expires: number }

/**
 * The path and query of a file that not everybody may fetch, at our own origin.
 *
 * @param base Put before it, e.g. `/media`.
 */
export const grantedPath = ({
  address,
  grant,
  secret,
}: {
  address: Omit<Address, 'signature'>
  grant: Grant
  secret: string
}): string => {
  const signature = grantSignature({ address, grant, secret })
  return `${deliveryPath({ ...address, signature })}?e=${grant.expires}&a=${grant.audience}`
}

/** Whether the signature in the address is right and the time not over. */
export const isGranted = ({
  address,
  grant,
  now = Date.now(),
  secret,
}: {
  address: Address
  grant: Grant
  secret: string
  now?: number
}): boolean =>
  grant.expires * 1000 > now &&
  isSame(address.signature ?? '', grantSignature({ address, grant, secret }))

/** Reads the query that {@link grantedPath} wrote. */
export const grantOf = (query: URLSearchParams): Grant | null => {
  const expires = query.get('e') ?? ''
  const audience = query.get('a')
  return /^\d{1,11}$/.test(expires) && (audience === 'member' || audience === 'link')
    ? { audience, expires: Number(expires) }
    : null
}

/**
 * The end of an address that is made now: `seconds` at least, on a mark that many requests share, so
 * that browsers keep what they have.
 */
export const expiryFrom = ({
  now = Date.now(),
  seconds,
}: {
  seconds: number
  now?: number
}): number => Math.ceil((now / 1000 + seconds) / (seconds / 4)) * (seconds / 4)

const grantSignature = ({
  address,
  grant,
  secret,
}: {
  address: Omit<Address, 'signature'>
  grant: Grant
  secret: string
}): string =>
  createHmac('sha256', `vitrine-media-v1:${secret}`)
    .update(
      [
        address.resourceType,
        address.deliveryType,
        serialise(address.transformation),
        String(address.version),
        signedPart({ ...address, transformation: [] }),
        String(grant.expires),
        grant.audience,
      ].join('\n'),
    )
    .digest('base64url')
    .slice(0, 32)

/** In constant time. */
export const isSame = (given: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
