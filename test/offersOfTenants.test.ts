// What the admin offers of tenants, their settings and their members is what works, for each of their people.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ROLES } from '../access/roles.ts'
import { startTarget, type Target } from './support/attacks.ts'

const PEOPLE = [...ROLES.map((role) => `${role}@client.test`), 'owner@agency.test']

let target: Target

beforeAll(async () => {
  target = await startTarget()
}, 240_000)

afterAll(() => target?.stop())

const permissionsOf = async (as: string) => {
  const { body } = await target.api.call({
    as,
    path: '/api/access',
    headers: { cookie: `payload-tenant=${target.world.client.id}` },
  })
  return body.collections as Record<string, Record<string, unknown>>
}

const memberships = async () =>
  (
    await target.payload.find({
      collection: 'memberships',
      depth: 1,
      limit: 50,
      where: { tenant: { equals: target.world.client.id } },
    })
  ).docs

describe.each(PEOPLE)('%s', (as) => {
  it('is offered of each membership what works on it', async () => {
    const wrong: object[] = []
    for (const { customRole: _, id, role, user, ...rest } of await memberships()) {
      const theirs = typeof user === 'object' ? user.email : user
      const asked = await target.api.call({
        as,
        method: 'POST',
        path: `/api/memberships/access/${id}`,
        body: { ...rest, role },
      })
      const changed = await target.api.call({
        as,
        method: 'PATCH',
        path: `/api/memberships/${id}`,
        body: { role },
      })
      const offered = Boolean(asked.body.update)
      if (offered !== (changed.status === 200) || (theirs === as && asked.body.delete)) {
        wrong.push({ answer: changed.body, asked: asked.body, role, theirs })
      }
    }
    expect(wrong).toEqual([])
  })

  it('is offered new tenants and settings where they can be made', async () => {
    const permissions = await permissionsOf(as)
    expect(Boolean(permissions.tenants?.create)).toBe(as.endsWith('@agency.test'))
    expect(Boolean(permissions['site-settings']?.create)).toBe(false)
  })
})

it('settings that were deleted can be made anew', async () => {
  const { payload, world } = target
  await payload.delete({
    collection: 'site-settings',
    where: { tenant: { equals: world.client.id } },
  })
  expect(Boolean((await permissionsOf('owner@client.test'))['site-settings']?.create)).toBe(true)
  expect(Boolean((await permissionsOf('editor@client.test'))['site-settings']?.create)).toBe(false)
})

it('a copy says that it is one, in each language, and was changed when it was made', async () => {
  const { payload, world } = target
  const data = { tenant: world.client.id, title: 'One', visibility: 'public' as const }
  const { id } = await payload.create({ collection: 'case-studies', data, draft: true })
  await payload.update({
    collection: 'case-studies',
    id,
    data: { title: 'Eins' },
    draft: true,
    locale: 'de',
  })
  const before = new Date().toISOString()
  const { body } = await target.api.call({
    as: 'editor@client.test',
    method: 'POST',
    path: `/api/case-studies/${id}/duplicate?draft=true`,
    body: {},
  })
  const read = async (locale: 'de' | 'en') =>
    payload.findByID({ collection: 'case-studies', id: body.doc.id, draft: true, locale })
  expect((await read('en')).title).toBe('One (copy)')
  expect((await read('de')).title).toBe('Eins (copy)')
  expect((await read('en')).updatedAt > before).toBe(true)
  const long = await payload.create({
    collection: 'services',
    data: { tenant: world.client.id, name: 'x'.repeat(80) },
    draft: true,
  })
  const copied = await target.api.call({
    as: 'editor@client.test',
    method: 'POST',
    path: `/api/services/${long.id}/duplicate?draft=true`,
    body: {},
  })
  expect(copied.body.doc.name).toMatch(/^x{20,} \(copy\)$/)
})
