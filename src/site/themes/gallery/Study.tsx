/** A work: the cover wall to wall, a museum label, quiet text, and pictures that take the width they need. */
import { PullQuote } from '../../components/blocks/PullQuote.tsx'
import { Cover } from '../../components/Cover.tsx'
import { Caption } from '../../components/MediaFigure.tsx'
import { Change, Figure } from '../../components/Outcome.tsx'
import { CreditList, Facts, factsOf } from '../../components/pieces.tsx'
import { RichText } from '../../components/RichText.tsx'
import type { ThemeProps } from '../types.ts'
import { Shell } from './Shell.tsx'
import { Wall } from './Wall.tsx'
import { widths } from './widths.ts'

export const Study = ({ site, study }: ThemeProps['Study']) => {
  const { strings } = site
  return (
    <Shell site={site} path={study.path} palette={study.palette} text={study}>
      <article className="exhibit">
        <figure className="exhibit-cover">
          <Cover
            image={study.cover}
            palette={study.palette}
            seed={study.slug}
            preset="banner"
            sizes="100vw"
            sources={[
              { media: '(max-width: 30rem)', preset: 'portrait', sizes: '88vw' },
              { media: '(max-width: 47.99rem)', preset: 'card' },
              { media: '(orientation: portrait)', preset: 'card' },
            ]}
            isPriority
          />
          <Caption caption={study.cover?.caption ?? null} credit={study.cover?.credit} />
        </figure>
        <header className="exhibit-head">
          <div className="exhibit-title">
            <h1>{study.title}</h1>
            {study.headline && <p className="claim">{study.headline}</p>}
          </div>
          <div className="exhibit-label">
            {study.summary && <p className="lead">{study.summary}</p>}
            <Facts facts={factsOf({ study, site })} />
          </div>
        </header>
        {study.outcomes.length > 0 && (
          <ul className="plates" aria-label={strings.outcomes}>
            {study.outcomes.map((outcome, index) => (
              <li key={index} className="plate">
                <p className="plate-figure">
                  <Figure outcome={outcome} />
                </p>
                <p>{outcome.label}</p>
                <p className="quiet">
                  <Change outcome={outcome} strings={strings} />
                  {outcome.before !== null && outcome.after !== null && outcome.timeframe && ', '}
                  {outcome.timeframe}
                </p>
              </li>
            ))}
          </ul>
        )}
        {study.chapters.map((chapter) => (
          <section
            key={chapter.id}
            id={chapter.id}
            className="chapter prose"
            aria-labelledby={`${chapter.id}-title`}
          >
            <div className="chapter-head">
              {chapter.hasOwnTitle && chapter.label && <p className="quiet">{chapter.label}</p>}
              <h2 id={`${chapter.id}-title`}>{chapter.title}</h2>
            </div>
            <RichText nodes={chapter.body} strings={strings} widths={widths} />
          </section>
        ))}
        {study.testimonials.length > 0 && (
          <div className="chapter prose">
            {study.testimonials.map((quote, index) => (
              <PullQuote key={index} quote={quote} />
            ))}
          </div>
        )}
        {study.credits.length > 0 && (
          <section className="chapter prose" aria-labelledby="credits-title">
            <div className="chapter-head">
              <h2 id="credits-title">{strings.credits}</h2>
            </div>
            <div className="breakout">
              <CreditList credits={study.credits} />
            </div>
          </section>
        )}
      </article>
      {study.related.length > 0 && (
        <section className="related" aria-labelledby="related-title">
          <h2 id="related-title" className="wall-title">
            {strings.related}
          </h2>
          <Wall cards={study.related} strings={strings} level={3} isEven />
        </section>
      )}
    </Shell>
  )
}
