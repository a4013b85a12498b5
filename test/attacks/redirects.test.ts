// A visitor learns of one redirect, for the one URL they asked for, and only if it leads to something
// they may see. The list is the tenant's own.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createStudy } from '../support/content.ts'
import { idsOf, startTarget, type Target } from '../support/attacks.ts'

let target: Target
let tenant: string

beforeAll(async () => {
  target = await startTarget()
  tenant = target.world.client.id
})

afterAll(async () => {
  await target?.stop()
})

const lookUp = (path: string, { as, of = 'client' }: { as?: string; of?: string } = {}) =>
  target.api.call({
    as,
    path: `/api/redirects/lookup?tenant=${of}&path=${encodeURIComponent(path)}`,
  })

const redirect = (from: string, to: string, permanent = true, of = tenant) =>
  target.payload.create({
    collection: 'redirects',
    data: { tenant: of, from, to, permanent },
    overrideAccess: true,
  })

const study = (title: string, data: Record<string, unknown> = {}) =>
  createStudy({ payload: target.payload, tenant, title, ...data })

describe('the list of redirects', () => {
  it('is read by the tenant’s own people only', async () => {
    await redirect('/listed', '/work')
    for (const as of [undefined, 'owner@stranger.test', 'owner@agency.test']) {
      const list = await target.api.call({ as, path: '/api/redirects?limit=100' })
      const count = await target.api.call({ as, path: '/api/redirects/count' })
      const isOfAgency = as === 'owner@agency.test'
      expect({ as, found: idsOf(list).length > 0 }).toEqual({ as, found: isOfAgency })
      expect({ as, counted: Number(count.body?.totalDocs ?? 0) > 0 }).toEqual({
        as,
        counted: isOfAgency,
      })
      const { body } = await target.graphql({ as, query: '{ Redirects { docs { from to } } }' })
      expect({ as, found: (body.data?.Redirects?.docs?.length ?? 0) > 0 }).toEqual({
        as,
        found: isOfAgency,
      })
    }
    const own = await target.api.call({
      as: 'viewer@client.test',
      path: '/api/redirects?limit=100',
    })
    expect(idsOf(own).length).toBeGreaterThan(0)
  })
})

