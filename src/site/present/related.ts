/** Which studies a study leads on to. */
import { populatedList, type StudyDoc } from '../documents.ts'
import type { CardView } from '../model.ts'

/** The editor's choice, or the studies that share most with this one. */
export const relatedTo = ({ doc, cards }: { doc: StudyDoc; cards: CardView[] }): CardView[] => {
  const others = cards.filter((card) => card.id !== doc.id)
  if (doc.related?.mode === 'manual') {
    const chosen = (doc.related.studies ?? []).map((ref) =>
      typeof ref === 'string' ? ref : ref?.id,
    )
    return chosen.flatMap((id) => others.find((card) => card.id === id) ?? [])
  }
  const own = new Set(
    [doc.services, doc.industries, doc.technologies].flatMap((terms) =>
      populatedList(terms).map((term) => term.slug),
    ),
  )
  const shared = (card: CardView) =>
    [...card.services, ...card.industries, ...card.technologies].filter((term) =>
      own.has(term.slug),
    ).length
  return others
    .map((card, index) => ({
      card,
      score: shared(card) * 10 + (card.isFeatured ? 1 : 0) - index / 1000,
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ card }) => card)
}
