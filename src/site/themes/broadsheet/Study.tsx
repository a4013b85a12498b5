/** A study as a magazine feature: the claim as a standfirst, numbered chapters, quotes that break the column. */
import { PullQuote } from '../../components/blocks/PullQuote.tsx'
import { Cover } from '../../components/Cover.tsx'
import { Caption } from '../../components/MediaFigure.tsx'
import { Figure } from '../../components/Outcome.tsx'
import { CreditList, Facts, factsOf, isLong, OutcomeTail } from '../../components/pieces.tsx'
import { RichText } from '../../components/RichText.tsx'
import type { SiteView, StudyView } from '../../model.ts'
import { fill } from '../../strings/index.ts'
import type { ThemeProps } from '../types.ts'
import { Shell } from './Shell.tsx'
import { Claim, Story } from './Story.tsx'
import { widths } from './widths.ts'

export const Study = ({ site, study }: ThemeProps['Study']) => {
  const { strings } = site
  return (
    <Shell site={site} path={study.path} text={study}>
      <article className="feature">
        <header className="feature-head">
          <p className="kicker">{[study.client?.label, study.year].filter(Boolean).join(', ')}</p>
          <h1 className={isLong(study.title) ? 'is-long' : undefined}>{study.title}</h1>
          <div className="standfirst">
            <Claim
              card={{ headline: study.headline, outcome: study.outcomes[0] ?? null, summary: null }}
              strings={strings}
            />
          </div>
        </header>
        <figure className="feature-cover">
          <Cover
            image={study.cover}
            palette={study.palette}
            seed={study.slug}
            preset="banner"
            sizes="(min-width: 88rem) 1300px, (min-width: 62rem) 92vw, (min-width: 48rem) 100vw, 88vw"
            isPriority
          />
          <Caption caption={study.cover?.caption ?? null} credit={study.cover?.credit} />
        </figure>
        <div className="feature-opening prose">
          {study.summary && <p className="lead">{study.summary}</p>}
          <Outcomes study={study} site={site} />
          <aside className="feature-facts">
            <Facts facts={factsOf({ study, site })} />
            <p className="reading">{fill(strings.minutes, { count: study.readingMinutes })}</p>
          </aside>
          <Contents study={study} site={site} />
        </div>
        {study.chapters.map((chapter) => (
          <section
            key={chapter.id}
            id={chapter.id}
            className="chapter prose"
            aria-labelledby={`${chapter.id}-title`}
          >
            <p className="margin-number" aria-hidden="true">
              {chapter.number}
            </p>
            {chapter.hasOwnTitle && chapter.label && (
              <p className="margin-label">{chapter.label}</p>
            )}
            <h2 id={`${chapter.id}-title`}>{chapter.title}</h2>
            <RichText nodes={chapter.body} strings={strings} widths={widths} />
          </section>
        ))}
        {study.testimonials.map((quote, index) => (
          <div key={index} className="prose feature-voice">
            <PullQuote quote={quote} className="wide is-voice" />
          </div>
        ))}
        {study.credits.length > 0 && (
          <section className="feature-credits prose" aria-labelledby="credits-title">
            <h2 id="credits-title" className="section-title">
              {strings.credits}
            </h2>
            <div className="wide">
              <CreditList credits={study.credits} />
            </div>
          </section>
        )}
      </article>
      {study.related.length > 0 && (
        <section className="related" aria-labelledby="related-title">
          <h2 id="related-title" className="section-title">
            {strings.related}
          </h2>
          <div className="front is-thirds">
            {study.related.slice(0, 3).map((card) => (
              <Story key={card.id} card={card} strings={strings} size="small" level={3} />
            ))}
          </div>
        </section>
      )}
    </Shell>
  )
}

/** Outcomes as sentences: the figure leads, the words around it say what it means. */
const Outcomes = ({ study, site }: { study: StudyView; site: SiteView }) =>
  study.outcomes.length > 0 ? (
    <section className="outcome-lines" aria-label={site.strings.outcomes}>
      {study.outcomes.map((outcome, index) => (
        <p key={index}>
          <Figure outcome={outcome} />{' '}
          <span className="outcome-words">
            {outcome.label}
            <OutcomeTail outcome={outcome} strings={site.strings} />
          </span>
          {outcome.source && (
            <small>
              {site.strings.source}: {outcome.source}
            </small>
          )}
        </p>
      ))}
    </section>
  ) : null

const Contents = ({ study, site }: { study: StudyView; site: SiteView }) =>
  study.chapters.length > 2 ? (
    <nav className="contents" aria-label={site.strings.contents}>
      <ol>
        {study.chapters.map((chapter) => (
          <li key={chapter.id}>
            <a href={`#${chapter.id}`}>
              <span aria-hidden="true">{chapter.number}</span> {chapter.title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  ) : null
