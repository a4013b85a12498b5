import type { CollectionSlug, Payload } from 'payload'
import { withCapability } from '../../../access/claims.ts'

/** What a plan is about, as it was saved last; `null` when it is no longer there. */
export const findPlanned = async ({
  doc: { relationTo, value },
  payload,
  tenant,
}: {
  doc: { relationTo: string; value: string }
  payload: Payload
  tenant: string
}): Promise<{ title: string } | null> => {
  const { docs } = await withCapability('tellOfFailure', tenant, () =>
    payload.db.findVersions<Record<string, unknown>>({
      collection: relationTo as CollectionSlug,
      limit: 1,
      locale: 'all',
      pagination: false,
      sort: '-updatedAt',
      where: { parent: { equals: value } },
    }),
  )
  const [latest] = docs
  return latest ? { title: titleOf(latest.version.title) } : null
}

/** In the first language that has one. */
const titleOf = (title: unknown): string => {
  const texts: unknown[] =
    typeof title === 'object' && title !== null ? Object.values(title) : [title]
  const found = texts.find((text) => typeof text === 'string' && text.trim() !== '')
  return typeof found === 'string' ? found : 'Untitled'
}
