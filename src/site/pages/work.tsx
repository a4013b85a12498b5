/** The work index. Its filters are part of the address. */
import { listCards } from '../data/listCards.ts'
import { metadataFor } from '../metadata.ts'
import { filterKinds, presentWorkIndex, type Filters } from '../present/work.ts'
import { themes } from '../themes/index.ts'
import type { LoadPage } from './page.ts'

/** The part of a query that the index reads, in one order, so that one list has one key. */
export const workQuery = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams(
    [...filterKinds, 'page'].flatMap((name) => {
      const value = query.get(name)
      return value ? [[name, value]] : []
    }),
  )

export const work: LoadPage = async ({ query, site: { context, view }, site }) => {
  const cards = await listCards({ site })
  const WorkIndex = themes[view.theme].WorkIndex
  const filters: Filters = Object.fromEntries(
    filterKinds.flatMap((kind) => (query.get(kind) ? [[kind, query.get(kind)]] : [])),
  )
  const page = Number(query.get('page')) || 1
  const index = presentWorkIndex({ cards, filters, page, context })
  return {
    // Filtered lists repeat what the studies say; the full index is the page to find.
    metadata: metadataFor({
      site: view,
      path: '/work',
      title: view.strings.work,
      isIndexed: query.size === 0,
    }),
    body: <WorkIndex site={view} index={index} />,
    policy: 'shared',
    // Anybody can write filters that nothing passes.
    isKept: query.size === 0 || index.cards.length > 0,
  }
}
