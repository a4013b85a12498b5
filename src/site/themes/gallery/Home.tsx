/** One work fills the first screen with its label beside it; the others hang below in justified rows. */
import { Cover } from '../../components/Cover.tsx'
import { Arrow } from '../../components/icons.tsx'
import { workHref } from '../../present/context.ts'
import { plural } from '../../strings/index.ts'
import { TitleLink } from '../../components/pieces.tsx'
import type { ThemeProps } from '../types.ts'
import { Shell } from './Shell.tsx'
import { Wall } from './Wall.tsx'

const mostWorks = 12

export const Home = ({ site, home }: ThemeProps['Home']) => {
  const { strings } = site
  const { lead } = home
  return (
    <Shell site={site} path="/" palette={lead?.palette}>
      {lead ? (
        <section className="opening" aria-label={strings.selectedWork}>
          <div className="opening-cover">
            <Cover
              image={lead.cover}
              palette={lead.palette}
              seed={lead.slug}
              preset="banner"
              sizes="100vw"
              // The stage takes what the label leaves of the window: upright in telephones, about square in
              // tablets, for which the preset `square` has too few pixels.
              sources={[
                {
                  media: '(max-aspect-ratio: 3/5)',
                  preset: 'portrait',
                  sizes: '(min-width: 48rem) 100vw, 88vw',
                },
                // As tall as the stage, and so wider than it.
                { media: '(max-aspect-ratio: 1/1)', preset: 'card', sizes: '130vw' },
              ]}
              isPriority
              isDecorative
            />
          </div>
          <div className="opening-text">
            <div className="label">
              <h2 className="label-title">
                <TitleLink card={lead} />
              </h2>
              <p>{[lead.client, lead.year].filter(Boolean).join(', ')}</p>
              <p>{lead.services.map((term) => term.label).join(', ')}</p>
            </div>
            <h1 className="introduction">{site.introduction ?? site.tagline ?? site.name}</h1>
          </div>
        </section>
      ) : (
        <div className="notice">
          <h1>{site.introduction ?? site.name}</h1>
          <p className="lead">{strings.emptyIndex}</p>
        </div>
      )}
      {home.cards.length > 0 && (
        <section aria-label={strings.moreWork}>
          <Wall cards={home.cards.slice(0, mostWorks)} strings={strings} />
        </section>
      )}
      {home.total > 1 && (
        <p className="all-work">
          <a href={workHref(site)}>
            {strings.allWork}, {plural(strings.studies, home.total, site.locale)}{' '}
            <Arrow className="is-moving" />
          </a>
        </p>
      )}
    </Shell>
  )
}
