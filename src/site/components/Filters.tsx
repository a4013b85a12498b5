/** Filters as plain links: every state has an address, works without JavaScript and can be shared. */
import type { FilterView, SiteView, WorkIndexView } from '../model.ts'
import { Cross } from './icons.tsx'

export const FilterLists = ({ filters, site }: { filters: FilterView[]; site: SiteView }) => (
  <div className="filters" role="group" aria-label={site.strings.filters}>
    {filters.map((filter) => (
      <section key={filter.kind} className="filter" aria-label={filter.label}>
        <h2 className="filter-label">{filter.label}</h2>
        <ul>
          {filter.options.map((option) => (
            <li key={option.slug}>
              <a
                href={option.href}
                aria-current={option.isActive ? 'true' : undefined}
                rel={option.isActive ? undefined : 'nofollow'}
              >
                {option.label}
                <span className="filter-count" aria-hidden="true">
                  {option.count}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </div>
)

export const ActiveFilters = ({ index, site }: { index: WorkIndexView; site: SiteView }) =>
  index.active.length > 0 ? (
    <p className="active-filters">
      {index.active.map((filter) => (
        <a key={filter.href} href={filter.href} className="active-filter">
          <span className="visually-hidden">{site.strings.removeFilter}: </span>
          {filter.label} <Cross />
        </a>
      ))}
      <a href={index.clearHref} className="clear-filters">
        {site.strings.clearFilters}
      </a>
    </p>
  ) : null

export const Pagination = ({ index, site }: { index: WorkIndexView; site: SiteView }) =>
  index.pages.length > 1 ? (
    <nav className="pagination" aria-label={site.strings.pages}>
      <ol>
        {index.pages.map((page) => (
          <li key={page.number}>
            <a
              href={page.href}
              aria-current={page.isCurrent ? 'page' : undefined}
              aria-label={`${site.strings.page} ${page.number}`}
            >
              {page.number}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  ) : null
