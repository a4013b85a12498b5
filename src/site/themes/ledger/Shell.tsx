/** Ledger's frame: one ruled line of facts at the top, one at the bottom, everything on twelve columns. */
import type { ReactNode } from 'react'
import {
  ContactLines,
  LanguageSwitch,
  mainId,
  Navigation,
  SkipLink,
  SocialLinks,
  Wordmark,
} from '../../components/Chrome.tsx'
import { Arrow } from '../../components/icons.tsx'
import type { SiteView, WrittenView } from '../../model.ts'
import { contactHref } from '../../present/context.ts'

type ShellProps = {
  site: SiteView
  path: string
  children: ReactNode
  /** What is read on this page, when that is written in some languages only. */
  text?: WrittenView
  isFront?: boolean
  hasInvitation?: boolean
}

export const Shell = ({
  site,
  path,
  children,
  isFront = false,
  hasInvitation = true,
  text,
}: ShellProps) => (
  <>
    <SkipLink site={site} />
    <header className="top grid">
      <Wordmark site={site} />
      <p className="top-line">{site.tagline}</p>
      <Navigation site={site} path={path} />
      <LanguageSwitch site={site} path={path} text={text} />
    </header>
    <main
      id={mainId}
      tabIndex={-1}
      lang={text?.foreign?.code}
      className={isFront ? 'is-front' : undefined}
    >
      {children}
    </main>
    <footer className="bottom site-footer">
      {hasInvitation && (
        <p className="invitation grid">
          <span>{site.contact.heading ?? site.strings.workTogether}</span>
          <a href={contactHref(site)}>
            {site.strings.writeUs} <Arrow />
          </a>
        </p>
      )}
      <div className="bottom-columns grid">
        <p className="bottom-name">{site.name}</p>
        <ContactLines site={site} />
        <SocialLinks site={site} />
        <div>
          {site.footer && <p>{site.footer}</p>}
          <p>
            <a href={`${site.base}/feed.xml`}>{site.strings.subscribe}</a>
          </p>
        </div>
      </div>
    </footer>
  </>
)
