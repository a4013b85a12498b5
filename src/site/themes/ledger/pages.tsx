/** Ledger's other pages: people, one person, free pages, contact, not found, password. */
import { ContactLines } from '../../components/Chrome.tsx'
import { ContactForm } from '../../components/ContactForm.tsx'
import { Cover } from '../../components/Cover.tsx'
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
    <div className="page-head grid">
      <h1>{site.strings.people}</h1>
    </div>
    <div className="index-section grid">
      <p className="side quiet">{plural(site.strings.people_count, people.length, site.locale)}</p>
      <div className="body">
        {people.length === 0 && <p className="empty">{site.strings.emptyPeople}</p>}
        <ul className="roster">
          {people.map((person) => (
            <li key={person.id}>
              <span className="roster-portrait">
                <Cover
                  image={person.portrait}
                  palette={person.palette}
                  seed={person.slug}
                  preset="portrait"
                  sizes="(min-width: 62rem) min(23vw, 240px), (min-width: 48rem) 30vw, 44vw"
                  isDecorative
                />
              </span>
              <h2>
                <a href={person.href}>{person.name}</a>
              </h2>
              <p className="quiet">{person.role}</p>
            </li>
          ))}
        </ul>
      </div>
    </div>
  </Shell>
)

export const Person = ({ site, person }: ThemeProps['Person']) => (
  <Shell site={site} path={person.path}>
    <div className="page-head grid">
      <h1>{person.name}</h1>
      {person.role && <p className="claim">{person.role}</p>}
    </div>
    <div className="index-section grid">
      <div className="side">
        <div className="profile-portrait">
          <Cover
            image={person.portrait}
            palette={person.palette}
            seed={person.slug}
            preset="portrait"
            sizes="(min-width: 62rem) 22vw, (min-width: 27rem) 384px, 88vw"
            isPriority
          />
        </div>
        {person.links.length > 0 && (
          <ul className="side-links">
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
      <div className="body">
        <div className="bio">
          {person.bio.map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </div>
        {person.work.length > 0 && (
          <table className="index is-person">
            <caption>{site.strings.work}</caption>
            <thead>
              <tr>
                <th scope="col" className="is-year">
                  {site.strings.year}
                </th>
                <th scope="col" className="is-project">
                  {site.strings.project}
                </th>
                <th scope="col" className="is-client">
                  {site.strings.role}
                </th>
              </tr>
            </thead>
            <tbody>
              {person.work.map(({ card, role }) => (
                <tr key={card.id}>
                  <td className="is-year">{card.year}</td>
                  <th scope="row" className="is-project">
                    <TitleLink card={card} />
                  </th>
                  <td className="is-client">{role}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  </Shell>
)

export const Page = ({ site, page, path }: ThemeProps['Page']) => (
  <Shell site={site} path={path ?? page.path} text={page}>
    <div className="page-head grid">
      <h1>{page.title}</h1>
    </div>
    <article className="page prose">
      <RichText nodes={page.body} strings={site.strings} widths={widths} />
    </article>
  </Shell>
)

export const Contact = ({ site, refused, isSent }: ThemeProps['Contact']) => (
  <Shell site={site} path="/contact" hasInvitation={false}>
    <div className="page-head grid">
      <h1>
        {isSent ? site.strings.sentTitle : (site.contact.heading ?? site.strings.workTogether)}
      </h1>
    </div>
    <div className="index-section grid">
      <div className="side">
        <ContactLines site={site} />
      </div>
      <div className="body contact-body">
        <p className="lead">{isSent ? site.strings.sentText : site.contact.text}</p>
        {isSent ? (
          <p>
            <a className="button" href={workHref(site)}>
              {site.strings.seeWork}
            </a>
          </p>
        ) : (
          <ContactForm
            action={`${contactHref(site)}/send`}
            sentHref={`${contactHref(site)}/sent`}
            strings={site.strings}
            refused={refused}
          />
        )}
      </div>
    </div>
  </Shell>
)

export const NotFound = ({ site, said }: ThemeProps['NotFound']) => (
  <Shell site={site} path="/">
    <div className="page-head grid">
      <h1>{said.title}</h1>
    </div>
    <div className="index-section grid notice">
      <p className="side notice-number" aria-hidden="true">
        {said.status}
      </p>
      <div className="body">
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
    </div>
  </Shell>
)

export const Password = ({ site, study, problem }: ThemeProps['Password']) => (
  <Shell site={site} path={`/work/${encodeURIComponent(study.slug)}`} hasInvitation={false}>
    <div className="page-head grid">
      <h1>{study.title}</h1>
    </div>
    <div className="index-section grid notice">
      <p className="side quiet">{study.client}</p>
      <div className="body">
        <p className="lead">
          {site.strings.passwordTitle} {site.strings.passwordText}
        </p>
        <PasswordForm
          action={`${studyHref(site, study.slug)}/unlock`}
          strings={site.strings}
          problem={problem}
        />
      </div>
    </div>
  </Shell>
)
