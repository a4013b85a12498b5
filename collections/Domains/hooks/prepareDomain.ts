// A domain begins unverified, with a token of our making, and only where it may be somebody's.
import { randomBytes } from 'node:crypto'
import { ValidationError, type CollectionBeforeValidateHook } from 'payload'
import { tenantIdOf } from '../../../access/principal.ts'
import { recordValue } from '../dnsRecord.ts'
import { hostRefusal } from '../hostRefusal.ts'
import { normaliseHost } from '../normaliseHost.ts'

/** More than a site needs, and too few to keep names from others. */
const MAX_DOMAINS = 5

/** Runs after `assignTenant`. What a caller sends about its verification is dropped. */
export const prepareDomain: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (!data || operation !== 'create') {
    return data
  }
  const host = normaliseHost(data.host)
  const tenant = tenantIdOf(data.tenant)
  const own = await req.payload.db.find<{ host: string }>({
    collection: 'domains',
    limit: 0,
    pagination: false,
    req,
    select: { host: true },
    where: { tenant: { equals: tenant } },
  })
  const refusal =
    typeof host === 'string' ? hostRefusal({ host, serverUrl: req.payload.config.serverURL }) : null
  if (refusal !== null) {
    refuse(refusal)
  }
  if (own.docs.some((domain) => domain.host === host)) {
    refuse('This domain is in your list already. Open it there to verify it.')
  }
  if (own.docs.length >= MAX_DOMAINS) {
    refuse(`A tenant has at most ${MAX_DOMAINS} domains. Delete one that you no longer use first.`)
  }
  return {
    ...data,
    host,
    status: 'pending',
    token: recordValue(randomBytes(16).toString('hex')),
    verifiedAt: null,
    checkedAt: null,
    missingSince: null,
  }
}

const refuse = (message: string): never => {
  throw new ValidationError({ collection: 'domains', errors: [{ path: 'host', message }] })
}
