// Redirects that people make: what is refused, and where the others lead. And those that renaming makes.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startTarget, type Answer, type Target } from './support/attacks.ts'
import { createStudy } from './support/content.ts'

let target: Target
let tenant: string

beforeAll(async () => {
  target = await startTarget()
  tenant = target.world.client.id
})

afterAll(async () => {
  await target?.stop()
})

beforeEach(async () => {
  await target.payload.db.deleteMany({
    collection: 'redirects',
    where: { tenant: { equals: tenant } },
  })
})

const as = 'editor@client.test'
const redirect = (from: string, to: string): Promise<Answer> =>
  target.api.call({ as, method: 'POST', path: '/api/redirects', body: { from, to, tenant } })

const made = async (from: string, to: string): Promise<string> => {
  const { body, status } = await redirect(from, to)
  expect({ from, to, status }).toEqual({ from, to, status: 201 })
  return body.doc.id as string
}

const refusals = ({ body }: Answer): { path: string; message: string }[] =>
  body.errors?.[0]?.data?.errors ?? []

const lookUp = async (path: string): Promise<string | null> => {
  const { body } = await target.api.call({
    path: `/api/redirects/lookup?tenant=client&path=${encodeURIComponent(path)}`,
  })
  return (body.to as string | undefined) ?? null
}

const publish = (id: string, data: Record<string, unknown>, collection = 'case-studies') =>
  target.api.call({
    as,
    method: 'PATCH',
    path: `/api/${collection}/${id}`,
    body: { _status: 'published', ...data },
  })

describe('a circle', () => {
  it.each([
    ['to itself', [], '/z', '/z'],
    ['to itself with a slash', [], '/z', '/z/'],
    ['to itself with a query', [], '/z', '/z?a=b#c'],
    ['to itself, encoded', [], '/é', '/%C3%A9'],
    ['to itself in the main language', [], '/z', '/en/z'],
    ['to itself in another language', [], '/z', '/de/z'],
    ['to itself by its full URL', [], '/z', 'http://localhost:3000/client/z'],
    ['to itself by its full URL in a language', [], '/z', 'http://localhost:3000/client/de/z/'],
    ['of two', [['/y', '/x']], '/x', '/y'],
    [
      'of three',
      [
        ['/b', '/c'],
        ['/c', '/a'],
      ],
      '/a',
      '/b',
    ],
    ['over a language', [['/y', '/de/x']], '/x', '/y'],
    ['in one language', [['/de/y', '/x']], '/de/x', '/y'],
    ['over the main language', [['/y', '/en/x']], '/x', '/y/'],
  ] as const)('%s is refused at the field', async (_, before, from, to) => {
    for (const [source, aim] of before) {
      await made(source, aim)
    }
    const answer = await redirect(from, to)
    expect(answer.status).toBe(400)
    expect(refusals(answer)).toEqual(
      [
        { path: 'to', message: expect.stringMatching(/(back to itself|in a circle|leads on to)/) },
      ].map((one) => expect.objectContaining(one)),
    )
  })

  it('is refused when a change would close it, and nothing is changed', async () => {
    await made('/z', '/x')
    const id = await made('/x', '/work')
    const answer = await target.api.call({
      as,
      method: 'PATCH',
      path: `/api/redirects/${id}`,
      body: { to: '/z' },
    })
    expect([answer.status, refusals(answer)[0]?.path]).toEqual([400, 'to'])
    const renamed = await target.api.call({
      as,
      method: 'PATCH',
      path: `/api/redirects/${id}`,
      body: { from: '/work-of-old', permanent: false },
    })
    expect(renamed.status).toBe(200)
  })

  it('through what a rename made is refused', async () => {
    const { id } = await createStudy({ payload: target.payload, tenant, title: 'Was here' })
    await publish(id, { slug: 'is-here' })
    const answer = await redirect('/work/is-here', '/work/was-here')
    expect([answer.status, refusals(answer).map(({ path }) => path)]).toEqual([400, ['from', 'to']])
  })
})

