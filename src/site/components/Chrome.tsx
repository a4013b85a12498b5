/** What every page of every theme has: the skip link, the navigation, the languages and the footer's parts. */
import { mailtoHref } from '../../../collections/shared/email.ts'
import type { LanguageView, SiteView, WrittenView } from '../model.ts'
import { contactHref, homeHref, peopleHref, workHref } from '../present/context.ts'
import { languageOf } from '../strings/index.ts'
import { Picture } from './Picture.tsx'

/** The id that the skip link leads to. */
export const mainId = 'content'

export const SkipLink = ({ site }: { site: SiteView }) => (
  <a className="skip-link" href={`#${mainId}`}>
    {site.strings.skip}
  </a>
)

export const Wordmark = ({
  site,
  className = 'wordmark',
}: {
  site: SiteView
  className?: string
}) => (
  <a className={className} href={homeHref(site)} rel="home">
    <Logo site={site} />
    {site.hasWordmark && <span>{site.name}</span>}
  </a>
)

/** The tenant's mark. Beside the written name it says nothing new to a screen reader. */
export const Logo = ({ site }: { site: SiteView }) =>
  site.logo && (
    <Picture
      image={{ ...site.logo, alt: site.name, blur: null }}
      sizes="192px"
      className="logo"
      isEager
      isDecorative={site.hasWordmark}
    />
  )

export type NavigationItem = { label: string; href: string; isCurrent: boolean }

/** Work, people, the tenant's own links, contact. */
export const navigationFor = ({
  site,
  path,
}: {
  site: SiteView
  path: string
}): NavigationItem[] => {
  const items = [
    { label: site.strings.work, href: workHref(site) },
    ...(site.hasPeople ? [{ label: site.strings.people, href: peopleHref(site) }] : []),
    ...site.navigation,
    { label: site.strings.contact, href: contactHref(site) },
  ]
  const here = `${site.base}${path}`
  const seen = new Set<string>()
  return items
    .filter((item) => !seen.has(item.href) && seen.add(item.href))
    .map((item) => ({ ...item, isCurrent: here === item.href || here.startsWith(`${item.href}/`) }))
}

export const Navigation = ({
  site,
  path,
  className = 'navigation',
}: {
  site: SiteView
  path: string
  className?: string
}) => (
  <nav className={className} aria-label={site.strings.main}>
    <ul>
      {navigationFor({ site, path }).map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** The same page in the tenant's other languages. */
export const languagesFor = ({ site, path }: { site: SiteView; path: string }): LanguageView[] =>
  site.locales.map((code) => ({
    code,
    label: languageOf(code).label,
    href:
      `${site.root}${code === site.defaultLocale ? '' : `/${code}`}${path === '/' ? '' : path}` ||
      '/',
    isCurrent: code === site.locale,
  }))

export const LanguageSwitch = ({
  site,
  path,
  text,
}: {
  site: SiteView
  path: string
  text?: WrittenView | undefined
}) => {
  const offered = languagesFor({ site, path }).filter(
    ({ code, isCurrent }) => isCurrent || !text || text.languages.includes(code),
  )
  return offered.length > 1 ? (
    <nav className="languages" aria-label={site.strings.language}>
      <ul>
        {offered.map((language) => (
          <li key={language.code}>
            <a
              href={language.href}
              hrefLang={language.code}
              lang={language.code}
              aria-current={language.isCurrent ? 'true' : undefined}
            >
              {language.code.toUpperCase()}
              <span className="visually-hidden"> {language.label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  ) : null
}

export const ContactLines = ({ site }: { site: SiteView }) => (
  <address className="contact-lines">
    {site.contact.email && (
      <p>
        <a href={mailtoHref(site.contact.email)}>{site.contact.email}</a>
      </p>
    )}
    {site.contact.phone && (
      <p>
        <a href={`tel:${site.contact.phone.replace(/[^+\d]/g, '')}`}>{site.contact.phone}</a>
      </p>
    )}
    {site.contact.address && <p className="contact-address">{site.contact.address}</p>}
  </address>
)

export const SocialLinks = ({ site }: { site: SiteView }) =>
  site.social.length > 0 ? (
    <ul className="social">
      {site.social.map((item) => (
        <li key={item.href}>
          <a href={item.href} rel="me noopener">
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  ) : null
