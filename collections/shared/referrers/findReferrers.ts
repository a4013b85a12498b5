// What points at a document: by name what whoever asks may read, and as a number what they may not.
import type { PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { canInTenant } from '../../../access/compile.ts'
import { principalOf } from '../../../access/principal.ts'
import { mayChange } from './changeReferences.ts'
import { scanTenant, type Pointing } from './scanTenant.ts'

export type Referrer = Omit<Pointing, 'createdBy' | 'references'> & {
  /** Whether whoever asks may take out there what is deleted. */
  isChangeable: boolean
  /** Path of the admin's page. */
  url: string
}

export type Referrers = {
  /** Online first, each by title. */
  referrers: Referrer[]
  hidden: number
}

export const findReferrers = async ({
  collection,
  id,
  req,
  tenant,
}: {
  collection: string
  id: string
  req: PayloadRequest
  tenant: string
}): Promise<Referrers> => {
  const found: Pointing[] = []
  await scanTenant({
    req,
    tenant,
    visit: (pointing) => {
      const isItself = pointing.id === id && pointing.collection === collection
      const points = pointing.references.some(
        (reference) => reference.id === id && reference.relationTo === collection,
      )
      if (points && !isItself) {
        found.push(pointing)
      }
    },
  })
  const principal = principalOf(req.user)
  const told = found.filter((one) =>
    canInTenant({ action: 'readInternal', collection: one.collection, principal, tenant }),
  )
  return {
    referrers: told
      .map(({ createdBy, references: _, ...one }) => ({
        ...one,
        isChangeable: mayChange({ ...one, createdBy, req, tenant }),
        url: urlOf({ ...one, req }),
      }))
      .sort((a, b) => Number(b.isOnline) - Number(a.isOnline) || a.title.localeCompare(b.title)),
    hidden: found.length - told.length,
  }
}

/** Where a document is edited. */
export const urlOf = ({
  collection,
  id,
  req,
}: {
  collection: string
  id: string
  req: PayloadRequest
}): string =>
  formatAdminURL({
    adminRoute: req.payload.config.routes.admin,
    path: `/collections/${collection}/${id}`,
  })
