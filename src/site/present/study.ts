/** A case study, as a card and as a page. Confidential names stop here. */
import { isTold } from '../../../collections/CaseStudies/isTold.ts'
import {
  refId,
  type CreditDoc,
  type OrganisationDoc,
  type Ref,
  type StudyDoc,
  type TermDoc,
  type TestimonialDoc,
} from '../documents.ts'
import type {
  CardView,
  ChapterView,
  ClientView,
  CreditView,
  QuoteView,
  StudyView,
  TermKind,
  TermView,
} from '../model.ts'
import { filterHref, personHref, safeHref, studyHref, type PresentContext } from './context.ts'
import { paletteFor, presentImage } from './media.ts'
import { presentOutcomes } from './outcome.ts'
import { wordCount } from './plainText.ts'
import { presentRichText } from './richText.ts'
import { presentSeo } from './seo.ts'
import { shown, shownList } from './shown.ts'
import { foreignIn, type Written } from './written.ts'

export const presentCard = (
  study: StudyDoc,
  context: PresentContext,
  written?: Written,
): CardView => {
  const slug = study.slug ?? study.id
  const isProtected = study.visibility === 'password'
  const cover = presentImage(study.cover, context)
  return {
    id: study.id,
    slug,
    href: studyHref(context, slug),
    title: titleOf(study),
    headline: isProtected ? null : textOf(study.headline),
    summary: isProtected ? null : textOf(study.summary),
    client: presentClient(study, context)?.label ?? null,
    year: study.year ?? null,
    services: presentTerms(study.services, 'service', context),
    industries: presentTerms(study.industries, 'industry', context),
    technologies: presentTerms(study.technologies, 'technology', context),
    cover,
    palette: paletteFor({ image: cover, seed: slug, context }),
    outcome: isProtected
      ? null
      : (presentOutcomes({ outcomes: study.outcomes?.slice(0, 1), locale: context.locale })[0] ??
        null),
    isFeatured: study.featured ?? false,
    isProtected,
    publishedAt: study.publishedAt ?? null,
    foreign: foreignIn(written, context),
  }
}

export const presentStudy = ({
  study,
  related,
  context: ofSite,
  written,
}: {
  study: StudyDoc
  related: CardView[]
  written?: Written
  context: PresentContext
}): StudyView => {
  const context = { ...ofSite, withheldClient: study.anonymous ? refId(study.client) : null }
  const slug = study.slug ?? study.id
  const cover = presentImage(study.cover, context)
  const chapters = presentChapters(study, context)
  const outcomes = presentOutcomes({ outcomes: study.outcomes, locale: context.locale })
  const client = presentClient(study, context)
  const summary = textOf(study.summary)
  const foreign = foreignIn(written, context)
  return {
    id: study.id,
    slug,
    path: `/work/${encodeURIComponent(slug)}`,
    title: titleOf(study),
    headline: textOf(study.headline),
    summary,
    client,
    cover,
    palette: paletteFor({ image: cover, seed: slug, context }),
    outcomes,
    year: study.year ?? null,
    timeframe: textOf(study.timeframe),
    services: presentTerms(study.services, 'service', context),
    industries: presentTerms(study.industries, 'industry', context),
    technologies: presentTerms(study.technologies, 'technology', context),
    credits: (study.credits ?? []).flatMap((credit) => presentCredit(credit, context) ?? []),
    // A testimonial that a chapter quotes already is not said twice.
    testimonials: shownList(study.testimonials, context)
      .flatMap((testimonial) => presentTestimonial(testimonial, context) ?? [])
      .filter((quote) => !chapters.some((chapter) => quotes(chapter, quote))),
    chapters,
    related,
    publishedAt: study.publishedAt ?? null,
    updatedAt: study.updatedAt ?? null,
    readingMinutes: Math.max(
      1,
      Math.round(chapters.reduce((sum, chapter) => sum + wordCount(chapter.body), 0) / 220),
    ),
    seo: presentSeo({
      seo: study.seo,
      title: titleOf(study),
      description: summary ?? textOf(study.headline) ?? outcomes[0]?.sentence ?? null,
      isIndexed: (study.visibility === 'public' || !study.visibility) && foreign === null,
      context,
    }),
    languages: written ?? [context.locale],
    foreign,
  }
}

