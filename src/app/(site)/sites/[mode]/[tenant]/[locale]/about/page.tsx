// The page that the settings name as "about".
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getAbout } from '../../../../../../../site/data/getPage.ts'
import { metadataFor } from '../../../../../../../site/metadata.ts'
import { requireSite, type RouteProps } from '../../../../../../../site/route.ts'
import { themes } from '../../../../../../../site/themes/index.ts'

export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: RouteProps): Promise<Metadata> => {
  const { site, page } = await load(params)
  return metadataFor({
    site: site.view,
    path: '/about',
    title: page.seo.title,
    description: page.seo.description,
    isIndexed: page.seo.isIndexed,
  })
}

export default async function AboutPage({ params }: RouteProps) {
  const { site, page } = await load(params)
  const Page = themes[site.view.theme].Page
  return <Page site={site.view} page={page} path="/about" />
}

const load = async (params: RouteProps['params']) => {
  const site = await requireSite(params)
  return { site, page: (await getAbout({ site })) ?? notFound() }
}
