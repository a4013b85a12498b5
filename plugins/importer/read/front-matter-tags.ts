/** Tags and categories → services, industries and technologies, where a tag says which. */
import type { Remark } from '../types.ts'
import type { Fields } from './front-matter.ts'

import { humanise } from './slug.ts'
import { list, pick, unique } from './values.ts'
import { kindOfTag } from './vocabulary.ts'

export const readTags = ({ fields, remarks }: { fields: Fields; remarks: Remark[] }) => {
  const all = unique([
    ...list(pick(fields, 'tags')),
    ...list(pick(fields, 'tag')),
    ...list(pick(fields, 'categories')),
    ...list(pick(fields, 'category')),
    ...list(pick(fields, 'keywords', 'topics')),
  ])
  const result = {
    industries: [] as string[],
    other: [] as string[],
    services: [] as string[],
    technologies: [] as string[],
  }
  for (const tag of all) {
    const kind = kindOfTag(tag)
    if (kind === null) {
      result.other.push(tag)
      remarks.push({ code: 'TAG_WITHOUT_PLACE', detail: tag })
    } else {
      result[
        kind === 'industry' ? 'industries' : kind === 'service' ? 'services' : 'technologies'
      ].push(humanTag(tag))
    }
  }
  return result
}

const humanTag = (tag: string): string =>
  /[A-Z]/.test(tag)
    ? tag
    : /^(ai|api|apis|aws|css|html|https|php|seo|sql|ui|ux|uswds|ios)$/i.test(tag)
      ? tag.toUpperCase()
      : humanise(tag)
