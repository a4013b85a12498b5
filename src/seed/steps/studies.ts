// Writes case studies as they come to be: a draft, a first publication, a better headline, a translation.
import type { RequiredDataFromCollectionSlug } from 'payload'
import { buildBody, type References } from '../content/body.ts'
import type { Language, Study } from '../content/types.ts'
import { DEMO_PASSWORD } from './accounts.ts'
import { createId, quietly, say, sayAlways, translations, type SeedContext } from './context.ts'

type StudyData = RequiredDataFromCollectionSlug<'case-studies'>

/** Studies may point at each other, so all exist before any is filled. */
export const openStudies = async ({
  payload,
  content,
  tenant,
  authors,
  remember,
  idOf,
}: SeedContext): Promise<void> => {
  for (const study of content.studies) {
    const { id } = await payload.create({
      collection: 'case-studies',
      data: {
        tenant,
        slug: study.slug,
        title: sayAlways(study.title, 'en'),
        headline: study.formerHeadline ?? say(study.headline, 'en'),
        client: idOf('organisations', study.client),
        // From the start: even a draft of confidential work must not name its client.
        anonymous: study.anonymousLabel !== undefined,
        anonymousLabel: say(study.anonymousLabel, 'en'),
        visibility: study.visibility ?? 'public',
        _status: 'draft',
      },
      draft: true,
      user: authors.contributor,
      ...quietly,
    })
    remember('case-studies', study.slug, id)
  }
}

export const fillStudies = async (context: SeedContext): Promise<void> => {
  const { payload, content, authors, idOf } = context
  for (const study of content.studies) {
    const id = idOf('case-studies', study.slug)
    const isDraft = study.isDraft ?? false
    const dataIn = describeStudy({ context, study })
    const save = (data: Partial<StudyData>, locale: Language) =>
      payload.update({
        collection: 'case-studies',
        id,
        locale,
        data: { ...data, _status: isDraft ? 'draft' : 'published' },
        draft: isDraft,
        user: isDraft ? authors.contributor : authors.editor,
        ...quietly,
      })
    const english = dataIn('en')
    const secret = study.visibility === 'password' ? { password: DEMO_PASSWORD } : {}
    if (study.formerHeadline) {
      await save(
        {
          ...english,
          headline: study.formerHeadline,
          chapters: english.chapters?.slice(0, 3) ?? [],
        },
        'en',
      )
    }
    await save({ ...english, ...secret }, 'en')
    for (const locale of translations(content)) await save(dataIn(locale), locale)
  }
}

/** Rows keep their ids from one language to the next: only their words differ. */
const describeStudy = ({ context, study }: { context: SeedContext; study: Study }) => {
  const { idOf } = context
  const references = referencesOf(context)
  const outcomes = study.outcomes.map((outcome) => ({ id: createId(), outcome }))
  const chapters = study.chapters.map((chapter) => ({ id: createId(), chapter }))
  const credits = study.credits.map((credit) => ({ id: createId(), credit }))
  return (language: Language): Partial<StudyData> => ({
    title: sayAlways(study.title, language),
    headline: say(study.headline, language),
    summary: say(study.summary, language),
    timeframe: say(study.timeframe, language),
    anonymousLabel: say(study.anonymousLabel, language),
    anonymous: study.anonymousLabel !== undefined,
    client: idOf('organisations', study.client),
    ...(study.cover ? { cover: idOf('media', study.cover) } : {}),
    outcomes: outcomes.map(({ id, outcome }) => ({
      id,
      value: outcome.value,
      unit: outcome.unit,
      before: outcome.before,
      after: outcome.after,
      label: sayAlways(outcome.label, language),
      timeframe: say(outcome.timeframe, language),
      source: say(outcome.source, language),
    })),
    services: study.services.map((key) => idOf('services', key)),
    industries: study.industries.map((key) => idOf('industries', key)),
    technologies: (study.technologies ?? []).map((key) => idOf('technologies', key)),
    year: study.year,
    credits: credits.map(({ id, credit }) => ({
      id,
      person: credit.person ? idOf('people', credit.person) : undefined,
      name: credit.name,
      url: credit.url,
      role: say(credit.role, language),
    })),
    testimonials: (study.testimonials ?? []).map((key) => idOf('testimonials', key)),
    chapters: chapters.map(({ id, chapter }) => ({
      id,
      kind: chapter.kind,
      title: say(chapter.title, language),
      body: buildBody(chapter.body, { language, references }),
    })),
    related: study.related
      ? { mode: 'manual', studies: study.related.map((slug) => idOf('case-studies', slug)) }
      : { mode: 'automatic' },
    featured: study.featured ?? false,
    visibility: study.visibility ?? 'public',
    embargoUntil: study.embargoUntil,
    ...(study.published ? { publishedAt: `${study.published}T08:00:00.000Z` } : {}),
  })
}

export const referencesOf = ({ idOf }: SeedContext): References => ({
  media: (key) => idOf('media', key),
  document: (key) => idOf('documents', key),
  testimonial: (key) => idOf('testimonials', key),
  study: (slug) => idOf('case-studies', slug),
  page: (slug) => idOf('pages', slug),
  createId,
})
