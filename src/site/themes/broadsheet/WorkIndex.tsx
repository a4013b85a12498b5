/** The contents page: years in the margin, one entry to a line, a small picture at its end. */
import { Cover } from '../../components/Cover.tsx'
import { ActiveFilters, FilterLists, Pagination } from '../../components/Filters.tsx'
import { Kicker, TermLinks, TitleLink } from '../../components/pieces.tsx'
import type { CardView } from '../../model.ts'
import { plural } from '../../strings/index.ts'
import type { ThemeProps } from '../types.ts'
import { Shell } from './Shell.tsx'
import { Claim } from './Story.tsx'

export const WorkIndex = ({ site, index }: ThemeProps['WorkIndex']) => {
  const { strings } = site
  const isFiltered = index.active.length > 0
  return (
    <Shell site={site} path={index.path}>
      <div className="sheet">
        <header className="sheet-head">
          <h1>{strings.work}</h1>
          <p className="count">{plural(strings.studies, index.total, site.locale)}</p>
        </header>
        {index.filters.length > 0 && (
          <details className="filter-drawer" open={isFiltered}>
            <summary>{strings.filters}</summary>
            <FilterLists filters={index.filters} site={site} />
          </details>
        )}
        <ActiveFilters index={index} site={site} />
        {index.cards.length === 0 && (
          <p className="empty">{isFiltered ? strings.emptyFiltered : strings.emptyIndex}</p>
        )}
        {groupByYear(index.cards).map((group) => (
          <section key={group.year} className="year">
            <h2 className="margin-number">{group.year || '—'}</h2>
            <ol className="entries">
              {group.cards.map((card) => (
                <li key={card.id} className="entry">
                  <div className="entry-text">
                    <Kicker card={{ ...card, year: null }} strings={strings} />
                    <h3 className="entry-title">
                      <TitleLink card={card} />
                    </h3>
                    <Claim card={card} strings={strings} />
                    {card.services.length > 0 && (
                      <p className="entry-terms">
                        <TermLinks terms={card.services} />
                      </p>
                    )}
                  </div>
                  <div className="entry-cover">
                    <Cover
                      image={card.cover}
                      palette={card.palette}
                      seed={card.slug}
                      preset="card"
                      sizes="(min-width: 62rem) 285px, 28vw"
                      isDecorative
                    />
                  </div>
                </li>
              ))}
            </ol>
          </section>
        ))}
        <Pagination index={index} site={site} />
      </div>
    </Shell>
  )
}

const groupByYear = (cards: CardView[]): { year: number; cards: CardView[] }[] => {
  const years = new Map<number, CardView[]>()
  for (const card of cards) {
    years.set(card.year ?? 0, [...(years.get(card.year ?? 0) ?? []), card])
  }
  return [...years].sort(([a], [b]) => b - a).map(([year, list]) => ({ year, cards: list }))
}
