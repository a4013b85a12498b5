/** Works in justified rows, each with its label: every picture keeps its shape. */
import { TitleLink } from '../../components/pieces.tsx'
import type { CSSProperties } from 'react'
import { Cover } from '../../components/Cover.tsx'
import { Lock } from '../../components/icons.tsx'
import type { CardView } from '../../model.ts'
import type { Strings } from '../../strings/index.ts'

export const Wall = ({
  cards,
  strings,
  level = 2,
  isEven = false,
}: {
  cards: CardView[]
  strings: Strings
  level?: 2 | 3
  /** All of one size, as among related works. */
  isEven?: boolean
}) => (
  <ul className="wall">
    {cards.map((card, index) => (
      <Work
        key={card.id}
        card={card}
        strings={strings}
        level={level}
        sizes={widthOf({ ratio: shapeOf(card), index, count: cards.length, isEven })}
      />
    ))}
  </ul>
)

const Work = ({
  card,
  strings,
  level,
  sizes,
}: {
  card: CardView
  strings: Strings
  level: 2 | 3
  sizes: string
}) => {
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
          sizes={sizes}
          isDecorative
        />
      </div>
      <div className="label">
        <Heading className="label-title">
          <TitleLink card={card} />
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

/**
 * About as wide as `walls.css` lets it become: two large works, then three smaller ones, in narrow windows two in a
 * row; whichever is left over takes a row of its own, as far as the window is tall enough.
 */
const widthOf = ({
  ratio,
  index,
  count,
  isEven,
}: {
  ratio: number
  index: number
  count: number
  isEven: boolean
}): string => {
  const alone = `min(96vw, ${Math.ceil(ratio * 78)}vh)`
  const isLast = index === count - 1
  const isLarge = !isEven && index % 5 < 2
  const isLeftOver = isEven ? count % 3 === 1 : count % 5 === 1 || count % 5 === 3
  const across = isLast && isLeftOver ? alone : isLarge ? '49vw' : '33vw'
  const narrow = isLast && count % 2 === 1 ? alone : isLarge ? '60vw' : '50vw'
  return `(min-width: 62rem) ${across}, (min-width: 40rem) ${narrow}, 88vw`
}

/** Very tall and very wide pictures are cut, around their focal point, so that a row stays a row. */
const shapeOf = (card: CardView): number => {
  const ratio = card.cover ? card.cover.width / Math.max(1, card.cover.height) : 4 / 3
  return Math.round(Math.min(1.9, Math.max(0.72, ratio)) * 1000) / 1000
}
