// The demo's content is complete: what DESIGN promises is there, and nothing points into the void.
import { describe, expect, it } from '@jest/globals'
import { blocks } from '../../../collections/blocks/index.ts'
import { readDescriptions } from '../readImages.ts'
import { inEither, inLanguage } from './body.ts'
import { tenants } from './index.ts'
import type { Study, TenantContent, Text } from './types.ts'

const clients = tenants.filter(({ kind }) => kind === 'client')
const isOnline = ({ isDraft, visibility, embargoUntil }: Study) =>
  !isDraft && !embargoUntil && (visibility ?? 'public') === 'public'
const nodesOf = (study: Study) => study.chapters.flatMap(({ body }) => body)

describe('the demo', () => {
  it('has two agencies and their clients', () => {
    expect(tenants.map(({ slug, agency }) => `${agency ?? '-'}/${slug}`)).toEqual([
      '-/northlight',
      'northlight/harbor',
      'northlight/kiln',
      '-/meridian',
      'meridian/atlas',
    ])
  })
})

describe.each(tenants.map((tenant) => [tenant.slug, tenant] as const))('%s', (_, tenant) => {
  it('has a published, an unlisted, a password, a private and a draft study', () => {
    const kinds = new Set(
      tenant.studies.map(({ isDraft, visibility }) =>
        isDraft ? 'draft' : (visibility ?? 'public'),
      ),
    )
    expect([...kinds].sort()).toEqual(['draft', 'password', 'private', 'public', 'unlisted'])
  })

  it('has a draft without a cover and a study under NDA with a label instead of a name', () => {
    expect(tenant.studies.some(({ isDraft, cover }) => isDraft && cover === undefined)).toBe(true)
    const confidential = tenant.studies.filter(
      ({ client }) => tenant.organisations[client]?.isConfidential,
    )
    expect(confidential.length).toBeGreaterThan(0)
    expect(confidential.filter(({ anonymousLabel }) => anonymousLabel === undefined)).toEqual([])
  })

  it('never lets the name of a confidential client out', () => {
    const secrets = Object.values(tenant.organisations)
      .filter(({ isConfidential }) => isConfidential)
      .map(({ name }) => name)
    const told = wordsOf({ ...tenant, organisations: {} })
    expect(told.filter((words) => secrets.some((name) => words.includes(name)))).toEqual([])
  })

  it('points only at what it contains', async () => {
    const images = await readDescriptions({ tenant: tenant.slug })
    expect(missingKeys({ images, tenant })).toEqual([])
  })

  it('states outcomes that can be read and drawn', () => {
    const malformed = tenant.studies.flatMap(({ slug, outcomes }) =>
      outcomes
        .filter(
          ({ value, unit, before, after, source }) =>
            !Number.isFinite(value) ||
            (unit?.length ?? 0) > 20 ||
            (before === undefined) !== (after === undefined) ||
            source === undefined,
        )
        .map(({ label }) => `${slug}: ${inEither(label, 'en')}`),
    )
    expect(malformed).toEqual([])
    expect(tenant.studies.filter(({ outcomes }) => outcomes.length === 0)).toEqual([])
  })

  it('agrees with itself where a percentage comes from before and after', () => {
    const wrong = tenant.studies.flatMap(({ slug, outcomes }) =>
      outcomes
        .filter(
          ({ unit, value, before, after }) =>
            unit === '%' &&
            before !== undefined &&
            after !== undefined &&
            value !== after &&
            Math.abs(((after - before) / before) * 100 - value) > 1.5,
        )
        .map(({ label, value }) => `${slug}: ${inEither(label, 'en')} ${value}`),
    )
    expect(wrong).toEqual([])
  })

  it('keeps within the lengths that the fields allow', () => {
    const long = tenant.studies.flatMap(({ slug, title, headline, summary, outcomes, chapters }) =>
      [
        ...tooLong(title, 140),
        ...tooLong(headline, 160),
        ...tooLong(summary, 320),
        ...outcomes.flatMap(({ label }) => tooLong(label, 80)),
        ...chapters.flatMap(({ title: heading }) => (heading ? tooLong(heading, 120) : [])),
      ].map((words) => `${slug}: ${words}`),
    )
    expect(long).toEqual([])
  })

  it('is written, not filled', () => {
    const filler = wordsOf(tenant).filter((words) =>
      /lorem|ipsum|dolor sit|foo bar|todo|tbd/i.test(words),
    )
    expect(filler).toEqual([])
  })
})

