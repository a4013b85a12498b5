/** The index: filters always in view beside a table that can be scanned. */
import { ActiveFilters, FilterLists, Pagination } from '../../components/Filters.tsx'
import { plural } from '../../strings/index.ts'
import type { ThemeProps } from '../types.ts'
import { Shell } from './Shell.tsx'
import { Table } from './Table.tsx'

export const WorkIndex = ({ site, index }: ThemeProps['WorkIndex']) => {
  const { strings } = site
  const isFiltered = index.active.length > 0
  return (
    <Shell site={site} path={index.path}>
      <div className="page-head grid">
        <h1>{strings.work}</h1>
      </div>
      <div className="index-section grid">
        <div className="side">
          <p className="quiet">{plural(strings.studies, index.total, site.locale)}</p>
          <ActiveFilters index={index} site={site} />
          {index.filters.length > 0 && <FilterLists filters={index.filters} site={site} />}
        </div>
        <div className="body">
          {index.cards.length > 0 ? (
            <Table cards={index.cards} site={site} caption={strings.work} />
          ) : (
            <p className="empty">{isFiltered ? strings.emptyFiltered : strings.emptyIndex}</p>
          )}
          <Pagination index={index} site={site} />
        </div>
      </div>
    </Shell>
  )
}
