// Drafts in which nothing was ever written are offered for deletion, to those who may delete them; whatever holds one
// word, one file or one reference is not.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import { principalOf } from '../access/principal.ts'
import type { Role } from '../access/roles.ts'
import { findEmptyDrafts } from '../src/admin/dashboard/queries/findEmptyDrafts.ts'
import { startTarget, type Target } from './support/attacks.ts'
import { richText } from './support/content.ts'

const DAY = 24 * 60 * 60 * 1000

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(() => target?.stop())

type Slug = 'case-studies' | 'pages'

/** As Payload's form stored it when it was only opened: by a contributor, unless somebody else is named. */
const make = async (
  collection: Slug,
  data: object = {},
  as: Role | null = 'contributor',
): Promise<string> => {
  const { payload, world } = target
  const { id } = await payload.create({
    collection,
    data: { tenant: world.client.id, ...data },
    draft: true,
    ...(as ? { user: await world.user(as, 'client') } : {}),
  })
  return id
}

const offeredTo = async (role: Role, after = 2 * DAY): Promise<string[]> => {
  const user = await target.world.user(role, 'client')
  const req = await createLocalReq({ user }, target.payload)
  const found = await findEmptyDrafts({
    now: new Date(Date.now() + after),
    principal: principalOf(user),
    req,
    tenants: [target.world.client.id],
  })
  // What the page asks for afterwards is in the language in use.
  expect(req.locale).toBe('en')
  return found.map(({ id }) => id)
}

const PARTS = ['challenge', 'constraint', 'approach', 'outcome', 'reflection']

describe.each(['case-studies', 'pages'] as const)('in %s', (collection) => {
  it('an empty draft is offered to an editor, after a day', async () => {
    const id = await make(collection)
    expect(await offeredTo('editor')).toContain(id)
    expect(await offeredTo('editor', DAY / 2)).not.toContain(id)
    expect(await offeredTo('viewer')).toEqual([])
  })

  it('what goes with it is the trash, and it comes back', async () => {
    const id = await make(collection)
    const gone = await target.api.call({
      as: 'editor@client.test',
      method: 'PATCH',
      path: `/api/${collection}?where[id][in][0]=${id}&limit=0&depth=0`,
      body: { deletedAt: new Date().toISOString() },
    })
    expect([gone.status, gone.body.docs?.length]).toEqual([200, 1])
    expect(await offeredTo('editor')).not.toContain(id)
    const { status } = await target.api.call({
      as: 'editor@client.test',
      method: 'PATCH',
      path: `/api/${collection}/${id}?trash=true&draft=true`,
      body: { deletedAt: null },
    })
    expect(status).toBe(200)
    expect(await offeredTo('editor')).toContain(id)
  })
})

it('a contributor is offered their own, and only where they may delete their own', async () => {
  const own = await make('case-studies')
  const colleagues = await make('case-studies', {}, 'editor')
  const page = await make('pages')
  const offered = await offeredTo('contributor')
  expect(offered).toContain(own)
  expect(offered).not.toContain(colleagues)
  expect(offered).not.toContain(page)
})

it('a study that begins with empty chapters is empty, and one with words in them is not', async () => {
  const chapters = PARTS.map((kind) => ({ kind }))
  const empty = await make('case-studies', { chapters })
  const clicked = await make('case-studies', {
    chapters: [{ kind: 'approach', body: richText('') }],
  })
  const written = await make('case-studies', {
    chapters: [{ kind: 'approach', body: richText('Words') }],
  })
  const offered = await offeredTo('editor')
  expect(offered).toEqual(expect.arrayContaining([empty, clicked]))
  expect(offered).not.toContain(written)
})

it('whatever holds something is kept', async () => {
  const written = [
    { headline: 'Words' },
    { summary: 'Words' },
    { year: 2025 },
    { outcomes: [{ label: 'minutes' }] },
    { seo: { description: 'Words' } },
  ]
  const ids = await Promise.all(written.map((data) => make('case-studies', data)))
  const translated = await make('case-studies')
  await target.payload.update({
    collection: 'case-studies',
    data: { headline: 'Wörter' },
    draft: true,
    id: translated,
    locale: 'de',
  })
  const offered = await offeredTo('editor')
  expect([...ids, translated].filter((id) => offered.includes(id))).toEqual([])
})
