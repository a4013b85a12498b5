/** The tenant's page for an address where nothing is, and for what cannot be done at one. */
import type { Problem } from '../../http/problem.ts'
import type { Site } from '../data/site.ts'
import { themes } from '../themes/index.ts'
import type { Page } from './page.ts'

/** @param refused Default: nothing is there. */
export const missingPage = ({
  refused,
  site: { view },
}: {
  refused?: Problem | undefined
  site: Site
}): Page => {
  const { strings } = view
  const said = refused
    ? { status: refused.status, title: `${refused.title}.`, text: refused.detail ?? null }
    : { status: 404, title: strings.notFoundTitle, text: strings.notFoundText }
  const NotFound = themes[view.theme].NotFound
  return {
    metadata: { title: `${said.title} — ${view.name}`, languages: [], robots: 'noindex' },
    body: <NotFound site={view} said={said} />,
    policy: 'none',
  }
}