describe('one redirect', () => {
  const HIDDEN: Record<string, Record<string, unknown>> = {
    private: { visibility: 'private' },
    draft: { _status: 'draft' },
    embargoed: { embargoUntil: '2099-01-01T00:00:00.000Z' },
    trashed: { deletedAt: '2026-01-01T00:00:00.000Z' },
  }

  it.each(Object.keys(HIDDEN))('never leads to a study that is %s', async (kind) => {
    const { slug } = await study(`Hidden ${kind}`, HIDDEN[kind])
    await redirect(`/old-${kind}`, `/work/${slug}`)
    await redirect(`/old-absolute-${kind}`, `http://localhost:3000/client/work/${slug}`)
    await redirect(`/old-german-${kind}`, `/de/work/${slug}?ref=1`)
    for (const as of [undefined, 'owner@stranger.test', 'owner@client.test']) {
      for (const path of [`/old-${kind}`, `/old-absolute-${kind}`, `/old-german-${kind}`]) {
        const answer = await lookUp(path, { as })
        expect({ as, path, status: answer.status }).toEqual({ as, path, status: 404 })
        expect(JSON.stringify(answer.body)).not.toContain(slug)
      }
    }
  })

  it.each(['public', 'unlisted', 'password'])(
    'leads to a %s study for who had its URL',
    async (visibility) => {
      const password = visibility === 'password' ? { password: 'long enough' } : {}
      const { id } = await study(`Once ${visibility}`, { visibility, ...password })
      await target.payload.update({
        collection: 'case-studies',
        id,
        data: { slug: `now-${visibility}`, _status: 'published', ...password } as never,
        overrideAccess: true,
      })
      const { body, status } = await lookUp(`/work/once-${visibility}/`)
      expect({ status, body }).toEqual({
        status: 200,
        body: { from: `/work/once-${visibility}`, to: `/work/now-${visibility}`, permanent: true },
      })
    },
  )

  it('tells the visible end of a chain, and nothing of what lies between', async () => {
    const { slug } = await study('End of the chain')
    const between = await study('Codename between', { visibility: 'private' })
    await redirect('/chain-a', `/work/${between.slug}`)
    await redirect(`/work/${between.slug}`, '/chain-c', false)
    await redirect('/chain-c', `/work/${slug}`)
    const { body } = await lookUp('/chain-a')
    expect(body).toEqual({ from: '/chain-a', to: `/work/${slug}`, permanent: false })
    // As it could be stored before circles were refused.
    await redirect('/circle-a', '/circle-b')
    await target.payload.db.create({
      collection: 'redirects',
      data: { tenant, from: '/circle-b', to: '/circle-a', permanent: true },
    })
    expect((await lookUp('/circle-a')).status).toBe(404)
  })

  it('leads to other sites, and to pages and people that are there', async () => {
    const person = await target.payload.create({
      collection: 'people',
      data: { tenant, name: 'Ann Other', _status: 'published' } as never,
      overrideAccess: true,
    })
    await target.payload.create({
      collection: 'pages',
      data: { tenant, title: 'Draft page', _status: 'draft' } as never,
      overrideAccess: true,
    })
    await redirect('/out', 'https://example.com/elsewhere')
    await redirect('/person', `/people/${person.slug}`)
    await redirect('/nobody', '/people/nobody-of-this-name')
    await redirect('/page', '/draft-page')
    await redirect('/index', '/work?service=x')
    const answers = Object.fromEntries(
      await Promise.all(
        ['/out', '/person', '/nobody', '/page', '/index'].map(
          async (path) => [path, (await lookUp(path)).body.to ?? null] as const,
        ),
      ),
    )
    expect(answers).toEqual({
      '/out': 'https://example.com/elsewhere',
      '/person': `/people/${person.slug}`,
      '/nobody': null,
      '/page': null,
      '/index': '/work?service=x',
    })
  })

  it('is written in ASCII, however its target is', async () => {
    for (const [index, slug] of ['łódź', '日本の港', 'ميناء', 'נמל'].entries()) {
      const { id } = await study(`Plain ${index}`)
      const { slug: old } = await target.payload.findByID({ collection: 'case-studies', id })
      await target.payload.update({
        collection: 'case-studies',
        id,
        data: { slug, _status: 'published' },
        overrideAccess: true,
      })
      const { body } = await lookUp(`/work/${old}`)
      expect(body.to).toBe(`/work/${encodeURIComponent(slug)}`)
      await target.payload.update({
        collection: 'case-studies',
        id,
        data: { slug: `${old}-again`, _status: 'published' },
        overrideAccess: true,
      })
      expect((await lookUp(`/work/${slug}`)).body).toMatchObject({
        from: `/work/${encodeURIComponent(slug)}`,
        to: `/work/${old}-again`,
      })
    }
  })

  it('is not told of a suspended tenant, an unknown one, or another one’s', async () => {
    await redirect('/stranger', '/work', true, target.world.stranger.id)
    expect((await lookUp('/stranger', { of: 'stranger' })).status).toBe(200)
    const unknown = await lookUp('/stranger')
    const nobody = await lookUp('/stranger', { of: 'no-such-tenant' })
    await target.payload.update({
      collection: 'tenants',
      id: target.world.stranger.id,
      data: { status: 'suspended' },
      overrideAccess: true,
    })
    const suspended = await lookUp('/stranger', { of: 'stranger' })
    for (const { body, status } of [unknown, nobody, suspended]) {
      expect({ status, code: body.errors[0].data.code }).toEqual({
        status: 404,
        code: 'redirect_not_found',
      })
    }
  })

  it('is asked for with a tenant and a path', async () => {
    for (const query of [
      '',
      '?tenant=client',
      '?path=/x',
      '?tenant=client&path=x',
      '?tenant[]=client&path=/x',
    ]) {
      const { body, status } = await target.api.call({ path: `/api/redirects/lookup${query}` })
      expect({ query, status, code: body.errors[0].data.code }).toEqual({
        query,
        status: 400,
        code: 'redirect_without_path',
      })
    }
  })
})
