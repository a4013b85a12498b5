/** What an import wrote, as a hash: when the content no longer has it, an editor was here. */
import { createHash } from 'node:crypto'

/** The fields that an import writes and an editor may change. Status and address are the editor's alone. */
const CONTENT = [
  'body',
  'chapters',
  'client',
  'cover',
  'credits',
  'headline',
  'industries',
  'outcomes',
  'seo',
  'services',
  'summary',
  'technologies',
  'testimonials',
  'timeframe',
  'title',
  'year',
]

export const contentHash = (document: Record<string, unknown>): string =>
  createHash('sha256')
    .update(JSON.stringify(CONTENT.map((field) => canonical(document[field]))))
    .digest('hex')

/** Row ids, empty values and the order of keys carry no content. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(canonical).filter((item) => item !== undefined)
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([key]) => key !== 'id' && key !== 'direction')
      .map(([key, inner]): [string, unknown] => [key, canonical(inner)])
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => a.localeCompare(b))
    return entries.length > 0 ? Object.fromEntries(entries) : undefined
  }
  if (value === null || value === '' || value === false || value === undefined) {
    return undefined
  }
  return value
}
