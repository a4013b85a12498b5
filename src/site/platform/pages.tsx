/** Pages of the installation itself: its front page, and an address on the main host that belongs to no tenant. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { TENANTS_TAG } from '../../../collections/shared/invalidation.ts'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { send, type Made } from '../../../plugins/publication/index.ts'
import { problem } from '../../http/problem.ts'
import { policyForSite } from '../../http/securityHeaders.ts'
import { listTenants, type ListedTenant } from '../data/listTenants.ts'
import { asNobody, publication } from '../publication.ts'
import { presentPage, type RenderedPage } from '../render.tsx'
import { acceptsOf, type RawRequest } from '../request.ts'
import { squeeze } from '../stylesheet.ts'
import { Mark } from './Mark.tsx'
import { Notice } from './Notice.tsx'

/** What this is, where to log in, and which sites live here. */
export const answerFrontPage = async (raw: RawRequest): Promise<Response> => {
  const answer = await publication().answer({
    key: 'front page',
    tags: [TENANTS_TAG],
    accepts: acceptsOf(raw.incoming),
    make: () =>
      asNobody(async (): Promise<Made> => {
        const { headers, html } = renderPlatform({
          title: 'Vitrine. Case studies, written together',
          description:
            'Vitrine is a multi-tenant headless CMS for case studies: typed outcomes, live preview and a public site for every tenant.',
          body: <FrontPage tenants={await listTenants()} />,
        })
        return { status: 200, headers, body: html, policy: 'shared' }
      }),
  })
  await send(answer, raw)
  return RESPONSE_ALREADY_SENT
}

export const answerNowhere = ({
  accept,
  isHead,
}: {
  accept: string | null
  isHead: boolean
}): Response =>
  presentPage({
    accept,
    isHead,
    problem: problem({ code: 'not_found' }),
    page: renderPlatform({
      title: 'Not found. Vitrine',
      body: (
        <Notice
          title="There is nothing at this address."
          text="It may be misspelt, or the site has moved. The front page lists the sites that live here."
          link={{ label: 'To the front page', href: '/' }}
        />
      ),
    }),
  })

const FrontPage = ({ tenants }: { tenants: ListedTenant[] }) => (
  <div className="platform-page">
    <header className="platform-head">
      <span className="platform-mark">
        <Mark /> Vitrine
      </span>
      <a className="platform-button" href="/admin">
        Log in
      </a>
    </header>
    <main>
      <div className="platform-statement">
        <h1>Case studies that show what changed.</h1>
        <p>
          Vitrine is a content system for the work of studios, agencies and their clients. Outcomes
          are data, several people write one study at once, and every tenant has a site of its own,
          walled off from all others.
        </p>
      </div>
    </main>
    {tenants.length > 0 && (
      <section className="platform-sites" aria-labelledby="sites-title">
        <h2 id="sites-title">Sites on this installation</h2>
        <ul>
          {tenants.map((tenant) => (
            <li key={tenant.slug}>
              <a href={`/${tenant.slug}`}>{tenant.name}</a>
              <span>{tenant.tagline}</span>
              <span>
                {tenant.theme ? tenant.theme.charAt(0).toUpperCase() + tenant.theme.slice(1) : ''}
              </span>
            </li>
          ))}
        </ul>
      </section>
    )}
    <footer className="platform-foot">Free software, self-hosted.</footer>
  </div>
)

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M4 2h16v20H4z" fill="none" stroke="#0f5e57" stroke-width="2"/><path d="M8 14l6-8M10 18l6-8" stroke="#0f5e57" stroke-width="2"/></svg>'

let remembered: string | undefined

const platformCss = (): string =>
  (remembered ??= squeeze(
    readFileSync(path.join(process.cwd(), 'src/site/platform/platform.css'), 'utf8'),
  ))

const renderPlatform = ({
  body,
  description,
  title,
}: {
  body: ReactNode
  description?: string
  title: string
}): RenderedPage => {
  const css = platformCss()
  const html = renderToStaticMarkup(
    <html lang="en" className="platform">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {description ? (
          <meta name="description" content={description} />
        ) : (
          <meta name="robots" content="noindex" />
        )}
        <link rel="icon" href={`data:image/svg+xml,${encodeURIComponent(ICON)}`} />
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>{body}</body>
    </html>,
  )
  return {
    html: `<!DOCTYPE html>${html}`,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'en',
      'content-security-policy': policyForSite({ styles: [css] }),
    },
  }
}
