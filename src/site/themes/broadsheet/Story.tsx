/** A study as a story on a front page: with a picture, or as a line in a list. */
import { Cover } from '../../components/Cover.tsx'
import { isLong, Kicker, OutcomeTail, TitleLink } from '../../components/pieces.tsx'
import { Figure } from '../../components/Outcome.tsx'
import type { CardView } from '../../model.ts'
import type { Strings } from '../../strings/index.ts'

type StoryProps = {
  card: CardView
  strings: Strings
  size: 'lead' | 'large' | 'small'
  isPriority?: boolean
  level?: 2 | 3
}

/** As wide as `front.css` sets them. */
const covers = {
  lead: {
    preset: 'banner',
    sizes: '(min-width: 120rem) 1005px, (min-width: 88rem) 860px, 60vw',
    sources: [
      {
        media: '(max-width: 61.99rem)',
        preset: 'card',
        sizes: '(min-width: 48rem) 92vw, 88vw',
      },
    ],
  },
  large: {
    preset: 'card',
    sizes: '(min-width: 120rem) 730px, (min-width: 88rem) 620px, (min-width: 48rem) 44vw, 88vw',
  },
  small: {
    preset: 'card',
    sizes: '(min-width: 120rem) 474px, (min-width: 88rem) 400px, (min-width: 48rem) 28vw, 88vw',
  },
} as const

export const Story = ({ card, strings, size, isPriority = false, level = 2 }: StoryProps) => {
  const Heading: 'h2' | 'h3' = `h${level}`
  return (
    <article className={`story is-${size}`}>
      <div className="story-cover">
        <Cover
          image={card.cover}
          palette={card.palette}
          seed={card.slug}
          {...covers[size]}
          isPriority={isPriority}
          isDecorative
        />
      </div>
      <div className="story-text">
        <Kicker card={card} strings={strings} />
        <Heading className={isLong(card.title) ? 'story-title is-long' : 'story-title'}>
          <TitleLink card={card} />
        </Heading>
        <Claim card={card} strings={strings} />
        {size === 'lead' && card.summary && <p className="story-summary">{card.summary}</p>}
      </div>
    </article>
  )
}

/** The claim as a sentence: the editor's own, or one made from the first outcome. */
export const Claim = ({
  card,
  strings,
}: {
  card: Pick<CardView, 'headline' | 'outcome' | 'summary'>
  strings: Strings
}) => {
  if (card.headline) {
    return <p className="claim">{card.headline}</p>
  }
  if (card.outcome) {
    return (
      <p className="claim">
        {card.outcome.label}: <Figure outcome={card.outcome} />
        <OutcomeTail outcome={card.outcome} strings={strings} />.
      </p>
    )
  }
  return card.summary ? <p className="claim is-quiet">{card.summary}</p> : null
}
