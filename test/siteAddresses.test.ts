// Addresses outside ASCII on a domain outside ASCII: in the Location of a redirect, in the feed, in the sitemap. The
// domain is verified through its DNS.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { XMLValidator } from 'fast-xml-parser'
import { startTarget, type Target } from './support/attacks.ts'
import { createStudy } from './support/content.ts'
import { sendAsIs } from './support/sendAsIs.ts'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(() => target?.stop())

const hostOf = new Map([
  ['bücher.example', 'xn--bcher-kva.example'],
  ['例え.jp', 'xn--r8jz45g.jp'],
])

/** Stored as somebody types it, and verified as its DNS says. */
const addDomain = async (tenant: string, typed: string): Promise<void> => {
  const { body, status } = await target.api.call({
    as: 'owner@client.test',
    method: 'POST',
    path: '/api/domains',
    body: { tenant, host: typed },
  })
  expect([status, body.doc?.host]).toEqual([201, hostOf.get(typed)])
  await target.payload.db.updateOne({
    collection: 'domains',
    id: body.doc.id as string,
    data: { status: 'verified', verifiedAt: new Date().toISOString() },
  })
  await target.api.renewSites()
}

const get = (host: string, path: string) =>
  sendAsIs(target.api.url, {
    body: undefined,
    headers: { host: `${host}:${new URL(target.api.url).port}` },
    method: 'GET',
    path,
  })

const ASCII = /^[\u0021-\u007e]+$/

describe.each([...hostOf])('at %s', (typed, host) => {
  beforeAll(async () => {
    const { payload, world } = target
    await payload.db.deleteMany({
      collection: 'domains',
      where: { tenant: { equals: world.client.id } },
    })
    await payload.db.deleteMany({
      collection: 'redirects',
      where: { tenant: { equals: world.client.id } },
    })
    await addDomain(world.client.id, typed)
  })

  it('the Location of a redirect is ASCII, and keeps the query', async () => {
    const { payload, world } = target
    const study = await createStudy({
      payload,
      tenant: world.client.id,
      title: 'Łódź',
      slug: `łódź-${host.length}`,
    })
    const encoded = encodeURIComponent(study.slug)
    for (const [from, to] of [
      ['/köln/straße', `/work/${study.slug}`],
      ['/日本', `https://${typed}/work/${study.slug}#前`],
    ] as const) {
      const made = await target.api.call({
        as: 'editor@client.test',
        method: 'POST',
        path: '/api/redirects',
        body: { tenant: world.client.id, from, to },
      })
      expect(made.status).toBe(201)
      await target.api.renewSites()
      const answer = await get(host, `${encodeURI(from)}?q=%C3%BC`)
      const location = String(answer.headers.location)
      expect({ from, status: answer.status }).toEqual({ from, status: 301 })
      expect(location).toMatch(ASCII)
      expect(location).toContain(`/work/${encoded}?q=%C3%BC`)
      expect(new URL(location, `https://${host}`).hostname).toBe(host)
    }
  })

  it.each(['/feed.xml', '/sitemap.xml'])('%s has URLs of ASCII, of this domain', async (path) => {
    const { payload, world } = target
    const slug = `日本-${host.length}-${path.length}`
    await createStudy({ payload, tenant: world.client.id, title: '日本 & <Łódź>', slug })
    await payload.create({
      collection: 'people',
      data: {
        tenant: world.client.id,
        name: 'Zoë',
        slug: `zoë-${slug}`,
        _status: 'published',
      } as never,
      overrideAccess: true,
    })
    await target.api.renewSites()
    const { headers, status, text } = await get(host, path)
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('xml')])
    expect(XMLValidator.validate(text)).toBe(true)
    const urls = [...text.matchAll(/(?:<(?:loc|link|guid[^>]*)>|href=")([^<"]+)/g)].map(([, url]) =>
      url!.replaceAll('&amp;', '&'),
    )
    expect(urls.length).toBeGreaterThan(3)
    for (const url of urls) {
      expect(url).toMatch(ASCII)
      expect(new URL(url).hostname).toBe(host)
    }
    expect(urls.some((url) => url.endsWith(`/work/${encodeURIComponent(slug)}`))).toBe(true)
  })
})
