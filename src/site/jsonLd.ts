/** Structured data, from the same view models as the page: what is not shown there is not said here. */
import type { OutcomeView, PersonView, RichNode, SiteView, StudyView, VideoView } from './model.ts'

export type JsonLd = Record<string, unknown>

type Urls = {
  /** Makes an address of ours absolute and canonical. */
  absolute: (href: string) => string
}

export const studyJsonLd = ({
  site,
  study,
  url,
  absolute,
}: { site: SiteView; study: StudyView; url: string } & Urls): JsonLd[] => [
  clean({
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': `${url}#article`,
    url,
    mainEntityOfPage: url,
    headline: study.title.slice(0, 110),
    alternativeHeadline: study.headline,
    description: study.seo.description,
    inLanguage: study.foreign?.code ?? site.locale,
    datePublished: study.publishedAt,
    dateModified: study.updatedAt,
    image: [
      study.cover && absolute(study.cover.og ?? study.cover.src),
      `${url}/opengraph.png`,
    ].filter(Boolean),
    video: filmsOf(study).map((film) => filmObject({ film, study, absolute })),
    publisher: organisation({ site }),
    author:
      study.credits.filter((credit) => credit.href).length > 0
        ? study.credits
            .filter((credit) => credit.href)
            .map((credit) =>
              clean({
                '@type': 'Person',
                name: credit.name,
                jobTitle: credit.role,
                url: credit.href && absolute(credit.href),
              }),
            )
        : organisation({ site }),
    about: clean({
      '@type': 'CreativeWork',
      name: study.title,
      creator: organisation({ site }),
      sourceOrganization: study.client?.isNamed
        ? clean({ '@type': 'Organization', name: study.client.label, url: study.client.url })
        : null,
      keywords:
        [...study.services, ...study.industries, ...study.technologies]
          .map((term) => term.label)
          .join(', ') || null,
      temporalCoverage: study.timeframe ?? (study.year ? String(study.year) : null),
    }),
    mentions: study.outcomes.map(outcomeValue),
    citation: study.testimonials
      .filter((quote) => quote.attribution)
      .map((quote) =>
        clean({
          '@type': 'Quotation',
          text: quote.text,
          creator: clean({ '@type': 'Person', name: quote.attribution, jobTitle: quote.position }),
        }),
      ),
  }),
  breadcrumb({
    items: [
      { name: site.name, href: absolute(site.base || '/') },
      { name: site.strings.work, href: absolute(`${site.base}/work`) },
      { name: study.title, href: url },
    ],
  }),
]

export const siteJsonLd = ({ site, url }: { site: SiteView; url: string }): JsonLd[] => [
  clean({
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    url,
    name: site.name,
    description: site.description,
    inLanguage: site.locale,
    publisher: organisation({ site }),
  }),
]

export const personJsonLd = ({
  site,
  person,
  url,
  absolute,
}: { site: SiteView; person: PersonView; url: string } & Urls): JsonLd[] => [
  clean({
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url,
    mainEntity: clean({
      '@type': 'Person',
      name: person.name,
      jobTitle: person.role,
      description: person.bio[0],
      image: person.portrait && absolute(person.portrait.og ?? person.portrait.src),
      sameAs: person.links.map((link) => link.href),
      worksFor: organisation({ site }),
    }),
  }),
]

export const breadcrumb = ({ items }: { items: { name: string; href: string }[] }): JsonLd => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: items.map((item, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: item.name,
    item: item.href,
  })),
})

/** JSON that cannot end its own script element. */
export const serializeJsonLd = (data: JsonLd[]): string =>
  JSON.stringify(data.length === 1 ? data[0] : data)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')

const organisation = ({ site }: { site: SiteView }): JsonLd =>
  clean({
    '@type': 'Organization',
    name: site.name,
    url: site.canonicalRoot,
    email: site.contact.email,
    sameAs: site.social.map((item) => item.href),
  })

/** The films of a study that can be played, each once. */
const filmsOf = ({ chapters }: StudyView): VideoView[] => {
  const found = new Map<string, VideoView>()
  for (const film of chapters.flatMap(({ body }) => body.flatMap(filmIn))) {
    if (film.src && film.problem === null && !found.has(film.src)) {
      found.set(film.src, film)
    }
  }
  return [...found.values()]
}

const filmIn = (node: RichNode): VideoView[] =>
  node.type === 'video'
    ? [node.video]
    : node.type === 'media' && node.media.kind === 'video'
      ? [node.media]
      : []

/** @see https://developers.google.com/search/docs/appearance/structured-data/video */
const filmObject = ({
  film,
  study,
  absolute,
}: { film: VideoView; study: StudyView } & Urls): JsonLd =>
  clean({
    '@type': 'VideoObject',
    name: film.title,
    description: film.caption ?? study.seo.description,
    thumbnailUrl: film.poster && absolute(film.poster.og ?? film.poster.src),
    uploadDate: study.publishedAt,
    duration: film.duration === null ? null : isoDuration(film.duration),
    contentUrl: film.src && absolute(film.src),
    width: film.width,
    height: film.height,
  })

/** `PT2M5S`, ISO 8601. */
const isoDuration = (seconds: number): string => {
  const whole = Math.max(1, Math.round(seconds))
  const parts = [
    [Math.floor(whole / 3600), 'H'],
    [Math.floor(whole / 60) % 60, 'M'],
    [whole % 60, 'S'],
  ] as const
  return `PT${parts.map(([value, unit]) => (value > 0 ? `${value}${unit}` : '')).join('')}`
}

/** An outcome as an observation: the figure for programs, the sentence for people. */
const outcomeValue = (outcome: OutcomeView): JsonLd =>
  clean({
    '@type': 'PropertyValue',
    name: outcome.label,
    value: outcome.raw.value ?? outcome.raw.after,
    unitText: outcome.raw.unit,
    description: outcome.sentence,
  })

const clean = (value: Record<string, unknown>): JsonLd =>
  Object.fromEntries(
    Object.entries(value).filter(
      ([, item]) =>
        item !== null &&
        item !== undefined &&
        item !== '' &&
        !(Array.isArray(item) && item.length === 0),
    ),
  )
