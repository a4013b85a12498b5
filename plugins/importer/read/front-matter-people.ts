/** Authors and teams in front matter → people, by the site's own list where it has one. */
import type { ImportedPerson, Remark } from '../types.ts'
import type { Fields } from './front-matter.ts'

import { slugify } from './slug.ts'
import { isRecord, pick, text } from './values.ts'

export const readPeople = ({
  fields,
  people,
  remarks,
}: {
  fields: Fields
  people: ReadonlyMap<string, ImportedPerson>
  remarks: Remark[]
}): ImportedPerson[] => {
  const read = (value: unknown, role: string): ImportedPerson[] =>
    (Array.isArray(value)
      ? value
      : value === undefined
        ? []
        : typeof value === 'string'
          ? value.split(/\s*[,;]\s*|\s+and\s+/)
          : [value]
    ).flatMap((item: unknown) => {
      const handle = text(item)
      if (!handle) {
        return []
      }
      const known = people.get(handle.toLowerCase()) ?? people.get(slugify(handle))
      if (known) {
        return [{ ...known, role }]
      }
      const isHandle = !/\s/.test(handle) && /^[a-z0-9._-]+$/.test(handle)
      if (isHandle) {
        remarks.push({ code: 'AUTHOR_HANDLE', detail: handle })
      }
      const name = isHandle
        ? handle
            .split(/[-_.]+/)
            .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
            .join(' ')
        : handle
      const ownRole = isRecord(item) ? text(pick(item, 'role', 'position', 'job')) : undefined
      return [{ name, role: ownRole ?? role, slug: slugify(handle) || slugify(name) || 'person' }]
    })
  const all = [
    ...read(pick(fields, 'authors', 'author', 'byline', 'by'), 'Author'),
    ...read(pick(fields, 'credits', 'team', 'contributors', 'people'), 'Team'),
  ]
  return all.filter((person, index) => all.findIndex(({ slug }) => slug === person.slug) === index)
}
