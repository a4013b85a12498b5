// The password page with a sentence about what went wrong; the unlock route sends it with the right status.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getStudy } from '../../../../../../../../../../site/data/getStudy.ts'
import type { SiteParams } from '../../../../../../../../../../site/data/site.ts'
import { metadataFor } from '../../../../../../../../../../site/metadata.ts'
import { requireSite, type RouteProps } from '../../../../../../../../../../site/route.ts'
import { themes } from '../../../../../../../../../../site/themes/index.ts'
import { slugOf } from '../../../../../../../../../../site/sitePath.ts'

type Props = RouteProps<SiteParams & { slug: string; problem: string }>

export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { site, found } = await load(params)
  return metadataFor({
    site: site.view,
    path: `/work/${encodeURIComponent(found.slug)}`,
    title: found.title,
    isIndexed: false,
    alternates: [],
  })
}

export default async function RefusedPage({ params }: Props) {
  const { site, found } = await load(params)
  const { problem } = await params
  const Password = themes[site.view.theme].Password
  return (
    <Password
      site={site.view}
      study={found}
      problem={problem === 'limited' ? 'limited' : 'wrong'}
    />
  )
}

const load = async (params: Props['params']) => {
  const site = await requireSite(params)
  const found = await getStudy({ site, slug: slugOf((await params).slug) })
  return { site, found: found?.kind === 'password' ? found : notFound() }
}
