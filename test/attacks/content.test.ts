// What authors write is shown to others: it must not run, in the admin or on a site.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { safeHref } from '../../src/site/present/context.ts'
import { serializeJsonLd } from '../../src/site/jsonLd.ts'
import { isRefused, startTarget, type Target } from '../support/attacks.ts'

let target: Target

const AS = 'owner@client.test'

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

const MARKUP = '"><img src=x onerror=alert(1)><script>alert(1)</script>'

const ADDRESSES = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://x/y',
]

describe('stored content', () => {
  it('CVE-2026-34748 (GHSA-mmxc-95ch-2j7c): markup in a name is data in every answer, never a page', async () => {
    const user = await target.world.user('owner', 'client')
    await target.api.call({
      as: AS,
      method: 'PATCH',
      path: `/api/users/${user.id}`,
      body: { name: MARKUP },
    })
    await target.api.call({
      as: AS,
      method: 'PATCH',
      path: `/api/case-studies/${target.online.id}`,
      body: { title: MARKUP, _status: 'published' },
    })
    for (const path of [
      `/api/users/${user.id}`,
      `/api/case-studies/${target.online.id}`,
      `/api/${encodeURIComponent(MARKUP)}`,
      `/api/case-studies?where[${encodeURIComponent(MARKUP)}][equals]=1`,
      `/api/case-studies/${encodeURIComponent(MARKUP)}`,
    ]) {
      const { headers } = await target.api.call({ as: AS, path })
      expect(headers.get('content-type')).toMatch(/json/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
    const stored = await target.payload.findByID({
      collection: 'case-studies',
      id: target.online.id,
    })
    // As it was typed: escaping belongs to whoever shows it.
    expect(stored.title).toBe(MARKUP)
    expect(stored.slug).toMatch(/^[\p{L}\p{N}-]+$/u)
  })

  it('no address that runs is stored where a site shows it', async () => {
    const tenant = target.world.client.id
    for (const url of ADDRESSES) {
      const attempts = [
        ['people', { tenant, name: 'P', links: [{ label: 'L', url }], _status: 'published' }],
        ['redirects', { tenant, from: '/x', to: url }],
      ] as const
      for (const [collection, body] of attempts) {
        const answer = await target.api.call({
          as: AS,
          method: 'POST',
          path: `/api/${collection}`,
          body,
        })
        expect({ collection, url, refused: isRefused(answer) }).toEqual({
          collection,
          url,
          refused: true,
        })
      }
      const study = await target.api.call({
        as: AS,
        method: 'PATCH',
        path: `/api/case-studies/${target.online.id}`,
        body: { credits: [{ name: 'N', url }], seo: { canonical: url }, _status: 'published' },
      })
      expect({ url, refused: isRefused(study) }).toEqual({ url, refused: true })
    }
    const fine = await target.api.call({
      as: AS,
      method: 'POST',
      path: '/api/people',
      body: { tenant, name: 'P', links: [{ label: 'L', url: 'https://example.com/' }] },
    })
    expect(fine.status).toBe(201)
  })

  it('a link in a text that would run is no link on the site, however it was stored', () => {
    for (const url of [...ADDRESSES, '//evil.test/x']) {
      expect({ url, href: safeHref(url) }).toEqual({ url, href: null })
    }
    for (const url of ['https://example.com/', '/work', '#top', 'mailto:a@b.test']) {
      expect(safeHref(url)).toBe(url)
    }
  })

  it('structured data does not end the element that it stands in', () => {
    const text = serializeJsonLd([{ name: `</script>${MARKUP}<!--`, '@type': 'Article' }])
    expect(text).not.toMatch(/<\/script|<!--|<img/i)
    expect(JSON.parse(text)).toBeTruthy()
  })

  it('Strapi CVE-2023-22621: a text that looks like a template is only a text', async () => {
    for (const title of [
      '{{7*7}}',
      '${7*7}',
      '<%= 7*7 %>',
      '#{7*7}',
      '{{constructor.constructor("return process")()}}',
    ]) {
      const answer = await target.api.call({
        as: AS,
        method: 'PATCH',
        path: `/api/case-studies/${target.online.id}`,
        body: { title },
      })
      expect(answer.body.doc.title).toBe(title)
    }
  })

  it('a slug holds neither markup, nor a path, nor a name that the site uses itself', async () => {
    for (const slug of ['../admin', 'a/b', '<b>', 'a b', 'A', '%2e%2e', '-a', '']) {
      const { body, status } = await target.api.call({
        as: AS,
        method: 'POST',
        path: '/api/services',
        body: {
          tenant: target.world.client.id,
          name: `Slug ${slug.length}`,
          slug,
          _status: 'published',
        },
      })
      const stored = (body.doc as { slug?: string } | undefined)?.slug ?? 'refused'
      expect({ slug, status: status < 500, stored }).toEqual({
        slug,
        status: true,
        stored: expect.stringMatching(/^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u),
      })
    }
    for (const slug of ['api', 'admin', 'sites', '_next', 'preview']) {
      const answer = await target.api.call({
        as: 'operator@test.test',
        method: 'POST',
        path: '/api/tenants',
        body: { name: 'X', slug, kind: 'agency', locales: ['en'], defaultLocale: 'en' },
      })
      expect({ slug, refused: isRefused(answer) }).toEqual({ slug, refused: true })
    }
  })
})