describe('a chain', () => {
  it('is refused with the target to enter instead', async () => {
    await made('/b', '/work')
    const answer = await redirect('/a', '/b/')
    expect(answer.status).toBe(400)
    expect(refusals(answer)[0]).toMatchObject({
      path: 'to',
      message: '“/b” leads on to “/work” itself. Enter “/work” here.',
    })
  })

  it('that comes about later is one step for visitors', async () => {
    await made('/a', '/b')
    await made('/b', '/c')
    await made('/c', '/work?service=film')
    expect(await Promise.all(['/a', '/b', '/c', '/de/a?x=1'].map(lookUp))).toEqual([
      '/work?service=film',
      '/work?service=film',
      '/work?service=film',
      '/de/work?service=film&x=1',
    ])
  })

  it('that a change makes is one step for visitors', async () => {
    await made('/a', '/b')
    const id = await made('/b', '/work')
    await made('/c', '/people')
    const answer = await target.api.call({
      as,
      method: 'PATCH',
      path: `/api/redirects/${id}`,
      body: { from: '/bb', to: '/contact' },
    })
    expect(answer.status).toBe(200)
    await made('/b', '/bbb')
    await made('/bbb', '/contact')
    expect(await lookUp('/a')).toBe('/contact')
  })
})

describe('a source', () => {
  it.each([
    ['/old?p=1', /Leave out the \?/],
    ['/old#top', /Leave out the \?/],
    ['https://old.example/a', /Leave out the domain/],
    ['//evil.example', /single \//],
    ['/a\\b', /backslashes/],
    ['/%E0%A4%A', /percent sign/],
    ['/', /every site/],
    ['/work/', /every site/],
  ])('%s is refused', async (from, message) => {
    const answer = await redirect(from, '/people')
    expect(answer.status).toBe(400)
    expect(refusals(answer)[0]).toMatchObject({
      path: 'from',
      message: expect.stringMatching(message),
    })
  })

  it.each([
    ['/caf%C3%A9', ['/café', '/caf%C3%A9', '/cafe\u0301/']],
    ['/日本', ['/%E6%97%A5%E6%9C%AC']],
    ['/my%20page', ['/my%20page', '/my%20page/']],
    ['/my page', ['/my%20page']],
    ['old/', ['/old', '/old/', '//old']],
  ])('%s is found however it is asked for', async (from, asked) => {
    await made(from, '/work')
    for (const path of asked) {
      expect({ path, to: await lookUp(path) }).toEqual({ path, to: '/work' })
    }
  })

  it('is one, however it is spelt', async () => {
    await made('/über', '/work')
    expect((await redirect('/%C3%BCber/', '/people')).status).toBe(400)
  })

  it('without a language leads in each; with one in that one, and before the other', async () => {
    await made('/old', '/work')
    await made('/de/old', '/contact')
    await made('/en/elder', '/work')
    await made('/eldest', '/de/work?x=1#y')
    const found = await Promise.all(
      ['/old', '/en/old', '/de/old', '/elder', '/de/elder', '/eldest', '/de/eldest'].map(lookUp),
    )
    expect(found).toEqual([
      '/work',
      '/work',
      '/de/contact',
      '/work',
      null,
      '/de/work?x=1#y',
      '/de/work?x=1#y',
    ])
  })

  it('takes the query along', async () => {
    await made('/q', '/work?service=film#top')
    await made('/out', 'https://other.example/x')
    expect(await lookUp('/q?utm=a&service=other')).toBe('/work?service=film&utm=a#top')
    expect(await lookUp('/out?utm=a')).toBe('https://other.example/x?utm=a')
  })
})

describe('renaming', () => {
  it.each(['case-studies', 'people', 'pages'] as const)(
    'twice is one step from each, also from what people lead there by hand: %s',
    async (collection) => {
      const below = { 'case-studies': '/work/', people: '/people/', pages: '/' }[collection]
      const slugOf = (at: number): string => `twice-${at}-${collection}`
      const created = (await target.payload.create({
        collection,
        data: { tenant, title: 'T', name: 'N', slug: slugOf(1), _status: 'published' } as never,
        overrideAccess: true,
      })) as { id: string }
      await made(`/by-hand-${collection}`, `${below}${slugOf(1)}`)
      for (const at of [2, 3]) {
        expect((await publish(created.id, { slug: slugOf(at) }, collection)).status).toBe(200)
      }
      const paths = [
        `${below}${slugOf(1)}`,
        `${below}${slugOf(2)}`,
        `/by-hand-${collection}`,
        `/de${below}${slugOf(1)}`,
      ]
      expect(await Promise.all(paths.map(lookUp))).toEqual([
        `${below}${slugOf(3)}`,
        `${below}${slugOf(3)}`,
        `${below}${slugOf(3)}`,
        `/de${below}${slugOf(3)}`,
      ])
      // And back: nobody is led away from what is there.
      expect((await publish(created.id, { slug: slugOf(1) }, collection)).status).toBe(200)
      expect(await Promise.all(paths.slice(0, 3).map(lookUp))).toEqual([
        null,
        `${below}${slugOf(1)}`,
        `${below}${slugOf(1)}`,
      ])
    },
  )

  it('a person leaves a redirect', async () => {
    const { id, slug } = await target.payload.create({
      collection: 'people',
      data: { tenant, name: 'Ann Old', _status: 'published' } as never,
      overrideAccess: true,
    })
    expect((await publish(id, { slug: 'ann-new' }, 'people')).status).toBe(200)
    expect(await lookUp(`/people/${slug}`)).toBe('/people/ann-new')
  })

  it.each(['case-studies', 'people', 'pages'] as const)(
    'while offline leaves a redirect too: %s',
    async (collection) => {
      const below = { 'case-studies': '/work/', people: '/people/', pages: '/' }[collection]
      const created = (await target.payload.create({
        collection,
        data: {
          tenant,
          title: 'T',
          name: 'N',
          slug: `first-${collection}`,
          _status: 'published',
        } as never,
        overrideAccess: true,
      })) as { id: string }
      const save = (data: Record<string, unknown>) => publish(created.id, data, collection)
      expect((await save({ _status: 'draft' })).status).toBe(200)
      expect((await save({ _status: 'draft', slug: `second-${collection}` })).status).toBe(200)
      expect(await lookUp(`${below}first-${collection}`)).toBeNull()
      expect((await save({})).status).toBe(200)
      expect(await lookUp(`${below}first-${collection}`)).toBe(`${below}second-${collection}`)
    },
  )

  it('leads nobody away from what has the old slug now', async () => {
    const { id } = await createStudy({ payload: target.payload, tenant, title: 'Mine once' })
    await publish(id, { _status: 'draft' })
    await publish(id, { _status: 'draft', slug: 'mine-later' })
    await createStudy({ payload: target.payload, tenant, title: 'Other', slug: 'mine-once' })
    await publish(id, {})
    expect(await lookUp('/work/mine-once')).toBeNull()
  })

  it('a tenant leads to its new slug, until another one has the old', async () => {
    const { directory } = target.api
    const rename = async (slug: string): Promise<void> => {
      const answer = await target.api.call({
        as: 'operator@test.test',
        method: 'PATCH',
        path: `/api/tenants/${tenant}`,
        body: { slug },
      })
      expect(answer.status).toBe(200)
      expect(JSON.stringify(answer.body)).not.toContain('formerSlugs')
      directory.refresh()
    }
    const at = (path: string) => directory.movedTo({ host: '', path })
    await rename('client-renamed')
    await rename('client-now')
    expect(await Promise.all(['/client', '/client/work/x', '/client-renamed/de/'].map(at))).toEqual(
      ['/client-now', '/client-now/work/x', '/client-now/de/'],
    )
    expect(await at('/client/en/work')).toBe('/client-now/work')
    expect(await at('/client-now/work')).toBeNull()
    const { id, slug } = await createStudy({ payload: target.payload, tenant, title: 'Moved' })
    await publish(id, { slug: `${slug}-on` })
    for (const named of ['client', 'client-renamed', 'client-now']) {
      const { body } = await target.api.call({
        path: `/api/redirects/lookup?tenant=${named}&path=/work/${slug}`,
      })
      expect({ named, to: body.to as unknown }).toEqual({ named, to: `/work/${slug}-on` })
    }
    await rename('client')
    expect(await at('/client/work')).toBeNull()
    expect(await at('/client-now')).toBe('/client')
    await target.payload.update({
      collection: 'tenants',
      id: target.world.stranger.id,
      data: { slug: 'client-now' },
      overrideAccess: true,
    })
    directory.refresh()
    expect(await at('/client-now')).toBeNull()
  })
})
