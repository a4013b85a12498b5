/** Works in justified rows, each with its label: every picture keeps its shape. */
import type { CSSProperties } from 'react'
import { Cover } from '../../components/Cover.tsx'
import { Lock } from '../../components/icons.tsx'
import type { CardView } from '../../model.ts'
import type { Strings } from '../../strings/index.ts'

export const Wall = ({
  cards,
  strings,
  level = 2,
}: {
  cards: CardView[]
  strings: Strings
  level?: 2 | 3
}) => (
  <ul className="wall">
    {cards.map((card) => (
      <Work key={card.id} card={card} strings={strings} level={level} />
    ))}
  </ul>
)

const Work = ({ card, strings, level }: { card: CardView; strings: Strings; level: 2 | 3 }) => {
  const Heading: 'h2' | 'h3' = `h${level}`
  return (
    <li
      className="work"
      style={{ '--ratio': shapeOf(card), '--dominant': card.palette.dominant } as CSSProperties}
    >
      <div className="work-cover">
        <Cover
          image={card.cover}
          palette={card.palette}
          seed={card.slug}
          sizes="(min-width: 1100px) 40vw, (min-width: 700px) 55vw, 88vw"
          isDecorative
        />
      </div>
      <div className="label">
        <Heading className="label-title">
          <a href={card.href}>{card.title}</a>
        </Heading>
        <p>{[card.client, card.year].filter(Boolean).join(', ')}</p>
        {card.isProtected && (
          <p>
            <Lock /> {strings.protected}
          </p>
        )}
        {card.outcome && (
          <p className="label-outcome">
            {card.outcome.figure} {card.outcome.label}
          </p>
        )}
      </div>
    </li>
  )
}

/** Very tall and very wide pictures are cut, around their focal point, so that a row stays a row. */
const shapeOf = (card: CardView): number => {
  const ratio = card.cover ? card.cover.width / Math.max(1, card.cover.height) : 4 / 3
  return Math.round(Math.min(1.9, Math.max(0.72, ratio)) * 1000) / 1000
}
