// A document of every collection that people change, what somebody takes back of it, and what somebody else
// saves at the same moment.
import type { CollectionSlug } from 'payload'
import type { RuledCollection } from '../../access/rules.ts'
import type { Target } from './attacks.ts'
import { createPicture, createStudy, richText } from './content.ts'

export type Data = Record<string, unknown>

type Kind = {
  make: (target: Target, number: number) => Promise<string>
  saved: Data
  as?: string
  takes: (Data | null)[]
}

const create = async (
  { payload, world }: Target,
  collection: CollectionSlug,
  data: Data,
): Promise<string> => {
  const tenant = world.client.id
  const doc = await payload.create({ collection, data: { tenant, ...data } as never })
  return String(doc.id)
}

const named =
  (collection: CollectionSlug, data: Data = {}) =>
  (target: Target, number: number) =>
    create(target, collection, { name: `Known ${number}`, _status: 'published', ...data })

const LATER = '2999-01-01T00:00:00.000Z'

/** Every collection whose documents people change; those that nobody may are named below. */
export const KINDS: Partial<Record<RuledCollection | 'users', Kind>> = {
  'case-studies': {
    make: (target, number) =>
      createStudy({
        payload: target.payload,
        tenant: target.world.client.id,
        title: `Study ${number}`,
      }).then(({ id }) => id),
    saved: { title: 'Another title' },
    takes: [{ visibility: 'private' }, { anonymous: true }, { embargoUntil: LATER }],
  },
  pages: {
    make: (target, number) =>
      create(target, 'pages', {
        title: `Page ${number}`,
        body: richText('Words'),
        _status: 'published',
      }),
    saved: { title: 'Another title' },
    takes: [],
  },
  people: { make: named('people'), saved: { name: 'Another name' }, takes: [] },
  organisations: {
    make: named('organisations'),
    saved: { description: 'Another text' },
    takes: [{ confidential: true }],
  },
  services: { make: named('services'), saved: { name: 'Another name' }, takes: [] },
  industries: { make: named('industries'), saved: { name: 'Another name' }, takes: [] },
  technologies: { make: named('technologies'), saved: { name: 'Another name' }, takes: [] },
  testimonials: {
    make: (target, number) =>
      create(target, 'testimonials', {
        quote: 'Good.',
        attribution: `Somebody ${number}`,
        consent: 'granted',
        _status: 'published',
      }),
    saved: { quote: 'Better.' },
    takes: [{ consent: 'pending' }],
  },
  media: {
    make: async (target) =>
      (await createPicture({ payload: target.payload, tenant: target.world.client.id })).id,
    saved: { alt: 'Another text' },
    takes: [null],
  },
  documents: {
    make: async (target, number) => {
      const tenant = target.world.client.id
      const { id } = await target.payload.db.create({
        collection: 'documents',
        data: { tenant, title: `File ${number}`, filename: `${number}.pdf`, exposure: 'none' },
      })
      return String(id)
    },
    saved: { title: 'Another title' },
    takes: [null],
  },
  'site-settings': {
    make: async (target) => {
      const { docs } = await target.payload.find({
        collection: 'site-settings',
        where: { tenant: { equals: target.world.client.id } },
      })
      const { id } = docs[0]!
      await target.payload.update({
        collection: 'site-settings',
        id,
        data: { tagline: 'Before', _status: 'published' },
      })
      return id
    },
    saved: { tagline: 'Another line' },
    takes: [],
  },
  leads: {
    make: (target, number) =>
      create(target, 'leads', {
        name: `L ${number}`,
        email: 'l@l.test',
        message: 'm',
        status: 'new',
      }),
    saved: { notes: 'Called.' },
    takes: [{ status: 'done' }, null],
  },
  redirects: {
    make: (target, number) =>
      create(target, 'redirects', { from: `/from-${number}`, to: '/before' }),
    saved: { permanent: false },
    takes: [{ to: '/' }, null],
  },
  memberships: {
    make: async (target, number) => {
      const user = await target.payload.create({
        collection: 'users',
        data: {
          email: `member${number}@client.test`,
          emailVerifiedAt: new Date().toISOString(),
          name: 'Member',
          password: 'a-password-for-tests',
        },
      })
      return create(target, 'memberships', { user: user.id, role: 'editor', status: 'active' })
    },
    saved: { role: 'contributor' },
    takes: [{ status: 'suspended' }, null],
  },
  invitations: {
    make: (target, number) =>
      create(target, 'invitations', { email: `i${number}@client.test`, role: 'editor' }),
    // Nothing of an invitation changes but whether it stands.
    saved: {},
    takes: [{ status: 'revoked' }, null],
  },
  roles: {
    make: (target, number) =>
      create(target, 'roles', {
        name: `Role ${number}`,
        permissions: ['redirects.create', 'pages.publish'],
      }),
    saved: { description: 'Another text' },
    takes: [{ permissions: ['redirects.create'] }, null],
  },
  tenants: {
    make: async (target, number) => {
      const { id } = await target.payload.create({
        collection: 'tenants',
        data: {
          name: `Tenant ${number}`,
          slug: `tenant-${number}`,
          kind: 'client',
          status: 'active',
          locales: ['en'],
          defaultLocale: 'en',
          visibility: 'public',
        },
      })
      return id
    },
    as: 'operator@test.test',
    saved: { name: 'Another name' },
    takes: [{ status: 'suspended' }, { visibility: 'hidden' }, null],
  },
  users: {
    make: async (target, number) => {
      const { id } = await target.payload.create({
        collection: 'users',
        data: {
          email: `user${number}@client.test`,
          emailVerifiedAt: new Date().toISOString(),
          name: 'User',
          operator: true,
          password: 'a-password-for-tests',
        },
      })
      return id
    },
    as: 'operator@test.test',
    saved: { name: 'Another name' },
    takes: [{ operator: false }, null],
  },
}
