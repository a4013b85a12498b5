/** The whole collection on one wall, with its filters as a line of type above. */
import { ActiveFilters, FilterLists, Pagination } from '../../components/Filters.tsx'
import { plural } from '../../strings/index.ts'
import type { ThemeProps } from '../types.ts'
import { Shell } from './Shell.tsx'
import { Wall } from './Wall.tsx'

export const WorkIndex = ({ site, index }: ThemeProps['WorkIndex']) => {
  const { strings } = site
  const isFiltered = index.active.length > 0
  return (
    <Shell site={site} path={index.path}>
      <header className="wall-head">
        <h1>
          {strings.work}{' '}
          <span className="quiet">{plural(strings.studies, index.total, site.locale)}</span>
        </h1>
        {index.filters.length > 0 && (
          <details className="filter-drawer" open={isFiltered}>
            <summary>{strings.filters}</summary>
            <FilterLists filters={index.filters} site={site} />
          </details>
        )}
        <ActiveFilters index={index} site={site} />
      </header>
      {index.cards.length > 0 ? (
        <Wall cards={index.cards} strings={strings} />
      ) : (
        <p className="empty">{isFiltered ? strings.emptyFiltered : strings.emptyIndex}</p>
      )}
      <Pagination index={index} site={site} />
    </Shell>
  )
}
