/** Broadsheet's frame: a masthead on the front page, a running head on the others, a colophon at the end. */
import type { CSSProperties, ReactNode } from 'react'
import {
  ContactLines,
  LanguageSwitch,
  Logo,
  mainId,
  Navigation,
  SkipLink,
  SocialLinks,
  Wordmark,
} from '../../components/Chrome.tsx'
import { Arrow } from '../../components/icons.tsx'
import { lettersOf } from '../../components/pieces.tsx'
import type { SiteView, WrittenView } from '../../model.ts'
import { contactHref, homeHref } from '../../present/context.ts'

type ShellProps = {
  site: SiteView
  path: string
  children: ReactNode
  /** What is read on this page, when that is written in some languages only. */
  text?: WrittenView | undefined
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
    {isFront ? (
      <Masthead site={site} path={path} />
    ) : (
      <RunningHead site={site} path={path} text={text} />
    )}
    <main id={mainId} tabIndex={-1} lang={text?.foreign?.code}>
      {children}
    </main>
    <Colophon site={site} hasInvitation={hasInvitation} />
  </>
)

const Masthead = ({ site, path }: Pick<ShellProps, 'path' | 'site'>) => (
  <header className="masthead">
    <div className="masthead-strip">
      <p>
        {site.hasWordmark && <Logo site={site} />} {site.tagline}
      </p>
      <LanguageSwitch site={site} path={path} />
    </div>
    <h1 className="masthead-name" style={{ '--letters': lettersOf(site.name) } as CSSProperties}>
      <a className="masthead-link" href={homeHref(site)} rel="home">
        {site.hasWordmark ? site.name : <Logo site={site} />}
      </a>
    </h1>
    <Navigation site={site} path={path} />
  </header>
)

const RunningHead = ({ site, path, text }: Pick<ShellProps, 'path' | 'site' | 'text'>) => (
  <header className="running-head">
    <Wordmark site={site} />
    <Navigation site={site} path={path} />
    <LanguageSwitch site={site} path={path} text={text} />
  </header>
)

const Colophon = ({ site, hasInvitation }: { site: SiteView; hasInvitation: boolean }) => (
  <footer className="colophon site-footer">
    {hasInvitation && (
      <div className="invitation">
        <p>{site.contact.heading ?? site.strings.workTogether}</p>
        <a href={contactHref(site)}>
          {site.strings.writeUs} <Arrow />
        </a>
      </div>
    )}
    <div className="colophon-columns">
      <div>
        <p className="colophon-name">{site.name}</p>
        {site.tagline && <p>{site.tagline}</p>}
      </div>
      <ContactLines site={site} />
      <SocialLinks site={site} />
      <div className="colophon-end">
        {site.footer && <p>{site.footer}</p>}
        <p>
          <a href={`${site.base}/feed.xml`}>{site.strings.subscribe}</a>
        </p>
      </div>
    </div>
  </footer>
)
