/** Which studies a study leads on to. */
import { populatedList, refId, type StudyDoc } from '../documents.ts'
import type { CardView } from '../model.ts'

/**
 * The editor's choice, or the studies that share most with this one.
 *
 * @param hidden Ids that may not stand beside this study: with an anonymised one, the other studies
 *   of its client.
 */
export const relatedTo = ({
  doc,
  cards,
  hidden = new Set(),
}: {
  doc: StudyDoc
  cards: CardView[]
  hidden?: ReadonlySet<string>
}): CardView[] => {
  const others = cards.filter((card) => card.id !== doc.id && !hidden.has(card.id))
  if (doc.related?.mode === 'manual') {
    const chosen = (doc.related.studies ?? []).map(refId)
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
