/** Broadsheet's quieter pages: people, one person, free pages, contact, not found, password. */
import { ContactLines } from '../../components/Chrome.tsx'
import { ContactForm } from '../../components/ContactForm.tsx'
import { Cover } from '../../components/Cover.tsx'
import { Picture } from '../../components/Picture.tsx'
import { PasswordForm } from '../../components/PasswordForm.tsx'
import { RichText } from '../../components/RichText.tsx'
import { contactHref, homeHref, studyHref, workHref } from '../../present/context.ts'
import { plural } from '../../strings/index.ts'
import { TitleLink } from '../../components/pieces.tsx'
import type { ThemeProps } from '../types.ts'
import { Shell } from './Shell.tsx'
import { widths } from './widths.ts'

export const People = ({ site, people }: ThemeProps['People']) => (
  <Shell site={site} path="/people">
    <div className="sheet">
      <header className="sheet-head">
        <h1>{site.strings.people}</h1>
        <p className="count">{plural(site.strings.people_count, people.length, site.locale)}</p>
      </header>
      {people.length === 0 && <p className="empty">{site.strings.emptyPeople}</p>}
      <ul className="portraits">
        {people.map((person) => (
          <li key={person.id}>
            <div className="portrait">
              <Cover
                image={person.portrait}
                palette={person.palette}
                seed={person.slug}
                preset="portrait"
                sizes="(min-width: 62rem) min(31vw, 320px), 46vw"
                isDecorative
              />
            </div>
            <h2>
              <a href={person.href}>{person.name}</a>
            </h2>
            <p className="quiet">{person.role}</p>
          </li>
        ))}
      </ul>
    </div>
  </Shell>
)

export const Person = ({ site, person }: ThemeProps['Person']) => (
  <Shell site={site} path={person.path}>
    <article className="profile">
      <div className="profile-portrait">
        {person.portrait ? (
          <Picture
            image={person.portrait}
            preset="portrait"
            sizes="(min-width: 88rem) 410px, (min-width: 62rem) 29vw, (min-width: 32rem) 448px, 88vw"
            isPriority
          />
        ) : (
          <Cover image={null} palette={person.palette} seed={person.slug} sizes="32vw" />
        )}
      </div>
      <div className="profile-text">
        <p className="kicker">{person.role}</p>
        <h1>{person.name}</h1>
        {person.bio.map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
        {person.links.length > 0 && (
          <ul className="profile-links">
            {person.links.map((link) => (
              <li key={link.href}>
                <a href={link.href} rel="me noopener">
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        )}
        {person.work.length > 0 && (
          <section aria-labelledby="work-title">
            <h2 id="work-title" className="section-title">
              {site.strings.work}
            </h2>
            <ol className="lines">
              {person.work.map(({ card, role }) => (
                <li key={card.id}>
                  <span className="line-year">{card.year}</span>
                  <TitleLink card={card} />
                  <span className="line-client">{role ?? card.client}</span>
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
    </article>
  </Shell>
)

export const Page = ({ site, page, path }: ThemeProps['Page']) => (
  <Shell site={site} path={path ?? page.path} text={page}>
    <article className="page prose">
      <h1>{page.title}</h1>
      <RichText nodes={page.body} strings={site.strings} widths={widths} />
    </article>
  </Shell>
)

export const Contact = ({ site, refused, isSent }: ThemeProps['Contact']) => (
  <Shell site={site} path="/contact" hasInvitation={false}>
    <div className="sheet contact-sheet">
      <header>
        <h1>
          {isSent ? site.strings.sentTitle : (site.contact.heading ?? site.strings.workTogether)}
        </h1>
        <p className="lead">{isSent ? site.strings.sentText : site.contact.text}</p>
        {isSent ? (
          <p>
            <a href={workHref(site)}>{site.strings.seeWork}</a>
          </p>
        ) : (
          <ContactLines site={site} />
        )}
      </header>
      {!isSent && (
        <ContactForm
          action={`${contactHref(site)}/send`}
          sentHref={`${contactHref(site)}/sent`}
          strings={site.strings}
          refused={refused}
        />
      )}
    </div>
  </Shell>
)

export const NotFound = ({ site, said }: ThemeProps['NotFound']) => (
  <Shell site={site} path="/">
    <div className="sheet notice">
      <p className="margin-number">{said.status}</p>
      <h1>{said.title}</h1>
      {said.text && <p className="lead">{said.text}</p>}
      <p className="ways">
        <a className="button is-primary" href={workHref(site)}>
          {site.strings.seeWork}
        </a>
        <a className="button" href={homeHref(site)}>
          {site.strings.backHome}
        </a>
      </p>
    </div>
  </Shell>
)

export const Password = ({ site, study, problem }: ThemeProps['Password']) => (
  <Shell site={site} path={`/work/${encodeURIComponent(study.slug)}`} hasInvitation={false}>
    <div className="sheet notice">
      <p className="kicker">{study.client}</p>
      <h1>{study.title}</h1>
      <p className="lead">
        {site.strings.passwordTitle} {site.strings.passwordText}
      </p>
      <PasswordForm
        action={`${studyHref(site, study.slug)}/unlock`}
        strings={site.strings}
        problem={problem}
      />
    </div>
  </Shell>
)
