/** Free pages, and the one that the settings name as “about”. */
import { getAbout, getPage } from '../data/getPage.ts'
import { metadataFor } from '../metadata.ts'
import { themes } from '../themes/index.ts'
import type { LoadPage } from './page.ts'

export const freePage: LoadPage = async ({ site: { view }, site, slug }) => {
  const page = await getPage({ site, slug })
  if (!page) {
    return null
  }
  const Page = themes[view.theme].Page
  return {
    metadata: metadataFor({
      site: view,
      path: page.path,
      title: page.seo.title,
      description: page.seo.description,
      text: page,
      canonical: page.seo.canonical,
      isIndexed: page.seo.isIndexed,
    }),
    body: <Page site={view} page={page} />,
    policy: 'shared',
  }
}

export const about: LoadPage = async ({ site: { view }, site }) => {
  const page = await getAbout({ site })
  if (!page) {
    return null
  }
  const Page = themes[view.theme].Page
  return {
    metadata: metadataFor({
      site: view,
      path: '/about',
      title: page.seo.title,
      description: page.seo.description,
      text: page,
      isIndexed: page.seo.isIndexed,
    }),
    body: <Page site={view} page={page} path="/about" />,
    policy: 'shared',
  }
}
