/** One work fills the first screen with its label beside it; the others hang below in justified rows. */
import { Cover } from '../../components/Cover.tsx'
import { Arrow } from '../../components/icons.tsx'
import { workHref } from '../../present/context.ts'
import { plural } from '../../strings/index.ts'
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
              // The stage is as tall as the window: upright where the window is.
              sources={[
                {
                  media: '(orientation: portrait)',
                  preset: 'portrait',
                  sizes: '(min-width: 48rem) 100vw, 88vw',
                },
              ]}
              isPriority
              isDecorative
            />
          </div>
          <div className="opening-text">
            <div className="label">
              <h2 className="label-title">
                <a href={lead.href}>{lead.title}</a>
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
