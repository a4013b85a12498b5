/** The work index: filters that only offer what leads somewhere, and the cards that remain. */
import type { CardView, FilterView, TermKind, TermView, WorkIndexView } from '../model.ts'
import { workHref, type PresentContext } from './context.ts'

export type Filters = Partial<Record<TermKind, string>>

export const filterKinds: readonly TermKind[] = ['service', 'industry', 'technology', 'year']
export const pageSize = 60

export const presentWorkIndex = ({
  cards,
  filters,
  page = 1,
  context,
}: {
  cards: CardView[]
  filters: Filters
  page?: number
  context: PresentContext
}): WorkIndexView => {
  const matching = cards.filter((card) =>
    filterKinds.every((kind) => matches({ card, kind, slug: filters[kind] })),
  )
  const pageCount = Math.max(1, Math.ceil(matching.length / pageSize))
  const current = Math.min(Math.max(1, page), pageCount)
  const views = presentFilters({ cards, filters, context })
  return {
    path: '/work',
    cards: matching.slice((current - 1) * pageSize, current * pageSize),
    total: matching.length,
    filters: views,
    active: views.flatMap((view) =>
      view.options
        .filter((option) => option.isActive)
        .map((option) => ({ label: option.label, href: option.href })),
    ),
    clearHref: workHref(context),
    pages: Array.from({ length: pageCount }, (_, index) => ({
      number: index + 1,
      href: hrefWith({ filters, page: index + 1, context }),
      isCurrent: index + 1 === current,
    })),
  }
}

/** One list per kind. An option counts what it would leave, given the other filters; an active one removes itself. */
export const presentFilters = ({
  cards,
  filters,
  context,
}: {
  cards: CardView[]
  filters: Filters
  context: PresentContext
}): FilterView[] =>
  filterKinds.flatMap((kind) => {
    const others = filterKinds.filter((other) => other !== kind)
    const pool = cards.filter((card) =>
      others.every((other) => matches({ card, kind: other, slug: filters[other] })),
    )
    const counts = new Map<string, { label: string; count: number }>()
    for (const card of pool) {
      for (const term of termsOf(card, kind)) {
        counts.set(term.slug, { label: term.label, count: (counts.get(term.slug)?.count ?? 0) + 1 })
      }
    }
    const active = filters[kind]
    const options = [...counts]
      .map(([slug, { label, count }]) => ({
        label,
        slug,
        count,
        isActive: slug === active,
        href: hrefWith({
          filters: { ...filters, [kind]: slug === active ? undefined : slug },
          context,
        }),
      }))
      .sort((a, b) =>
        kind === 'year'
          ? b.label.localeCompare(a.label)
          : a.label.localeCompare(b.label, context.locale),
      )
    const clearHref = active
      ? hrefWith({ filters: { ...filters, [kind]: undefined }, context })
      : null
    return options.length > 0 ? [{ kind, label: context.strings[kind], options, clearHref }] : []
  })

const termsOf = (card: CardView, kind: TermKind): Pick<TermView, 'label' | 'slug'>[] => {
  switch (kind) {
    case 'service':
      return card.services
    case 'industry':
      return card.industries
    case 'technology':
      return card.technologies
    case 'year':
      return card.year ? [{ label: String(card.year), slug: String(card.year) }] : []
  }
}

const matches = ({
  card,
  kind,
  slug,
}: {
  card: CardView
  kind: TermKind
  slug: string | undefined
}): boolean => slug === undefined || termsOf(card, kind).some((term) => term.slug === slug)

const hrefWith = ({
  filters,
  page = 1,
  context,
}: {
  filters: Filters
  page?: number
  context: PresentContext
}): string => {
  const entries = filterKinds.flatMap((kind) =>
    filters[kind] ? [[kind, filters[kind]] as [string, string]] : [],
  )
  const query = new URLSearchParams([
    ...entries,
    ...(page > 1 ? [['page', String(page)]] : []),
  ]).toString()
  return query ? `${workHref(context)}?${query}` : workHref(context)
}
