// A tenant whose documents are public and hold, in every field that has a read rule of its own, a
// value that can be recognised anywhere.
import type { CollectionSlug } from 'payload'
import type { RuledCollection } from '../../access/rules.ts'
import type { Target } from './attacks.ts'
import { plantValues, textOf, type Planted } from './canaryValues.ts'
import { blockNode, createPicture, createStudy, linkNode, richText } from './content.ts'

/** A document that points at another one, by the path of the field. */
export type Referrer = {
  collection: RuledCollection
  id: string
  path: string
  to: RuledCollection
}

export type Canaries = {
  /** Collection → its document. */
  ids: Map<RuledCollection, string>
  referrers: Referrer[]
  /** By `collection.field`. */
  planted: Map<string, Planted>
}

const NOTE = 'canary-case-studies-notes'

export const plantCanaries = async ({ databaseUrl, payload, world }: Target): Promise<Canaries> => {
  const tenant = world.client.id
  const ids = new Map<RuledCollection, string>([['tenants', tenant]])
  const create = async (
    collection: RuledCollection & CollectionSlug,
    data: Record<string, unknown>,
  ): Promise<string> => {
    const doc = await payload.create({ collection, data: { tenant, ...data } as never })
    ids.set(collection, String(doc.id))
    return String(doc.id)
  }
  const name = (what: string) => ({
    name: `Canary ${what}`,
    slug: `canary-${what}`,
    _status: 'published',
  })
  const organisation = await create('organisations', name('organisation'))
  const person = await create('people', name('person'))
  const service = await create('services', name('service'))
  const industry = await create('industries', name('industry'))
  const technology = await create('technologies', name('technology'))
  const testimonial = await create('testimonials', {
    quote: 'Canary quote',
    attribution: 'Somebody',
    consent: 'granted',
    _status: 'published',
  })
  const media = (await createPicture({ payload, tenant })).id
  ids.set('media', media)
  const file = await payload.db.create({
    collection: 'documents',
    data: { tenant, title: 'Canary file', filename: 'canary.pdf', exposure: 'public' },
  })
  const document = String(file.id)
  ids.set('documents', document)
  const study = await createStudy({
    payload,
    tenant,
    title: 'Under NDA',
    anonymous: true,
    client: organisation,
    notes: [{ text: NOTE }],
  })
  ids.set('case-studies', study.id)
  const pointing = await createStudy({
    payload,
    tenant,
    title: 'Points at everything',
    cover: media,
    credits: [{ person }],
    industries: [industry],
    related: { mode: 'manual', studies: [study.id] },
    services: [service],
    technologies: [technology],
    testimonials: [testimonial],
  })
  const naming = await create('testimonials', {
    quote: 'Of a named organisation',
    attribution: 'Somebody else',
    consent: 'granted',
    organisation,
    _status: 'published',
  })
  ids.set('testimonials', testimonial)
  const page = await create('pages', {
    title: 'Canary page',
    body: richText(
      'Words',
      linkNode('case-studies', study.id),
      linkNode('people', person),
      blockNode({ blockType: 'downloads', items: [{ id: '1', document }] }),
    ),
    _status: 'published',
  })
  await create('redirects', { from: '/canary', to: '/' })
  await create('leads', { name: 'L', email: 'l@l.test', message: 'm', status: 'new' })
  await create('roles', { name: 'Canary role', permissions: ['redirects.create'] })
  const { docs } = await payload.find({
    collection: 'site-settings',
    where: { tenant: { equals: tenant } },
  })
  const settings = docs[0]!.id
  ids.set('site-settings', settings)
  await payload.update({
    collection: 'site-settings',
    id: settings,
    data: { about: page, _status: 'published' },
  })
  const planted = await plantValues({
    databaseUrl,
    ids,
    payload,
    people: {
      createdBy: (await world.user('editor', 'client')).id,
      updatedBy: (await world.user('reviewer', 'client')).id,
    },
    targets: { organisations: organisation, tenants: world.agency.id },
    tenant,
  })
  planted.set('case-studies.notes', { ...textOf(NOTE), path: 'notes.text' })
  const from = (path: string, to: RuledCollection): Referrer => ({
    collection: 'case-studies',
    id: pointing.id,
    path,
    to,
  })
  const of = (collection: RuledCollection, id: string, path: string, to: RuledCollection) => ({
    collection,
    id,
    path,
    to,
  })
  return {
    ids,
    planted,
    referrers: [
      from('related.studies', 'case-studies'),
      from('cover', 'media'),
      from('credits.person', 'people'),
      from('services', 'services'),
      from('industries', 'industries'),
      from('technologies', 'technologies'),
      from('testimonials', 'testimonials'),
      from('tenant', 'tenants'),
      of('testimonials', naming, 'organisation', 'organisations'),
      of('site-settings', settings, 'about', 'pages'),
      of('case-studies', study.id, 'tenant', 'tenants'),
      of('pages', page, 'body', 'case-studies'),
      of('pages', page, 'body', 'people'),
      of('pages', page, 'body', 'documents'),
    ],
  }
}
