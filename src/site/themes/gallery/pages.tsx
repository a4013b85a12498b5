/** Gallery's other pages: people, one person, free pages, contact, not found, password. */
import { ContactLines } from '../../components/Chrome.tsx'
import { ContactForm } from '../../components/ContactForm.tsx'
import { Cover } from '../../components/Cover.tsx'
import { PasswordForm } from '../../components/PasswordForm.tsx'
import { RichText } from '../../components/RichText.tsx'
import { contactHref, homeHref, studyHref, workHref } from '../../present/context.ts'
import { plural } from '../../strings/index.ts'
import type { ThemeProps } from '../types.ts'
import { Shell } from './Shell.tsx'
import { Wall } from './Wall.tsx'
import { widths } from './widths.ts'

export const People = ({ site, people }: ThemeProps['People']) => (
  <Shell site={site} path="/people">
    <header className="wall-head">
      <h1>
        {site.strings.people}{' '}
        <span className="quiet">
          {plural(site.strings.people_count, people.length, site.locale)}
        </span>
      </h1>
    </header>
    {people.length === 0 && <p className="empty">{site.strings.emptyPeople}</p>}
    <ul className="sitters">
      {people.map((person) => (
        <li key={person.id}>
          <div className="sitter-portrait">
            <Cover
              image={person.portrait}
              palette={person.palette}
              seed={person.slug}
              preset="portrait"
              sizes="(min-width: 62rem) min(31vw, 320px), 46vw"
              isDecorative
            />
          </div>
          <div className="label">
            <h2 className="label-title">
              <a href={person.href}>{person.name}</a>
            </h2>
            <p>{person.role}</p>
          </div>
        </li>
      ))}
    </ul>
  </Shell>
)

export const Person = ({ site, person }: ThemeProps['Person']) => (
  <Shell site={site} path={person.path} palette={person.palette}>
    <article className="sitter">
      <div className="sitter-portrait">
        <Cover
          image={person.portrait}
          palette={person.palette}
          seed={person.slug}
          preset="portrait"
          sizes="(min-width: 62rem) 40vw, (min-width: 48rem) 94vw, 88vw"
          isPriority
        />
      </div>
      <div className="sitter-text">
        <h1>{person.name}</h1>
        <p className="quiet">{person.role}</p>
        {person.bio.map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
        {person.links.length > 0 && (
          <ul className="sitter-links">
            {person.links.map((link) => (
              <li key={link.href}>
                <a href={link.href} rel="me noopener">
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
    {person.work.length > 0 && (
      <section aria-labelledby="work-title">
        <h2 id="work-title" className="wall-title">
          {site.strings.work}
        </h2>
        <Wall
          cards={person.work.map(({ card, role }) => ({ ...card, client: role ?? card.client }))}
          strings={site.strings}
          level={3}
        />
      </section>
    )}
  </Shell>
)

export const Page = ({ site, page, path }: ThemeProps['Page']) => (
  <Shell site={site} path={path ?? page.path} text={page}>
    <header className="wall-head">
      <h1>{page.title}</h1>
    </header>
    <article className="page prose">
      <RichText nodes={page.body} strings={site.strings} widths={widths} />
    </article>
  </Shell>
)

export const Contact = ({ site, refused, isSent }: ThemeProps['Contact']) => (
  <Shell site={site} path="/contact" hasInvitation={false}>
    <div className="notice is-split">
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
    <div className="notice">
      <p className="quiet">{said.status}</p>
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
    <div className="notice">
      <p className="quiet">{study.client}</p>
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
