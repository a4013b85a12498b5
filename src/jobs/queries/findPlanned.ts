import type { CollectionSlug, Payload } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { firstText } from '../../../collections/shared/firstText.ts'
import { readLatestVersion } from '../../../collections/shared/versions.ts'

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
  const latest = await withCapability('tellOfFailure', tenant, () =>
    readLatestVersion({ collection: relationTo as CollectionSlug, id: value, payload }),
  )
  return latest ? { title: firstText(latest.title) ?? 'Untitled' } : null
}
