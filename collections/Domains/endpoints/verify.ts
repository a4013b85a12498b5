// `POST /api/domains/:id/verify`: an owner asks that the DNS record be looked for, now. Only its
// answer makes a domain verified; there is no other way.
import { APIError, Forbidden, type Endpoint, type PayloadRequest } from 'payload'
import { can, principalOf, tenantIdOf } from '../../../access/principal.ts'
import { recordName } from '../dnsRecord.ts'
import { isHostTaken } from '../queries/isHostTaken.ts'
import { noteCheck } from '../queries/noteCheck.ts'
import { isRecordThere } from '../isRecordThere.ts'
import { inTransaction } from '../../shared/inTransaction.ts'

export const verifyEndpoint: Omit<Endpoint, 'root'> = {
  method: 'post',
  path: '/:id/verify',
  handler: async (req) => {
    const domain = await findOwn(req)
    if (domain.status !== 'verified' || domain.isMissing) {
      await verify({ domain, req })
    }
    return Response.json({
      doc: await read({ id: domain.id, req }),
      message: `${domain.host} is verified. The site answers there as soon as its DNS points here.`,
    })
  },
}

type OwnDomain = {
  id: string
  host: string
  isMissing: boolean
  status: string
  tenant: string
  token: string
  verifiedAt: string | null
}

const read = ({ id, req }: { id: string; req: PayloadRequest }) =>
  req.payload.findByID({ collection: 'domains', depth: 0, id, overrideAccess: false, req })

/** Whoever may not read it learns that it is not there; whoever may only read it, that he may not. */
const findOwn = async (req: PayloadRequest): Promise<OwnDomain> => {
  const { host, id, missingSince, status, token, tenant, verifiedAt } = await read({
    id: String(req.routeParams?.id),
    req,
  })
  const owner = tenantIdOf(tenant)
  if (owner === null || !can(principalOf(req.user), 'domains.create', owner)) {
    throw new Forbidden(req.t)
  }
  return {
    host,
    id,
    isMissing: Boolean(missingSince),
    status,
    tenant: owner,
    token: token ?? '',
    verifiedAt: verifiedAt ?? null,
  }
}

const verify = async ({
  domain,
  req,
}: {
  domain: OwnDomain
  req: PayloadRequest
}): Promise<void> => {
  const { host, id, tenant, token } = domain
  const state = await isRecordThere({ host, token })
  const checkedAt = new Date().toISOString()
  if (state === 'there') {
    return setVerified({ checkedAt, domain, req })
  }
  await noteCheck({ check: { checkedAt }, id, req, tenant })
  throw state === 'unknown'
    ? problem({
        code: 'dns_unavailable',
        message: `The DNS of ${host} did not answer, so nothing is known yet. Try again in a minute.`,
        status: 503,
      })
    : problem({
        code: 'domain_not_proven',
        message: `The record is not there yet. Create a TXT record named ${recordName(host)} with the value ${token}, and check again; DNS can take an hour to show it.`,
        status: 422,
      })
}

/** The change and its notice to all servers are one transaction. */
const setVerified = async ({
  checkedAt,
  domain: { host, id, tenant, verifiedAt },
  req,
}: {
  checkedAt: string
  domain: OwnDomain
  req: PayloadRequest
}): Promise<void> => {
  try {
    await inTransaction(req, async () => {
      const check = {
        checkedAt,
        missingSince: null,
        status: 'verified',
        // A domain that comes back keeps its place: the first is the site's canonical one.
        verifiedAt: verifiedAt ?? checkedAt,
      } as const
      await noteCheck({ check, id, req, tenant })
    })
  } catch (err) {
    // One verified row for each host is the database's to say: two may verify it at the same moment.
    if (await isHostTaken({ host, payload: req.payload })) {
      await noteCheck({ check: { checkedAt }, id, req, tenant })
      throw taken(host)
    }
    throw err
  }
}

/** Said only to those whose DNS record is right, and never whose the other site is. */
const taken = (host: string): APIError =>
  problem({
    code: 'domain_taken',
    message: `${host} serves another site of this installation already. It has to be deleted there first; ask whoever runs this installation.`,
    status: 409,
  })

const problem = ({
  code,
  message,
  status,
}: {
  code: 'dns_unavailable' | 'domain_not_proven' | 'domain_taken'
  message: string
  status: number
}): APIError => new APIError(message, status, { code }, true)
