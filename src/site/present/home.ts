/** What the home page shows: a lead study, then what was featured, then the newest. */
import type { CardView, HomeView } from '../model.ts'
import type { PresentContext } from './context.ts'
import { presentFilters } from './work.ts'

export const presentHome = ({
  cards,
  context,
}: {
  cards: CardView[]
  context: PresentContext
}): HomeView => {
  const ordered = [...cards].sort((a, b) => Number(b.isFeatured) - Number(a.isFeatured))
  return {
    lead: ordered[0] ?? null,
    cards: ordered.slice(1),
    total: cards.length,
    filters: presentFilters({ cards, filters: {}, context }),
  }
}
