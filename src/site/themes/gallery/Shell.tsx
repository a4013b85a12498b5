/** Gallery's frame: a quiet line of type above and below, and a room that takes the colour of what hangs in it. */
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
import type { PaletteView, SiteView, WrittenView } from '../../model.ts'
import { contactHref } from '../../present/context.ts'
import { roomStyle } from '../brandStyle.ts'

type ShellProps = {
  site: SiteView
  path: string
  children: ReactNode
  /** What is read on this page, when that is written in some languages only. */
  text?: WrittenView
  /** The cover's colour; without one the walls are the theme's own. */
  palette?: PaletteView
  hasInvitation?: boolean
}

export const Shell = ({
  site,
  path,
  children,
  palette,
  hasInvitation = true,
  text,
}: ShellProps) => (
  <div
    className={palette ? 'room is-painted' : 'room'}
    style={palette ? roomStyle(palette) : undefined}
  >
    <SkipLink site={site} />
    <header className="lintel">
      <Wordmark site={site} />
      <Navigation site={site} path={path} />
      <LanguageSwitch site={site} path={path} text={text} />
    </header>
    <main id={mainId} tabIndex={-1} lang={text?.foreign?.code}>
      {children}
    </main>
    <footer className="plinth site-footer">
      {hasInvitation && (
        <p className="invitation">
          {site.contact.heading ?? site.strings.workTogether}{' '}
          <a href={contactHref(site)}>
            {site.strings.writeUs} <Arrow />
          </a>
        </p>
      )}
      <div className="plinth-columns">
        <p>
          {site.name}
          {site.tagline && <span className="quiet">{site.tagline}</span>}
        </p>
        <ContactLines site={site} />
        <SocialLinks site={site} />
        <p className="quiet">
          {site.footer} <a href={`${site.base}/feed.xml`}>{site.strings.subscribe}</a>
        </p>
      </div>
    </footer>
  </div>
)
