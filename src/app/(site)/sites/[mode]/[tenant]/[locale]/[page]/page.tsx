// A free page.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getPage } from '../../../../../../../site/data/getPage.ts'
import type { SiteParams } from '../../../../../../../site/data/site.ts'
import { metadataFor } from '../../../../../../../site/metadata.ts'
import { requireSite, type RouteProps } from '../../../../../../../site/route.ts'
import { themes } from '../../../../../../../site/themes/index.ts'
import { slugOf } from '../../../../../../../site/sitePath.ts'

type Props = RouteProps<SiteParams & { page: string }>

export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { site, page } = await load(params)
  return metadataFor({
    site: site.view,
    path: page.path,
    title: page.seo.title,
    description: page.seo.description,
    canonical: page.seo.canonical,
    isIndexed: page.seo.isIndexed,
  })
}

export default async function FreePage({ params }: Props) {
  const { site, page } = await load(params)
  const Page = themes[site.view.theme].Page
  return <Page site={site.view} page={page} />
}

const load = async (params: Props['params']) => {
  const site = await requireSite(params)
  const { page: slug } = await params
  return { site, page: (await getPage({ site, slug: slugOf(slug) })) ?? notFound() }
}
