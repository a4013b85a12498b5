/** A page of a site as bytes: React makes the markup once, and nothing of React is sent. */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { presentProblem, type Problem } from '../http/problem.ts'
import { policyForSite } from '../http/securityHeaders.ts'
import { SiteDocument } from './Document.tsx'
import { islandsHref } from './islands.ts'
import type { PageMetadata } from './metadata.ts'
import type { SiteView } from './model.ts'
import { DEV_SCRIPT, isDevelopment } from './reloading.ts'
import { inlineStylesheet } from './stylesheet.ts'
import { brandStyle } from './themes/brandStyle.ts'

export type RenderedPage = { html: string; headers: Record<string, string> }

type RenderArgs = { site: SiteView; metadata: PageMetadata; body: ReactNode }

export const renderPage = ({ body, metadata, site }: RenderArgs): RenderedPage => {
  const { pairing, root, theme } = site
  const css = inlineStylesheet({ root, theme, pairing }) + brandStyle(site.brand)
  const html = renderToStaticMarkup(
    <SiteDocument site={site} metadata={metadata} css={css}>
      {body}
    </SiteDocument>,
  )
  // Known only once all of it is there.
  const scripts = [
    ...(ISLAND.test(html) ? [islandsHref(root)] : []),
    ...(isDevelopment ? [DEV_SCRIPT] : []),
  ].map((src) => `<script src="${src}" defer></script>`)
  return {
    html: `<!DOCTYPE html>${html.replace('</head>', () => `${scripts.join('')}</head>`)}`,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': site.locale,
      'content-security-policy': policyForSite({ styles: [css] }),
      ...linksOf(metadata),
    },
  }
}

/** Something that the script works on. */
const ISLAND = /<[^>]* data-island=/

/** A page of the site that says what was refused, to people; to programs the problem itself. */
export const presentPage = ({
  page: { headers, html },
  ...args
}: {
  accept: string | null
  isHead?: boolean
  page: RenderedPage
  problem: Problem
}): Response => {
  const response = presentProblem({ ...args, page: html })
  if (isPage(response)) {
    for (const name of ['content-language', 'content-security-policy']) {
      response.headers.set(name, headers[name]!)
    }
  }
  return response
}

const isPage = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/html') === true

/** For whoever reads no HTML. @see https://www.rfc-editor.org/rfc/rfc8288 */
const linksOf = ({ canonical, languages }: PageMetadata): Record<string, string> => {
  const links = [
    ...(canonical ? [`<${encoded(canonical)}>; rel="canonical"`] : []),
    ...languages.map(({ code, href }) => `<${encoded(href)}>; rel="alternate"; hreflang="${code}"`),
  ]
  return links.length > 0 ? { link: links.join(', ') } : {}
}

/** Headers hold ASCII; an editor's own canonical address may hold anything. */
const encoded = (href: string): string =>
  href.replace(/[^\x21-\x7e]|[<>"]/gu, (character) => encodeURIComponent(character))
