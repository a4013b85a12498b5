/** A study as a report: facts, figures drawn to scale, then numbered sections with their names in the margin. */
import { PullQuote } from '../../components/blocks/PullQuote.tsx'
import { Cover } from '../../components/Cover.tsx'
import { Caption } from '../../components/MediaFigure.tsx'
import { CreditList, Facts, factsOf, isLong } from '../../components/pieces.tsx'
import { RichText } from '../../components/RichText.tsx'
import { fill } from '../../strings/index.ts'
import type { ThemeProps } from '../types.ts'
import { Heroes } from './Heroes.tsx'
import { Shell } from './Shell.tsx'
import { Table } from './Table.tsx'
import { widths } from './widths.ts'

export const Study = ({ site, study }: ThemeProps['Study']) => {
  const { strings } = site
  return (
    <Shell site={site} path={study.path} text={study}>
      <article className="report">
        <header className="report-head grid">
          <h1 className={isLong(study.title) ? 'is-long' : undefined}>{study.title}</h1>
          {study.headline && <p className="claim">{study.headline}</p>}
          <Facts facts={factsOf({ study, site })} />
        </header>
        {study.outcomes.length > 0 && (
          <section aria-label={strings.outcomes}>
            <Heroes strings={strings} items={study.outcomes.map((outcome) => ({ outcome }))} />
          </section>
        )}
        <figure className="report-cover grid">
          <Cover
            image={study.cover}
            palette={study.palette}
            seed={study.slug}
            preset="banner"
            sizes="(min-width: 100rem) 1520px, (min-width: 48rem) 95vw, 88vw"
            isPriority
          />
          <Caption caption={study.cover?.caption ?? null} credit={study.cover?.credit} />
        </figure>
        <div className="report-opening prose">
          <nav className="contents" aria-label={strings.contents}>
            <p className="quiet">{fill(strings.minutes, { count: study.readingMinutes })}</p>
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
          {study.summary && <p className="lead">{study.summary}</p>}
        </div>
        {study.chapters.map((chapter) => (
          <section
            key={chapter.id}
            id={chapter.id}
            className="chapter prose"
            aria-labelledby={`${chapter.id}-title`}
          >
            <p className="chapter-label">
              <span aria-hidden="true">{chapter.number}</span>{' '}
              {chapter.hasOwnTitle ? chapter.label : ''}
            </p>
            <h2 id={`${chapter.id}-title`}>{chapter.title}</h2>
            <RichText nodes={chapter.body} strings={strings} widths={widths} />
          </section>
        ))}
        {study.testimonials.length > 0 && (
          <div className="chapter prose is-voices">
            {study.testimonials.map((quote, index) => (
              <PullQuote key={index} quote={quote} className="wide" />
            ))}
          </div>
        )}
        {study.credits.length > 0 && (
          <section className="chapter prose" aria-labelledby="credits-title">
            <h2 id="credits-title" className="chapter-label">
              {strings.credits}
            </h2>
            <div className="wide">
              <CreditList credits={study.credits} />
            </div>
          </section>
        )}
      </article>
      {study.related.length > 0 && (
        <section className="related index-section grid" aria-labelledby="related-title">
          <div className="side">
            <h2 id="related-title" className="side-title">
              {strings.related}
            </h2>
          </div>
          <div className="body">
            <Table cards={study.related} site={site} caption={strings.related} />
          </div>
        </section>
      )}
    </Shell>
  )
}