/**
 * Who it was for, as it may be said in public: an anonymised study shows its label, a confidential organisation
 * nothing but "confidential client". Logo and address go with the name.
 */
export const presentClient = (
  study: Pick<StudyDoc, 'client' | 'anonymous' | 'anonymousLabel'>,
  context: PresentContext,
): ClientView | null => {
  const organisation = shown(study.client, context)
  const label = textOf(study.anonymousLabel)
  // A client that the caller may not read at all arrives as a bare id.
  if (study.anonymous || organisation?.confidential || typeof study.client === 'string') {
    return {
      label: label ?? context.strings.confidentialClient,
      isNamed: false,
      url: null,
      logo: null,
    }
  }
  const name = publicName(organisation)
  return name === null
    ? null
    : {
        label: name,
        isNamed: true,
        url: safeHref(organisation?.url),
        logo: presentImage(organisation?.logo, context),
      }
}

/**
 * A testimonial may be shown only with its author's consent, and never beside a study that does not
 * name the organisation it comes from.
 */
export const presentTestimonial = (
  testimonial: Ref<TestimonialDoc>,
  context: PresentContext,
): QuoteView | null => {
  const doc = shown(testimonial, context)
  const text = textOf(doc?.quote)
  const isOfWithheld = Boolean(
    context.withheldClient && refId(doc?.organisation) === context.withheldClient,
  )
  if (!doc || text === null || doc.consent !== 'granted' || isOfWithheld) {
    return null
  }
  return {
    text,
    attribution: textOf(doc.attribution),
    position: textOf(doc.position),
    organisation: publicName(shown(doc.organisation, context)),
    portrait: presentImage(doc.portrait, context),
  }
}

export const presentTerms = (
  terms: StudyDoc['services'],
  kind: TermKind,
  context: PresentContext,
): TermView[] =>
  shownList<TermDoc>(terms, context).flatMap((term) =>
    term.name && term.slug
      ? [{ label: term.name, slug: term.slug, href: filterHref(context, kind, term.slug) }]
      : [],
  )

const presentCredit = (credit: CreditDoc, context: PresentContext): CreditView | null => {
  const person = shown(credit.person, context)
  const name = textOf(person?.name) ?? textOf(credit.name)
  // A name typed in beside somebody who is not shown would be theirs.
  if (name === null || (credit.person && !person)) {
    return null
  }
  return {
    name,
    role: textOf(credit.role),
    href: person?.slug ? personHref(context, person.slug) : safeHref(credit.url),
    portrait: presentImage(person?.portrait, context),
  }
}

/** Those with a title of their own or a text; the numbers count only these. */
const presentChapters = (study: StudyDoc, context: PresentContext): ChapterView[] =>
  (study.chapters ?? []).filter(isTold).map((chapter, index) => {
    const kind = chapter.kind ?? 'story'
    const label =
      kind === 'story'
        ? null
        : (context.strings.kinds[kind as keyof typeof context.strings.kinds] ?? null)
    const own = textOf(chapter.title)
    return {
      id: `chapter-${index + 1}`,
      number: index + 1,
      kind,
      label,
      title: own ?? label ?? context.strings.kinds.story,
      hasOwnTitle: own !== null,
      body: presentRichText({
        state: chapter.body,
        context,
        headingFrom: 3,
        idPrefix: `c${index + 1}`,
      }),
    }
  })

const quotes = (chapter: ChapterView, quote: QuoteView): boolean =>
  chapter.body.some((node) => node.type === 'pullQuote' && node.quote.text === quote.text)

const publicName = (organisation: OrganisationDoc | null): string | null =>
  organisation && !organisation.confidential ? textOf(organisation.name) : null

const titleOf = (study: StudyDoc): string => textOf(study.title) ?? '—'

const textOf = (text: string | null | undefined): string | null => text?.trim() || null
