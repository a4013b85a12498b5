// Fills an empty slug from the title and keeps slugs unique within their tenant.
import { ValidationError, type CollectionBeforeValidateHook, type PayloadRequest } from 'payload'
import { tenantIdOf } from '../../../access/principal.ts'
import { slugify } from '../slugify.ts'

const MAX_ATTEMPTS = 50

/**
 * @param from The field that the slug is made from.
 * @param reserved Slugs that other pages of the site already use.
 */
export const fillSlug =
  ({
    from,
    reserved = [],
  }: {
    from: 'title' | 'name'
    reserved?: readonly string[]
  }): CollectionBeforeValidateHook =>
  async ({ collection, data, operation, originalDoc, req }) => {
    if (!data) {
      return data
    }
    const tenant = tenantIdOf(data.tenant) ?? tenantIdOf(originalDoc?.tenant)
    const typed = typeof data.slug === 'string' ? data.slug.trim() : ''
    const before = typeof originalDoc?.slug === 'string' ? originalDoc.slug : ''
    if (operation === 'create' && typed !== '' && typed === before) {
      // A copy comes with the slug of what it was copied from.
      const taken = (slug: string) =>
        isTaken({ collection: collection.slug, id: undefined, req, slug, tenant })
      return { ...data, slug: await firstFree({ base: typed, taken }) }
    }
    const current = operation === 'update' ? before : ''
    if (typed !== '' && typed === current) {
      return data
    }
    if (typed === '' && current !== '') {
      return { ...data, slug: current }
    }
    const id =
      operation === 'update' && typeof originalDoc?.id === 'string' ? originalDoc.id : undefined
    const taken = (slug: string) =>
      reserved.includes(slug)
        ? Promise.resolve(true)
        : isTaken({ collection: collection.slug, id, req, slug, tenant })
    if (typed !== '') {
      if (await taken(typed)) {
        throw new ValidationError({
          collection: collection.slug,
          errors: [
            { path: 'slug', message: `“${typed}” is already used here. Choose another slug.` },
          ],
        })
      }
      return { ...data, slug: typed }
    }
    const base = slugify(String(data[from] ?? originalDoc?.[from] ?? ''))
    return base === '' ? data : { ...data, slug: await firstFree({ base, taken }) }
  }

const firstFree = async ({
  base,
  taken,
}: {
  base: string
  taken: (slug: string) => Promise<boolean>
}): Promise<string> => {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const slug = attempt === 1 ? base : `${base}-${attempt}`
    if (!(await taken(slug))) {
      return slug
    }
  }
  return `${base}-${Date.now().toString(36)}`
}

type IsTakenArgs = {
  collection: string
  id: string | undefined
  req: PayloadRequest
  slug: string
  tenant: string | null
}

/** Looks past the caller's read rights and into the trash: both still occupy the address. */
const isTaken = async ({ collection, id, req, slug, tenant }: IsTakenArgs): Promise<boolean> => {
  const found = await req.payload.db.findOne<{ id: string }>({
    collection: collection as never,
    req,
    where: {
      and: [
        { slug: { equals: slug } },
        ...(tenant === null ? [] : [{ tenant: { equals: tenant } }]),
        ...(id === undefined ? [] : [{ id: { not_equals: id } }]),
      ],
    },
  })
  return Boolean(found)
}
