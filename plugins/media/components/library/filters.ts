// The quick filters above the library, as a part of the list's own query, so that search, sorting,
// pages and bulk edits follow them.
import type { Where } from 'payload'

export const FILTERS = ['picture', 'film', 'unused', 'used', 'undescribed'] as const
export type Filter = (typeof FILTERS)[number]

const CONDITIONS: Record<Filter, Where> = {
  picture: { mimeType: { contains: 'image/' } },
  film: { mimeType: { contains: 'video/' } },
  unused: { uses: { equals: 0 } },
  used: { uses: { greater_than: 0 } },
  undescribed: { or: [{ alt: { exists: false } }, { alt: { equals: '' } }] },
}

/** Of these only one at a time. */
const RIVALS: Partial<Record<Filter, Filter>> = {
  picture: 'film',
  film: 'picture',
  unused: 'used',
  used: 'unused',
}

export type Chosen = {
  filters: Filter[]
  /** What the editor has put together in the list's own filters. */
  own: Where | null
}

/** @param where as the list has it: from the address its values are all strings */
export const chosenIn = (where: Where | undefined): Chosen => {
  const [first, own] = where?.and ?? []
  const ours = first?.and?.map(filterOf)
  if (!ours || ours.some((filter) => filter === null)) {
    return { filters: [], own: where && Object.keys(where).length > 0 ? where : null }
  }
  return { filters: ours as Filter[], own: own ?? null }
}

/**
 * Ours stand in a group of their own, which the list's filter builder leaves alone: it would set
 * aside what it has no field for.
 */
export const whereOf = ({ filters, own }: Chosen): Where =>
  filters.length === 0
    ? (own ?? {})
    : {
        and: [{ and: filters.map((filter) => CONDITIONS[filter]) }, ...(own ? [own] : [])],
      }

export const toggled = ({ filters, own }: Chosen, filter: Filter): Chosen => ({
  filters: filters.includes(filter)
    ? filters.filter((one) => one !== filter)
    : [...filters.filter((one) => one !== RIVALS[filter]), filter],
  own,
})

const filterOf = (condition: Where): Filter | null =>
  FILTERS.find((filter) => textOf(CONDITIONS[filter]) === textOf(condition)) ?? null

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'number' || typeof one === 'boolean' ? String(one) : one,
  )
