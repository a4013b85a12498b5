/** Clients, people, terms and testimonials: found by their natural keys, made when they are missing. */
import { createHash } from 'node:crypto'

import type { ImportedPerson, ImportedTestimonial } from '../types.ts'
import type { Stored, WriteSession } from './session.ts'

import { clip } from '../convert/limits.ts'
import { slugify } from '../read/slug.ts'
import { ensureMedia } from './media.ts'
import { create, findOne, once, reasonOf, wasOnline } from './session.ts'
import { updateUnchanged } from './unchanged.ts'

type Ensure = {
  from: string
  /** Whether what refers to it is published by this run: then so is the record. */
  isOnline: boolean
  session: WriteSession
}

export const ensureOrganisation = ({
  from,
  isOnline,
  name,
  session,
}: Ensure & { name: string }): Promise<string | null> => {
  const known = session.source.organisations.find(
    (entry) => sameName(entry.name, name) || sameName(entry.acronym ?? '', name),
  )
  const full = clip(known?.name ?? name, 140)
  const slug = slugify(full) || 'client'
  const collection = session.port.slugs.organisations
  return ensure({ collection, isOnline, key: `organisation:${slug}`, session }, async () => {
    const existing = await findRecord(session, collection, {
      or: [{ name: { equals: full } }, { slug: { equals: slug } }],
    })
    if (existing) {
      session.recorder.count('organisations', 'reused')
      return existing.id
    }
    const logo = known?.logo
      ? await ensureMedia({ alt: full, from, ref: rooted(known.logo), session })
      : undefined
    if (logo?.remark) {
      session.recorder.remark(`logo of ${full}`, logo.remark)
    }
    return attempt(
      { code: 'ORGANISATION_FAILED', from, label: full, record: 'organisations', session },
      () =>
        create(session, collection, {
          _status: statusOf(isOnline),
          acronym: known?.acronym && known.acronym.length <= 20 ? known.acronym : undefined,
          description: known?.description ? clip(known.description, 600) : undefined,
          logo: logo?.id ?? undefined,
          name: full,
          origin: { key: `organisation:${slug}` },
          slug,
          url: known?.url,
        }),
    )
  })
}

export const ensurePerson = ({
  from,
  isOnline,
  person,
  session,
}: Ensure & { person: ImportedPerson }): Promise<string | null> => {
  const collection = session.port.slugs.people
  return ensure({ collection, isOnline, key: `person:${person.slug}`, session }, async () => {
    const existing = await findRecord(session, collection, {
      or: [
        { slug: { equals: person.slug } },
        { 'origin.key': { equals: `person:${person.slug}` } },
      ],
    })
    if (existing) {
      session.recorder.count('people', 'reused')
      return existing.id
    }
    const portrait = person.image
      ? await ensureMedia({ alt: person.name, from, ref: rooted(person.image), session })
      : undefined
    if (portrait?.remark) {
      session.recorder.remark(`portrait of ${person.name}`, portrait.remark)
    }
    return attempt(
      { code: 'PERSON_FAILED', from, label: person.name, record: 'people', session },
      () =>
        create(session, collection, {
          _status: statusOf(isOnline),
          bio: person.bio ? clip(person.bio, 1500) : undefined,
          name: clip(person.name, 100),
          origin: { key: `person:${person.slug}` },
          portrait: portrait?.id ?? undefined,
          slug: person.slug,
        }),
    )
  })
}

export const ensureTerm = ({
  from,
  isOnline,
  kind,
  name,
  session,
}: Ensure & { kind: 'industries' | 'services' | 'technologies'; name: string }): Promise<
  string | null
> => {
  const slug = slugify(name)
  if (!slug) {
    return Promise.resolve(null)
  }
  const collection = session.port.slugs[kind]
  return ensure({ collection, isOnline, key: `${kind}:${slug}`, session }, async () => {
    const existing = await findRecord(session, collection, { slug: { equals: slug } })
    if (existing) {
      session.recorder.count(kind, 'reused')
      return existing.id
    }
    return attempt({ code: 'TERM_FAILED', from, label: name, record: kind, session }, () =>
      create(session, collection, {
        _status: statusOf(isOnline),
        name: clip(name, 80),
        slug,
      }),
    )
  })
}

