/** The tenant's page for an address where nothing is. */
import type { Site } from '../data/site.ts'
import { themes } from '../themes/index.ts'
import type { Page } from './page.ts'

export const missingPage = ({ site: { view } }: { site: Site }): Page => {
  const NotFound = themes[view.theme].NotFound
  return {
    metadata: {
      title: `${view.strings.notFoundTitle} — ${view.name}`,
      languages: [],
      robots: 'noindex',
    },
    body: <NotFound site={view} />,
    policy: 'none',
  }
}
