/** What a statement may rely on: who asks, and what he holds where. */

export type Claims = {
  /** A uuid; `null` for anonymous callers and the application's own code. */
  userId: string | null
  /** Rights held in tenants. The bits of `permissions` mean what the application's policies say. */
  grants: readonly TenantGrant[]
  /** Names that a policy asks for with `rls.has_cap('…')`: letters, digits, `_` and `-`. */
  caps: readonly string[]
}

export type TenantGrant = {
  permissions: bigint
  /** Tenant ids, or `*` for every tenant there is. */
  tenants: readonly string[] | '*'
}

/** Somebody of whom nothing is known but that the application asks for him. */
export const ANONYMOUS_CLAIMS: Claims = { userId: null, grants: [], caps: [] }

/** Both rights together, as the first one's user. */
export const mergeClaims = (
  claims: Claims,
  extra: readonly Pick<Claims, 'grants' | 'caps'>[],
): Claims =>
  extra.length === 0
    ? claims
    : {
        userId: claims.userId,
        grants: [...claims.grants, ...extra.flatMap(({ grants }) => grants)],
        caps: [...claims.caps, ...extra.flatMap(({ caps }) => caps)],
      }

/** Bits per set; what `rls.tenants` reads is always this wide. */
export const PERMISSION_BITS = 256

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const CAP = /^[A-Za-z0-9_-]+$/

/**
 * The claims as the database reads them: `user|caps|mask:tenant,tenant;mask:*`.
 *
 * Anything that is no uuid or no name is left out: what cannot be said unambiguously is not claimed.
 */
export const serialise = ({ caps, grants, userId }: Claims): string => {
  const groups = grants.flatMap(({ permissions, tenants }) => {
    const ids = tenants === '*' ? '*' : tenants.filter((id) => UUID.test(id)).join(',')
    return ids === '' || permissions === 0n ? [] : [`${maskOf(permissions)}:${ids}`]
  })
  const user = userId !== null && UUID.test(userId) ? userId : ''
  return [user, caps.filter((cap) => CAP.test(cap)).join(','), groups.join(';')].join('|')
}

/** Hexadecimal, the byte of bits 0 to 7 first, as Postgres's `get_bit(bytea, n)` counts them. */
const maskOf = (permissions: bigint): string => {
  const bytes = Buffer.alloc(PERMISSION_BITS / 8)
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number((permissions >> BigInt(index * 8)) & 0xffn)
  }
  return bytes.toString('hex')
}
