/** The statement, three figures that stand for it, and the index with its filters beside it. */
import { FilterLists } from '../../components/Filters.tsx'
import { Cover } from '../../components/Cover.tsx'
import { Arrow } from '../../components/icons.tsx'
import { TitleLink } from '../../components/pieces.tsx'
import type { CardView } from '../../model.ts'
import { workHref } from '../../present/context.ts'
import { plural } from '../../strings/index.ts'
import type { ThemeProps } from '../types.ts'
import { Heroes } from './Heroes.tsx'
import { Shell } from './Shell.tsx'
import { Table } from './Table.tsx'

const mostRows = 14

export const Home = ({ site, home }: ThemeProps['Home']) => {
  const { strings } = site
  const cards = home.lead ? [home.lead, ...home.cards] : []
  const heroes = pickHeroes(cards)
  return (
    <Shell site={site} path="/" isFront>
      <div className="statement grid">
        <h1>{site.introduction ?? site.tagline ?? site.name}</h1>
      </div>
      {heroes.length > 0 && (
        <section aria-label={strings.outcomes}>
          <Heroes
            strings={strings}
            items={heroes.flatMap((card) =>
              card.outcome
                ? [{ outcome: card.outcome, link: { href: card.href, label: card.title } }]
                : [],
            )}
          />
        </section>
      )}
      {home.lead && (
        <section className="lead-study grid" aria-label={strings.selectedWork}>
          <div className="lead-cover">
            <Cover
              image={home.lead.cover}
              palette={home.lead.palette}
              seed={home.lead.slug}
              preset="banner"
              sizes="(min-width: 100rem) 1130px, (min-width: 62rem) 71vw, (min-width: 48rem) 94vw, 88vw"
              isDecorative
            />
          </div>
          <div className="lead-text">
            <h2>
              <TitleLink card={home.lead} />
            </h2>
            <p>{home.lead.headline ?? home.lead.summary}</p>
            <p className="quiet">{[home.lead.client, home.lead.year].filter(Boolean).join(', ')}</p>
          </div>
        </section>
      )}
      <section className="index-section grid" aria-labelledby="index-title">
        <div className="side">
          <h2 id="index-title" className="side-title">
            {strings.index}
          </h2>
          <p className="quiet">{plural(strings.studies, home.total, site.locale)}</p>
          {home.filters.length > 0 && <FilterLists filters={home.filters} site={site} />}
        </div>
        <div className="body">
          {cards.length === 0 && <p className="empty">{strings.emptyIndex}</p>}
          {cards.length > 0 && (
            <Table cards={cards.slice(0, mostRows)} site={site} caption={strings.selectedWork} />
          )}
          {home.total > mostRows && (
            <p className="more">
              <a href={workHref(site)}>
                {strings.allWork} <Arrow className="is-moving" />
              </a>
            </p>
          )}
        </div>
      </section>
    </Shell>
  )
}

/** Three figures of three studies; those that can show a before and after come first. */
const pickHeroes = (cards: CardView[]): CardView[] =>
  cards
    .filter((card) => card.outcome)
    .sort((a, b) => Number(Boolean(b.outcome?.chart)) - Number(Boolean(a.outcome?.chart)))
    .slice(0, 3)