/** @param isPublic - it stood on a public page before, so its author has agreed to that */
export const ensureTestimonial = ({
  from,
  isOnline,
  isPublic,
  session,
  testimonial,
}: Ensure & { isPublic: boolean; testimonial: ImportedTestimonial }): Promise<string | null> => {
  const key = testimonialKey(testimonial)
  const collection = session.port.slugs.testimonials
  return ensure({ collection, isOnline, key: `testimonial:${key}`, session }, async () => {
    const existing = await findRecord(session, collection, {
      'origin.key': { equals: key },
    })
    if (existing) {
      session.recorder.count('testimonials', 'reused')
      return existing.id
    }
    const { organisation } = testimonial
    // "Kearney & Company, prime contractor on…" describes; a plain name is an organisation.
    const isName =
      organisation !== undefined && organisation.length <= 60 && !organisation.includes(',')
    const organisationId = isName
      ? await ensureOrganisation({ from, isOnline, name: organisation, session })
      : null
    const position = [testimonial.position, organisationId ? undefined : organisation]
      .filter(Boolean)
      .join(', ')
    return attempt(
      {
        code: 'TESTIMONIAL_FAILED',
        from,
        label: testimonial.attribution ?? testimonial.quote.slice(0, 40),
        record: 'testimonials',
        session,
      },
      () =>
        create(session, collection, {
          _status: statusOf(isOnline),
          attribution: clip(testimonial.attribution ?? '', 120),
          consent: isPublic ? 'granted' : 'pending',
          organisation: organisationId ?? undefined,
          origin: { key },
          position: position ? clip(position, 160) : undefined,
          quote: clip(testimonial.quote, 1200),
        }),
    )
  })
}

export const testimonialKey = ({ attribution = '', quote }: ImportedTestimonial): string =>
  createHash('sha256').update(`${quote.trim()}\n${attribution.trim()}`).digest('hex')

/** Finds or makes a record once in a run, and publishes it as soon as something online refers to it. */
const ensure = async (
  {
    collection,
    isOnline,
    key,
    session,
  }: Omit<Ensure, 'from'> & { collection: string; key: string },
  findOrMake: () => Promise<string | null>,
): Promise<string | null> => {
  const id = await once(session, key, findOrMake)
  if (id !== null && isOnline && session.mode !== 'dry-run') {
    await once(session, `${key}:online`, () => bringOnline({ collection, id, session }))
  }
  return id
}

/** What lies in the trash still holds its name and its slug. */
const findRecord = (
  session: WriteSession,
  collection: string,
  where: Parameters<typeof findOne>[2],
): Promise<Stored | null> => findOne(session, collection, where, { drafts: true })

const statusOf = (isOnline: boolean): 'draft' | 'published' => (isOnline ? 'published' : 'draft')

/**
 * Only what the same person left as a draft and was never online: somebody else's, and what was taken offline,
 * waits for an editor.
 */
const bringOnline = async ({
  collection,
  id,
  session,
}: {
  collection: string
  id: string
  session: WriteSession
}): Promise<null> => {
  const record = await findRecord(session, collection, { id: { equals: id } })
  const isOwn = record !== null && (record['createdBy'] ?? null) === (session.user?.id ?? null)
  const isDraft = isOwn && record['_status'] === 'draft' && !record['deletedAt']
  if (isDraft && !(await wasOnline(session, collection, id))) {
    await updateUnchanged({
      collection,
      data: { _status: 'published' },
      options: { draft: false },
      seen: record,
      session,
    })
  }
  return null
}

const attempt = async (
  {
    code,
    from,
    label,
    record,
    session,
  }: Omit<Ensure, 'isOnline'> & {
    code: 'ORGANISATION_FAILED' | 'PERSON_FAILED' | 'TERM_FAILED' | 'TESTIMONIAL_FAILED'
    label: string
    record: string
  },
  make: () => Promise<{ id: string }>,
): Promise<string | null> => {
  try {
    const { id } = await make()
    session.recorder.count(record, 'created')
    return id
  } catch (error) {
    session.recorder.count(record, 'failed')
    session.recorder.remark(from, { code, detail: `${label}: ${reasonOf(error)}` })
    return null
  }
}

/** Data files give paths from the site's root, with or without the first slash. */
const rooted = (ref: string): string => (/^(https?:)?\/\/|^\//.test(ref) ? ref : `/${ref}`)

const sameName = (a: string, b: string): boolean =>
  a !== '' && a.trim().toLowerCase() === b.trim().toLowerCase()
