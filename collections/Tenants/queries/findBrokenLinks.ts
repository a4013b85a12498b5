// What points at something that was deleted or lies in the trash: readers are shown nothing there.
import type { PayloadRequest } from 'payload'
import { canInTenant } from '../../../access/compile.ts'
import { principalOf } from '../../../access/principal.ts'
import { urlOf } from '../../shared/referrers/findReferrers.ts'
import { findStates, type State } from '../../shared/referrers/findStates.ts'
import { scanTenant, type Pointing } from '../../shared/referrers/scanTenant.ts'

export type BrokenLinks = Pick<Pointing, 'collection' | 'id' | 'isOnline' | 'title'> & {
  /** Path of the admin's page. */
  url: string
  links: { collection: string; id: string; path: string; state: State }[]
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
      if (canInTenant({ action: 'readInternal', collection, principal, tenant })) {
        all.push(pointing)
      }
    },
  })
  const references = all.flatMap((pointing) => pointing.references)
  const states = await findStates({ references, req, tenant })
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
