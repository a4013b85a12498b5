// A renamed tenant is still found under the slug that it had.
import type { CollectionBeforeChangeHook } from 'payload'
import type { Tenant } from '../../../payload-types.ts'

export const keepFormerSlug: CollectionBeforeChangeHook<Tenant> = ({ data, originalDoc }) => {
  const before = originalDoc?.slug
  if (!before || !data.slug || data.slug === before) {
    return data
  }
  const earlier = (originalDoc.formerSlugs ?? []).filter(
    ({ slug }) => slug !== before && slug !== data.slug,
  )
  return {
    ...data,
    formerSlugs: [...earlier, { slug: before, until: new Date().toISOString() }],
  }
}
