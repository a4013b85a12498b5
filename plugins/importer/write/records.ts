/** Clients, people, terms and testimonials: found by their natural keys, made when they are missing. */
import { createHash } from 'node:crypto'

import type { ImportedPerson, ImportedTestimonial } from '../types.ts'
import type { WriteSession } from './session.ts'

import { clip } from '../convert/limits.ts'
import { slugify } from '../read/slug.ts'
import { ensureMedia } from './media.ts'
import { create, findOne, once, reasonOf } from './session.ts'

type Ensure = { from: string; session: WriteSession }

export const ensureOrganisation = ({
  from,
  name,
  session,
}: Ensure & { name: string }): Promise<string | null> => {
  const known = session.source.organisations.find(
    (entry) => sameName(entry.name, name) || sameName(entry.acronym ?? '', name),
  )
  const full = clip(known?.name ?? name, 140)
  const slug = slugify(full) || 'client'
  return once(session, `organisation:${slug}`, async () => {
    const existing = await findOne(session, session.port.slugs.organisations, {
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
        create(session, session.port.slugs.organisations, {
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
  person,
  session,
}: Ensure & { person: ImportedPerson }): Promise<string | null> =>
  once(session, `person:${person.slug}`, async () => {
    const existing = await findOne(session, session.port.slugs.people, {
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
        create(session, session.port.slugs.people, {
          bio: person.bio ? clip(person.bio, 1500) : undefined,
          name: clip(person.name, 100),
          origin: { key: `person:${person.slug}` },
          portrait: portrait?.id ?? undefined,
          slug: person.slug,
        }),
    )
  })

export const ensureTerm = ({
  from,
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
  return once(session, `${kind}:${slug}`, async () => {
    const existing = await findOne(session, session.port.slugs[kind], { slug: { equals: slug } })
    if (existing) {
      session.recorder.count(kind, 'reused')
      return existing.id
    }
    return attempt({ code: 'TERM_FAILED', from, label: name, record: kind, session }, () =>
      create(session, session.port.slugs[kind], {
        name: clip(name, 80),
        slug,
      }),
    )
  })
}

/** @param isPublic - it stood on a public page before, so its author has agreed to that */
export const ensureTestimonial = ({
  from,
  isPublic,
  session,
  testimonial,
}: Ensure & { isPublic: boolean; testimonial: ImportedTestimonial }): Promise<string | null> => {
  const key = testimonialKey(testimonial)
  return once(session, `testimonial:${key}`, async () => {
    const existing = await findOne(session, session.port.slugs.testimonials, {
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
      ? await ensureOrganisation({ from, name: organisation, session })
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
        create(session, session.port.slugs.testimonials, {
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

const attempt = async (
  {
    code,
    from,
    label,
    record,
    session,
  }: Ensure & {
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
