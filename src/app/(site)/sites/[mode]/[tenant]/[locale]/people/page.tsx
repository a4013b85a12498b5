// The people of a tenant.
import type { Metadata } from 'next'
import { listPeople } from '../../../../../../../site/data/people.ts'
import { metadataFor } from '../../../../../../../site/metadata.ts'
import { requireSite, type RouteProps } from '../../../../../../../site/route.ts'
import { themes } from '../../../../../../../site/themes/index.ts'

export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: RouteProps): Promise<Metadata> => {
  const { view } = await requireSite(params)
  return metadataFor({ site: view, path: '/people', title: view.strings.people })
}

export default async function PeoplePage({ params }: RouteProps) {
  const site = await requireSite(params)
  const People = themes[site.view.theme].People
  return <People site={site.view} people={await listPeople({ site })} />
}
