/** The front page: the name, who this is, the lead story, two stories, three, and the rest as lines. */
import { TitleLink } from '../../components/pieces.tsx'
import type { CardView } from '../../model.ts'
import { workHref } from '../../present/context.ts'
import { plural } from '../../strings/index.ts'
import { Arrow } from '../../components/icons.tsx'
import type { ThemeProps } from '../types.ts'
import { Shell } from './Shell.tsx'
import { Story } from './Story.tsx'

export const Home = ({ site, home }: ThemeProps['Home']) => {
  const { strings } = site
  const { large, small, lines } = arrange(home.cards)
  return (
    <Shell site={site} path="/" isFront>
      {site.introduction && <p className="introduction">{site.introduction}</p>}
      {home.lead ? (
        <section className="front" aria-label={strings.selectedWork}>
          <Story card={home.lead} strings={strings} size="lead" isPriority />
        </section>
      ) : (
        <p className="empty">{strings.emptyIndex}</p>
      )}
      {large.length > 0 && (
        <section className="front is-halves" aria-label={strings.moreWork}>
          {large.map((card) => (
            <Story key={card.id} card={card} strings={strings} size="large" />
          ))}
        </section>
      )}
      {small.length > 0 && (
        <div className="front is-thirds">
          {small.map((card) => (
            <Story key={card.id} card={card} strings={strings} size="small" />
          ))}
        </div>
      )}
      {lines.length > 0 && (
        <section className="front" aria-label={strings.index}>
          <ol className="lines">
            {lines.map((card) => (
              <li key={card.id}>
                <span className="line-year">{card.year}</span>
                <TitleLink card={card} />
                <span className="line-client">{card.client}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {home.total > 1 && (
        <p className="all-work">
          <a href={workHref(site)}>
            {strings.allWork}, {plural(strings.studies, home.total, site.locale)}{' '}
            <Arrow className="is-moving" />
          </a>
        </p>
      )}
    </Shell>
  )
}

/** Two halves, then three thirds, then lines; never a row with a hole in it. */
const arrange = (
  cards: CardView[],
): { large: CardView[]; small: CardView[]; lines: CardView[] } => {
  const large =
    cards.length === 1 || cards.length === 3
      ? cards.slice(0, cards.length === 3 ? 0 : 1)
      : cards.slice(0, 2)
  const rest = cards.slice(large.length)
  const small = rest.length >= 3 ? rest.slice(0, 3) : []
  return { large, small, lines: rest.slice(small.length, small.length + 8) }
}
