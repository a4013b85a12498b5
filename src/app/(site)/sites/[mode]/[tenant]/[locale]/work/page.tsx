// The work index. Its filters are part of the address, so it is rendered on request from remembered cards.
import type { Metadata } from 'next'
import { listCards } from '../../../../../../../site/data/listCards.ts'
import { metadataFor } from '../../../../../../../site/metadata.ts'
import {
  filterKinds,
  presentWorkIndex,
  type Filters,
} from '../../../../../../../site/present/work.ts'
import { requireSite, type RouteProps } from '../../../../../../../site/route.ts'
import { themes } from '../../../../../../../site/themes/index.ts'

type WorkProps = RouteProps & {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async ({ params, searchParams }: WorkProps): Promise<Metadata> => {
  const { view } = await requireSite(params)
  // Filtered lists repeat what the studies say; the full index is the page to find.
  return metadataFor({
    site: view,
    path: '/work',
    title: view.strings.work,
    isIndexed: Object.keys(await searchParams).length === 0,
  })
}

export default async function WorkPage({ params, searchParams }: WorkProps) {
  const site = await requireSite(params)
  const [cards, query] = await Promise.all([listCards({ site }), searchParams])
  const WorkIndex = themes[site.view.theme].WorkIndex
  return (
    <WorkIndex
      site={site.view}
      index={presentWorkIndex({
        cards,
        filters: filtersFrom(query),
        page: Number(first(query.page)) || 1,
        context: site.context,
      })}
    />
  )
}

const filtersFrom = (query: Record<string, string | string[] | undefined>): Filters =>
  Object.fromEntries(
    filterKinds.flatMap((kind) => (first(query[kind]) ? [[kind, first(query[kind])]] : [])),
  )

const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value
