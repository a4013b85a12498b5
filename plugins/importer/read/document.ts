/** Front matter (or a WordPress entry's fields) and a body → one `ImportedDocument`. */
import type { Root } from 'hast'
import { createHash } from 'node:crypto'

import type { Fields } from './front-matter.ts'
import type { ImportedDocument, ImportedPerson, Remark } from '../types.ts'

import { unknownFields } from './front-matter-known.ts'
import { readCover, readTestimonials } from './front-matter-media.ts'
import { readPeople } from './front-matter-people.ts'
import { readTags } from './front-matter-tags.ts'
import { isElement, plainText } from './hast.ts'
import { readOutcomes } from './outcomes.ts'
import { isPublicationKey, publicationOf } from './publication.ts'
import { humanise, nameOfFile, oldAddress, slugify } from './slug.ts'
import { date, isRecord, isWebAddress, links, list, names, pick, text, unique } from './values.ts'

export type DocumentInput = {
  /** See `ImportedDocument`. */
  from: string
  key: string
  formerKeys?: string[]
  path: string
  fields: Fields
  body: Root
  /** The same body, once more. */
  readBody: () => Promise<Root>
  remarks: Remark[]
  /** What the hash is made of: everything that the document's source says. */
  source: string
  people: ReadonlyMap<string, ImportedPerson>
  /** Addresses that the generator gave this page by its own rules. */
  derivedAddresses?: string[]
  kind?: 'page' | 'study'
  /** The path in the folder, when its folders and its name say something. */
  file?: string
  /** Fields that the page takes from its folder or its site. Read for whether it is published. */
  inherited?: Fields
  /** The source has said "published" or not in a way that cannot be misread. */
  isPublished?: boolean
  isPrivate?: boolean
  originUrl?: string
}

