// What points at something that was deleted or lies in the trash: readers are shown nothing there.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { canInTenant } from '../../../access/compile.ts'
import { withCapability } from '../../../access/claims.ts'
import { principalOf } from '../../../access/principal.ts'
import { rules } from '../../../access/rules.ts'
import { isUuid } from '../../shared/isUuid.ts'
import { urlOf } from '../../shared/referrers/findReferrers.ts'
import { scanTenant, type Pointing } from '../../shared/referrers/scanTenant.ts'

export type BrokenLinks = Pick<Pointing, 'collection' | 'id' | 'isOnline' | 'title'> & {
  /** Path of the admin's page. */
  url: string
  links: { collection: string; id: string; path: string; state: 'deleted' | 'trashed' }[]
}

/** Online first, each by title; of collections whose drafts whoever asks may read. */
export const findBrokenLinks = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<BrokenLinks[]> => {
  const principal = principalOf(req.user)
  const all: Pointing[] = []
  await scanTenant({
    req,
    tenant,
    visit: (pointing) => {
      const { collection } = pointing
      if (canInTenant({ action: 'readDrafts', collection, principal, tenant })) {
        all.push(pointing)
      }
    },
  })
  const states = await statesOf({ all, req, tenant })
  return all
    .flatMap(({ createdBy: _, references, ...pointing }): BrokenLinks[] => {
      const links = new Map<string, BrokenLinks['links'][number]>()
      for (const { id, path, relationTo } of references) {
        const state = states.get(`${relationTo}:${id}`)
        if (state) {
          links.set(`${path}:${id}`, { collection: relationTo, id, path, state })
        }
      }
      return links.size === 0
        ? []
        : [{ ...pointing, links: [...links.values()], url: urlOf({ ...pointing, req }) }]
    })
    .sort((a, b) => Number(b.isOnline) - Number(a.isOnline) || a.title.localeCompare(b.title))
}

type State = BrokenLinks['links'][number]['state']

/** Of everything that is pointed at and not there, as `<collection>:<id>`. One query per collection. */
const statesOf = async ({
  all,
  req,
  tenant,
}: {
  all: Pointing[]
  req: PayloadRequest
  tenant: string
}): Promise<Map<string, State>> => {
  const states = new Map<string, State>()
  const wanted = new Map<string, Set<string>>()
  for (const { id, relationTo } of all.flatMap(({ references }) => references)) {
    if (relationTo in rules) {
      wanted.set(relationTo, (wanted.get(relationTo) ?? new Set()).add(id))
    }
  }
  for (const [slug, ids] of wanted) {
    const { docs } = await withCapability('findReferences', tenant, () =>
      req.payload.db.find<{ id: string; deletedAt?: unknown }>({
        collection: slug as CollectionSlug,
        limit: 0,
        pagination: false,
        req,
        select: { deletedAt: true },
        where: { and: [{ id: { in: [...ids].filter(isUuid) } }, { tenant: { equals: tenant } }] },
      }),
    )
    const found = new Map(docs.map((doc) => [doc.id, doc]))
    for (const id of ids) {
      const doc = found.get(id)
      if (!doc || doc.deletedAt) {
        states.set(`${slug}:${id}`, doc ? 'trashed' : 'deleted')
      }
    }
  }
  return states
}