describe.each(clients.map((tenant) => [tenant.slug, tenant] as const))(
  'the client %s',
  (_, tenant) => {
    it('has at least six rich public studies', () => {
      const rich = tenant.studies.filter(
        (study) =>
          isOnline(study) &&
          study.cover &&
          study.chapters.length >= 5 &&
          study.outcomes.length > 0 &&
          study.credits.length > 0,
      )
      expect(rich.length).toBeGreaterThanOrEqual(6)
    })

    it('tells each of them from challenge to reflection', () => {
      const kinds = ['challenge', 'constraint', 'approach', 'outcome', 'reflection']
      const told = tenant.studies.filter(isOnline).filter(({ chapters }) => chapters.length >= 5)
      expect(
        told
          .filter(({ chapters }) => chapters.map(({ kind }) => kind).join() !== kinds.join())
          .map(({ slug }) => slug),
      ).toEqual([])
    })

    it('uses every block there is, and one study uses all of them', () => {
      const every = blocks.map(({ slug }) => slug).sort()
      const used = (study: Study) =>
        [...new Set(nodesOf(study).map(({ kind }) => kind))]
          .filter((kind) => every.includes(kind))
          .sort()
      expect(tenant.studies.some((study) => used(study).join() === every.join())).toBe(true)
    })

    it('is in English and German', () => {
      const untranslated = tenant.studies.flatMap(({ slug, title, headline, summary }) =>
        [title, headline, summary]
          .filter((words) => inLanguage(words, 'de') === undefined)
          .map(() => slug),
      )
      expect(untranslated).toEqual([])
      expect(
        tenant.studies
          .filter((study) => !nodesOf(study).some(({ isTranslated }) => isTranslated))
          .map(({ slug }) => slug),
      ).toEqual([])
    })
  },
)

describe('the edges that a design must survive', () => {
  const studies = tenants.flatMap(({ studies: ofTenant }) => ofTenant)

  it('include a one-word title, a very long one, and a German word of thirty letters', () => {
    const titles = studies.flatMap(({ title }) => [inEither(title, 'en'), inEither(title, 'de')])
    expect(titles.some((title) => /^\w+$/.test(title))).toBe(true)
    expect(titles.some((title) => title.length > 90)).toBe(true)
    expect(titles.some((title) => /\p{L}{30}/u.test(title))).toBe(true)
  })

  it('include twenty credits and an embargo', () => {
    expect(studies.some(({ credits }) => credits.length >= 20)).toBe(true)
    expect(studies.some(({ embargoUntil }) => embargoUntil !== undefined)).toBe(true)
  })
})

const tooLong = (text: Text, limit: number): string[] =>
  (['en', 'de'] as const)
    .map((language) => inEither(text, language))
    .filter((words) => words.length > limit)

/** Every sentence of a tenant, in both languages. */
const wordsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(wordsOf)
  return []
}

const missingKeys = ({
  images,
  tenant,
}: {
  images: Record<string, unknown>
  tenant: TenantContent
}): string[] => {
  const missing: string[] = []
  const check = (
    where: string,
    known: Record<string, unknown>,
    keys: readonly (string | undefined)[],
  ) =>
    keys.forEach((key) => key !== undefined && !(key in known) && missing.push(`${where}: ${key}`))
  const studies = Object.fromEntries(tenant.studies.map((study) => [study.slug, study]))
  for (const study of tenant.studies) {
    check(study.slug, tenant.organisations, [study.client])
    check(study.slug, images, [study.cover, ...nodesOf(study).flatMap(({ pictures }) => pictures)])
    check(study.slug, tenant.services, study.services)
    check(study.slug, tenant.industries, study.industries)
    check(study.slug, tenant.technologies, study.technologies ?? [])
    check(
      study.slug,
      tenant.people,
      study.credits.map(({ person }) => person),
    )
    check(study.slug, tenant.testimonials, study.testimonials ?? [])
    check(study.slug, studies, study.related ?? [])
  }
  Object.entries(tenant.pages).forEach(([slug, { body }]) =>
    check(
      slug,
      images,
      body.flatMap(({ pictures }) => pictures),
    ),
  )
  check('logos', images, ['logo', ...Object.keys(tenant.organisations).map((key) => `logo/${key}`)])
  check(
    'portraits',
    images,
    Object.keys(tenant.people).map((key) => `portrait/${key}`),
  )
  check(
    'voices',
    images,
    Object.entries(tenant.testimonials).flatMap(([key, { portrait }]) =>
      portrait ? [`voice/${key}`] : [],
    ),
  )
  check(
    'testimonials',
    tenant.organisations,
    Object.values(tenant.testimonials).map(({ organisation }) => organisation),
  )
  check(
    'leads',
    studies,
    tenant.leads.map(({ study }) => study),
  )
  check('settings', images, [tenant.settings.image])
  check('pages', tenant.pages, ['about'])
  return missing
}
