// From where a redirect may lead away: not from what answers there itself, in whatever spelling.
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
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

it.each([
  ['/feed.xml', '/sitemap.xml', '/robots.txt', '/contact/send', '/theme.css'],
  ['/contact', '/people/', '/contact/sent', '/de/work', '/en/feed.xml', '/de', 'de/people'],
])('%s and others that every site has are refused at the field', async (...paths) => {
  for (const from of paths) {
    const answer = await redirect(from, '/elsewhere')
    expect({ from, refused: refusals(answer) }).toEqual({
      from,
      refused: [
        expect.objectContaining({
          path: 'from',
          message: expect.stringMatching(/^“\/.+” is there on every site/),
        }),
      ],
    })
  }
})

it('a source where a page is, is refused at the field, in every spelling', async () => {
  const { payload } = target
  const title = 'Straße und Öl'
  const { id, slug } = await createStudy({ payload, tenant, title })
  const shared = await createStudy({ payload, tenant, title: 'By link', visibility: 'unlisted' })
  const create = (collection: 'pages' | 'people', data: object) =>
    payload.create({
      collection,
      data: { tenant, _status: 'published', ...data } as never,
      overrideAccess: true,
    })
  await create('pages', { title: 'Imprint here' })
  await made('/who-we-are', '/about')
  expect(await lookUp('/who-we-are')).toBeNull()
  await create('pages', { title: 'About' })
  expect(await lookUp('/who-we-are')).toBe('/about')
  await create('people', { name: 'Ida Here' })
  const spellings = [
    `/work/${slug}`,
    `/work/${encodeURIComponent(slug)}/`,
    `/de/work/${slug}`,
    `/en/work/${slug}`,
    `/work/x/../${slug}`,
    `/work/${slug}/opengraph.png`,
    `/work/${shared.slug}`,
    '/imprint-here',
    '/de/imprint-here/',
    '/about',
    '/people/ida-here',
  ]
  for (const from of spellings) {
    const answer = await redirect(from, '/elsewhere')
    expect({ from, refused: refusals(answer) }).toEqual({
      from,
      refused: [
        expect.objectContaining({
          path: 'from',
          message: expect.stringMatching(/^There is a page at “\//),
        }),
      ],
    })
  }
  // What nobody meets is no page.
  await target.api.call({
    as,
    method: 'PATCH',
    path: `/api/case-studies/${id}`,
    body: { _status: 'draft' },
  })
  await made(`/work/${slug}`, '/work')
  expect(await lookUp(`/work/${slug}`)).toBe('/work')
})

it('a source to which a page has come since may be led elsewhere all the same', async () => {
  const id = await made('/grown', '/work')
  await target.payload.create({
    collection: 'pages',
    data: { tenant, title: 'Grown', _status: 'published' } as never,
    overrideAccess: true,
  })
  const change = (body: object) =>
    target.api.call({ as, method: 'PATCH', path: `/api/redirects/${id}`, body })
  expect((await change({ to: '/people' })).status).toBe(200)
  expect((await change({ from: '/grown/' })).status).toBe(200)
  expect((await change({ from: '/de/grown' })).status).toBe(400)
})

it('a source of the server itself is refused where the site has a domain', async () => {
  const paths = ['/media/2019/a.pdf', '/api', '/admin/x', '/brand/x', '/preview']
  for (const from of paths) {
    await made(from, '/work')
  }
  const domain = await target.payload.create({
    collection: 'domains',
    data: { tenant, host: 'own.example' } as never,
    overrideAccess: true,
  })
  await target.payload.db.updateOne({
    collection: 'domains',
    id: domain.id,
    data: { status: 'verified' },
  })
  for (const path of paths) {
    const from = `${path}-too`.replace(/^(\/[a-z]+)-too$/, '$1/too')
    const answer = await redirect(from, '/work')
    expect({ from, refused: refusals(answer) }).toEqual({
      from,
      refused: [
        expect.objectContaining({
          path: 'from',
          message: expect.stringContaining('belongs to Vitrine'),
        }),
      ],
    })
  }
  await made('/de/media/a.pdf', '/work')
  await made('/media-library', '/work')
  await target.payload.db.deleteOne({
    collection: 'domains',
    where: { id: { equals: domain.id } },
  })
})

it('the page that the settings name is at /about, and while it is a draft nothing is', async () => {
  const { payload } = target
  const created = { overrideAccess: true, draft: false } as const
  const { docs } = await payload.find({
    collection: 'pages',
    overrideAccess: true,
    where: { and: [{ tenant: { equals: tenant } }, { slug: { equals: 'about' } }] },
  })
  for (const { id } of docs) {
    await payload.delete({ collection: 'pages', id, overrideAccess: true })
  }
  const page = await payload.create({
    ...created,
    collection: 'pages',
    data: { tenant, title: 'Who', _status: 'draft' } as never,
  })
  const settings = { about: page.id, _status: 'published' } as never
  const { docs: known } = await payload.find({
    collection: 'site-settings',
    overrideAccess: true,
    where: { tenant: { equals: tenant } },
  })
  await (known[0]
    ? payload.update({ ...created, collection: 'site-settings', id: known[0].id, data: settings })
    : payload.create({
        ...created,
        collection: 'site-settings',
        data: { tenant, ...(settings as object) } as never,
      }))
  const id = await made('/about', '/contact')
  await payload.delete({ collection: 'redirects', id, overrideAccess: true })
  await payload.update({
    ...created,
    collection: 'pages',
    id: page.id,
    data: { _status: 'published' } as never,
  })
  const answer = await redirect('/about', '/contact')
  expect(refusals(answer)).toEqual([
    expect.objectContaining({ message: expect.stringMatching(/^There is a page at “\/about”/) }),
  ])
})
