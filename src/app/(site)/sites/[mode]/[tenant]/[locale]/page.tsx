// A tenant's home page.
import type { Metadata } from 'next'
import { JsonLd } from '../../../../../../site/components/JsonLd.tsx'
import { listCards } from '../../../../../../site/data/listCards.ts'
import { siteJsonLd } from '../../../../../../site/jsonLd.ts'
import { canonicalUrl, metadataFor } from '../../../../../../site/metadata.ts'
import { presentHome } from '../../../../../../site/present/home.ts'
import { requireSite, type RouteProps } from '../../../../../../site/route.ts'
import { themes } from '../../../../../../site/themes/index.ts'

export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: RouteProps): Promise<Metadata> => {
  const { view } = await requireSite(params)
  return metadataFor({
    site: view,
    path: '/',
    title: null,
    image: { href: `${view.base}/opengraph.png`, alt: view.name, width: 1200, height: 630 },
  })
}

export default async function HomePage({ params }: RouteProps) {
  const site = await requireSite(params)
  const cards = await listCards({ site })
  const Home = themes[site.view.theme].Home
  return (
    <>
      <JsonLd
        data={siteJsonLd({
          site: site.view,
          url: canonicalUrl({ site: site.view, path: '/', locale: site.view.locale }),
        })}
      />
      <Home site={site.view} home={presentHome({ cards, context: site.context })} />
    </>
  )
}
