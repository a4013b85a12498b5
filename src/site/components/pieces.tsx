/** Small pieces that several themes set in their own way. */
import { Fragment } from 'react'
import type {
  CardView,
  CreditView,
  ForeignView,
  OutcomeView,
  SiteView,
  StudyView,
  TermView,
} from '../model.ts'
import type { Strings } from '../strings/index.ts'
import { Lock } from './icons.tsx'

/** "Harbour authority, 2025": who and when, in one line. */
export const Kicker = ({
  card,
  strings,
  className = 'kicker',
}: {
  card: Pick<CardView, 'client' | 'year' | 'isProtected'>
  strings: Strings
  className?: string
}) => (
  <p className={className}>
    {[card.client, card.year].filter(Boolean).join(', ')}
    {card.isProtected && (
      <span className="protected">
        <Lock /> {strings.protected}
      </span>
    )}
  </p>
)

export const TermLinks = ({ terms }: { terms: TermView[] }) => (
  <>
    {terms.map((term, index) => (
      <Fragment key={term.slug}>
        {index > 0 && ', '}
        <a href={term.href}>{term.label}</a>
      </Fragment>
    ))}
  </>
)

export type Fact = { label: string; content: React.ReactNode }

/** Everything typed that is known about a study, as label and value. */
export const factsOf = ({ study, site }: { study: StudyView; site: SiteView }): Fact[] => {
  const { strings } = site
  const facts: (Fact | null)[] = [
    study.client && {
      label: strings.client,
      content: study.client.url ? (
        <a href={study.client.url} rel="noopener">
          {study.client.label}
        </a>
      ) : (
        study.client.label
      ),
    },
    study.services.length > 0
      ? { label: strings.services, content: <TermLinks terms={study.services} /> }
      : null,
    study.industries.length > 0
      ? { label: strings.industry, content: <TermLinks terms={study.industries} /> }
      : null,
    study.timeframe || study.year
      ? { label: strings.timeframe, content: study.timeframe ?? study.year }
      : null,
    study.technologies.length > 0
      ? { label: strings.technologies, content: <TermLinks terms={study.technologies} /> }
      : null,
  ]
  return facts.flatMap((fact) => fact ?? [])
}

export const Facts = ({ facts, className = 'facts' }: { facts: Fact[]; className?: string }) =>
  facts.length > 0 ? (
    <dl className={className}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.content}</dd>
        </div>
      ))}
    </dl>
  ) : null

/** Roles with everybody who had them, in the order of the credits. */
export const CreditList = ({
  credits,
  className = 'credit-list',
}: {
  credits: CreditView[]
  className?: string
}) => (
  <dl className={className}>
    {groupByRole(credits).map((group, index) => (
      <div key={index}>
        <dt>{group.role}</dt>
        {group.people.map((person, at) => (
          <dd key={at}>{person.href ? <a href={person.href}>{person.name}</a> : person.name}</dd>
        ))}
      </div>
    ))}
  </dl>
)

export const groupByRole = (credits: CreditView[]): { role: string; people: CreditView[] }[] => {
  const groups = new Map<string, CreditView[]>()
  for (const credit of credits) {
    const role = credit.role ?? ''
    groups.set(role, [...(groups.get(role) ?? []), credit])
  }
  return [...groups].map(([role, people]) => ({ role, people }))
}

/** ", from 94 s to 31 s, in six weeks": what follows a figure and its label in running text. */
export const OutcomeTail = ({ outcome, strings }: { outcome: OutcomeView; strings: Strings }) => (
  <>
    {outcome.before !== null && outcome.after !== null && (
      <>
        , {strings.from} <span className="no-break">{outcome.before}</span> {strings.to}{' '}
        <span className="no-break">{outcome.after}</span>
      </>
    )}
    {outcome.timeframe && <>, {outcome.timeframe}</>}
  </>
)

/** How wide a name may be set so that it fills its line: the number of its letters, for CSS to divide by. */
export const lettersOf = (text: string): number =>
  Math.max(4, ...text.split(/\s+/).map((word) => word.length), Math.ceil(text.length * 0.62))

/** A title that would fill the screen at the largest size, or has a word that would not fit a phone at it. */
export const isLong = (title: string): boolean =>
  title.length > 44 || Math.max(...title.split(/\s+/).map((word) => word.length)) > 17

/** A title that leads to its study. One that is not in the site's language says which one it is in. */
export const TitleLink = ({ card: { foreign, href, title } }: { card: CardView }) =>
  foreign ? (
    <>
      <a href={href} lang={foreign.code}>
        {title}
      </a>{' '}
      <ForeignMark foreign={foreign} />
    </>
  ) : (
    <a href={href}>{title}</a>
  )

const ForeignMark = ({ foreign: { code, label } }: { foreign: ForeignView }) => (
  <span className="foreign" title={label}>
    <span aria-hidden="true">{code.toUpperCase()}</span>
    <span className="visually-hidden">({label})</span>
  </span>
)
