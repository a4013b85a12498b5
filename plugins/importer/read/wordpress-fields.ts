/** What an entry says of itself beside its text: its terms and its custom fields. */
import type { Fields } from './front-matter.ts'

import { keyOf } from './values.ts'
import { asList, isItem, str, type Item } from './wordpress-items.ts'

/** Fields of plugins that say something about the page itself. */
const META: Record<string, string> = {
  _yoast_wpseo_metadesc: 'seo_description',
  _yoast_wpseo_title: 'seo_title',
  rank_math_description: 'seo_description',
  rank_math_title: 'seo_title',
}

/** Categories and tags, and custom taxonomies under their own names (`client`, `industry`, `skills`…). */
export const readTerms = (item: Item): Fields => {
  const terms = new Map<string, string[]>()
  for (const category of asList(item['category'])) {
    const domain = isItem(category) ? str(category['@domain']) : 'category'
    const value = str(category)
    if (value === '' || value === 'Uncategorized' || domain === 'post_format') {
      continue
    }
    const name = /client/.test(domain)
      ? 'client'
      : /industr|sector/.test(domain)
        ? 'industries'
        : /service|skill|discipline|expertise/.test(domain)
          ? 'services'
          : /tech|stack/.test(domain)
            ? 'technologies'
            : /tag/.test(domain)
              ? 'tags'
              : 'categories'
    const values = terms.get(name) ?? []
    values.push(value)
    terms.set(name, values)
  }
  return Object.fromEntries(terms)
}

/** Custom fields with a readable value. A leading `_` marks WordPress's own book-keeping. */
export const readFields = (meta: Map<string, string>): Fields => {
  const fields: Fields = {}
  for (const [key, value] of meta) {
    const known = META[key]
    if (known && value && !value.includes('%%')) {
      fields[known] = value
    } else if (
      !key.startsWith('_') &&
      value.trim() !== '' &&
      !/^(a|s|i|b|O):\d/.test(value) &&
      !/^field_/.test(value) &&
      keyOf(key) !== 'title'
    ) {
      fields[key] = value
    }
  }
  return fields
}
