// The state of each client, in three queries whatever their number.
import type { PayloadRequest } from 'payload'
import { idOf } from '../rows.ts'
import type { TenantSummary } from '../scope.ts'

/** Enough for an agency with a hundred clients; beyond it the numbers are lower bounds. */
const LIMIT = 5000

export type ClientState = TenantSummary & {
  published: number
  drafts: number
  newLeads: number
  /** ISO 8601, `null` when nothing was written yet. */
  lastActivity: string | null
}

export const findClients = async ({
  clients,
  req,
}: {
  clients: TenantSummary[]
  req: PayloadRequest
}): Promise<ClientState[]> => {
  const tenants = clients.map(({ id }) => id)
  const common = {
    depth: 0,
    disableErrors: true,
    limit: LIMIT,
    overrideAccess: false,
    pagination: false,
    req,
    user: req.user,
  } as const
  const [studies, versions, leads] = await Promise.all([
    req.payload.find({
      ...common,
      collection: 'case-studies',
      select: { _status: true, tenant: true },
      where: { tenant: { in: tenants } },
    }),
    req.payload.findVersions({
      ...common,
      collection: 'case-studies',
      select: { updatedAt: true, version: { tenant: true } } as never,
      sort: '-updatedAt',
      where: { and: [{ latest: { equals: true } }, { 'version.tenant': { in: tenants } }] },
    }),
    req.payload.find({
      ...common,
      collection: 'leads',
      select: { tenant: true },
      where: { and: [{ tenant: { in: tenants } }, { status: { equals: 'new' } }] },
    }),
  ])
  return clients.map((client) => {
    const own = studies.docs.filter(({ tenant }) => idOf(tenant) === client.id)
    const published = own.filter(({ _status }) => _status === 'published').length
    return {
      ...client,
      published,
      drafts: own.length - published,
      newLeads: leads.docs.filter(({ tenant }) => idOf(tenant) === client.id).length,
      lastActivity:
        versions.docs.find(({ version }) => idOf(version.tenant) === client.id)?.updatedAt ?? null,
    }
  })
}