export const buildDocument = (input: DocumentInput): ImportedDocument => {
  const { fields } = input
  const remarks = [...input.remarks]
  const file = nameOfFile(input.path)
  const given = text(pick(fields, 'title', 'name', 'post_title'))
  const { heading } = takeTitleHeading(input.body, given)
  const title = text(pick(fields, 'title', 'name', 'heading')) ?? heading ?? humanise(file.name)
  if (!pick(fields, 'title', 'name', 'heading') && !heading) {
    remarks.push({ code: 'NO_TITLE' })
  }

  const written = pick(
    fields,
    'date',
    'pubDate',
    'publishDate',
    'publishedAt',
    'published_at',
    'published_date',
    'created',
    'date_published',
    'launched',
    'completed',
  )
  const parsed = date(written)
  if (parsed === null) {
    remarks.push({ code: 'BAD_DATE', detail: String(written).slice(0, 40) })
  }
  const when = parsed ?? date(file.date) ?? undefined
  const permalink = [pick(fields, 'permalink', 'url', 'path')].find(
    (value): value is string =>
      typeof value === 'string' && !/[{:]/.test(value.replace(/^https?:/, '')),
  )
  const people = readPeople({ fields, people: input.people, remarks })
  const tags = readTags({ fields, remarks })
  const summary = text(
    pick(
      fields,
      'excerpt',
      'summary',
      'description',
      'intro',
      'introduction',
      'lead',
      'teaser',
      'abstract',
      'lede',
      'dek',
    ),
  )
  const headline = text(
    pick(
      fields,
      'headline',
      'subtitle',
      'sub_title',
      'tagline',
      'subheading',
      'strapline',
      'claim',
      'standfirst',
    ),
  )
  const publication = publicationOf({
    fields: { ...input.inherited, ...fields },
    file: input.file,
    isBroken: remarks.some(
      ({ code, detail = '' }) =>
        code === 'BAD_FRONT_MATTER' || (code === 'DUPLICATE_FIELD' && isPublicationKey(detail)),
    ),
    isExplicit: input.isPublished,
    source: input.source,
  })
  if (publication.why) {
    remarks.push({ code: 'STAYS_DRAFT', detail: publication.why })
  }
  const cover = readCover(fields)
  const seo = pick(fields, 'seo', 'meta')

  return {
    client: names(
      pick(
        fields,
        'client',
        'agency',
        'customer',
        'client_name',
        'project_client',
        'company',
        'organization',
        'organisation',
        'partner',
        'clients',
      ),
    )[0],
    cover,
    date: when ?? undefined,
    headline,
    industries: unique([
      ...list(pick(fields, 'industries', 'industry', 'sector', 'sectors', 'vertical')),
      ...tags.industries,
    ]),
    isDraft: input.isPublished === false || publication.isDraft,
    isFeatured: pick(fields, 'featured', 'highlight', 'is_featured') === true,
    isPrivate: (input.isPrivate ?? false) || publication.isPrivate,
    formerKeys: input.formerKeys ?? [],
    key: input.key,
    kind: input.kind ?? 'study',
    links: [
      ...links(
        pick(
          fields,
          'project_url',
          'website',
          'site',
          'site_url',
          'live_url',
          'live',
          'demo',
          'external_url',
          'link',
          'url',
          'website_url',
        ),
        'site',
      ).filter(({ url }) => /^https?:/i.test(url)),
      ...links(
        pick(
          fields,
          'github_repo',
          'github',
          'repo',
          'repository',
          'source_code',
          'code_url',
          'source',
        ),
        'code',
      ),
      ...links(
        pick(
          fields,
          'resources',
          'learn_more',
          'links',
          'related_links',
          'press',
          'further_reading',
        ),
        'resource',
      ),
    ],
    oldAddresses: unique(
      [
        permalink,
        ...strings(pick(fields, 'redirect_from')),
        ...strings(pick(fields, 'aliases', 'alias', 'redirects', 'old_urls')),
        ...(input.derivedAddresses ?? []),
      ].flatMap((value) => (value ? (oldAddress(value) ?? []) : [])),
    ),
    originUrl:
      input.originUrl ??
      [pick(fields, 'canonical', 'canonical_url', 'tumblr_url', 'original_url')].find(
        (value): value is string => typeof value === 'string' && /^https?:/.test(value),
      ),
    otherClients: unique([
      ...names(
        pick(
          fields,
          'client',
          'agency',
          'customer',
          'company',
          'organization',
          'organisation',
          'partner',
          'clients',
        ),
      ).slice(1),
      ...names(pick(fields, 'product_clients', 'other_clients', 'partners')),
    ]),
    outcomes: readOutcomes(
      pick(
        fields,
        'outcomes',
        'results',
        'metrics',
        'stats',
        'statistics',
        'numbers',
        'kpis',
        'key_results',
      ),
    ),
    path: input.path,
    people,
    readBody: withoutTitleHeading(input.readBody, given),
    remarks: [...remarks, ...unknownFields(fields)],
    seo: {
      description:
        text(pick(fields, 'seo_description', 'meta_description')) ??
        (isRecord(seo) ? text(pick(seo, 'description')) : undefined),
      title:
        text(pick(fields, 'seo_title', 'meta_title')) ??
        (isRecord(seo) ? text(pick(seo, 'title')) : undefined),
    },
    services: unique([
      ...list(
        pick(
          fields,
          'services',
          'service',
          'disciplines',
          'discipline',
          'deliverables',
          'scope',
          'expertise',
          'capabilities',
        ),
      ),
      ...tags.services,
    ]),
    slug:
      slugify(text(pick(fields, 'slug')) ?? lastSegment(permalink) ?? file.name) ||
      slugify(title) ||
      'untitled',
    source: input.from,
    sourceHash: createHash('sha256').update(input.source).digest('hex'),
    summary: summary === headline ? undefined : summary,
    tags: tags.other,
    technologies: unique([
      ...list(
        pick(
          fields,
          'technologies',
          'technology',
          'tech',
          'stack',
          'tech_stack',
          'tools',
          'built_with',
        ),
      ),
      ...tags.technologies,
    ]),
    testimonials: readTestimonials(fields),
    timeframe: text(pick(fields, 'timeframe', 'duration', 'timeline', 'period')),
    title,
    year: readYear(pick(fields, 'year', 'completion_year'), when ?? undefined),
  }
}

/** A level-1 heading that only repeats the title is not part of the body. */
const takeTitleHeading = (body: Root, title?: string): { body: Root; heading?: string } => {
  const index = body.children.findIndex((node) => node.type === 'element')
  const first = body.children[index]
  if (!first || !isElement(first, 'h1')) {
    return { body }
  }
  const heading = plainText(first)
  const isTitle = !title || title.toLowerCase() === heading.toLowerCase()
  return isTitle
    ? {
        body: { ...body, children: body.children.toSpliced(index, 1) },
        heading: heading || undefined,
      }
    : { body }
}

/** Apart from the rest, so that what a document keeps is not the body that was read first. */
const withoutTitleHeading =
  (readBody: () => Promise<Root>, title?: string): (() => Promise<Root>) =>
  async () =>
    takeTitleHeading(await readBody(), title).body

const readYear = (value: unknown, when?: string): number | undefined => {
  const year = Number(
    typeof value === 'string' || typeof value === 'number'
      ? (/\d{4}/.exec(String(value))?.[0] ?? NaN)
      : NaN,
  )
  return Number.isFinite(year) ? year : when ? new Date(when).getUTCFullYear() : undefined
}

const strings = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(strings)
    : typeof value === 'string' && (isWebAddress(value) || /^[\w/-]/.test(value))
      ? [value]
      : []

const lastSegment = (permalink?: string): string | undefined =>
  permalink
    ?.replace(/^https?:\/\/[^/]+/, '')
    .replace(/\/(index\.html?)?$/, '')
    .replace(/\.html?$/, '')
    .split('/')
    .pop() || undefined
