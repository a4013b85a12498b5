/** A tenant's home page. */
import { JsonLd } from '../components/JsonLd.tsx'
import { listCards } from '../data/listCards.ts'
import { siteJsonLd } from '../jsonLd.ts'
import { canonicalUrl, metadataFor } from '../metadata.ts'
import { presentHome } from '../present/home.ts'
import { themes } from '../themes/index.ts'
import type { LoadPage } from './page.ts'

export const home: LoadPage = async ({ site: { context, view }, site }) => {
  const cards = await listCards({ site })
  const Home = themes[view.theme].Home
  const url = canonicalUrl({ site: view, path: '/', locale: view.locale })
  return {
    metadata: metadataFor({
      site: view,
      path: '/',
      title: null,
      image: { href: `${view.base}/opengraph.png`, alt: view.name, width: 1200, height: 630 },
    }),
    body: (
      <>
        <JsonLd data={siteJsonLd({ site: view, url })} />
        <Home site={view} home={presentHome({ cards, context })} />
      </>
    ),
    policy: 'shared',
  }
}
