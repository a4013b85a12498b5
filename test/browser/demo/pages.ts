// What visitors see: every page of the demo, and what is not for everybody.
import { describe, expect, it } from '@jest/globals'
import type { BrowserContextOptions } from 'playwright-core'
import { axeFindings, overflow, watchComplaints } from '../../support/browser.ts'
import { inShort, IS_FULL } from '../../support/inShort.ts'
import { measure } from '../../support/lighthouse.ts'
import { contextOf, demo, server } from './stage.ts'

describe('the demo', () => {
  it('has every tenant, and studies of every visibility', async () => {
    for (const [tenant, least] of Object.entries({
      harbor: 6,
      kiln: 6,
      atlas: 6,
      northlight: 1,
      meridian: 1,
    })) {
      expect({ tenant, status: (await fetch(`${server.url}/${tenant}`)).status }).toEqual({
        tenant,
        status: 200,
      })
      expect((await demo.studiesOf(tenant)).length).toBeGreaterThanOrEqual(least)
      const all = await demo.studiesOf(tenant, `viewer@${tenant}.test`)
      const own = all.filter((study) => study.tenant.slug === tenant)
      const visibilities = new Set(own.map(({ visibility }) => visibility))
      expect([...visibilities].sort()).toEqual(['password', 'private', 'public', 'unlisted'])
    }
  })
})

it('asks a stranger at the admin to sign in, and offers nobody to become the first user', async () => {
  const page = await (await contextOf()).newPage()
  for (const path of ['/admin', '/admin/create-first-user']) {
    await page.goto(path)
    await page.waitForURL(/\/admin\/login/)
  }
})

describe('every public page', () => {
  const pathsOf = async (): Promise<string[]> => {
    const paths = ['/']
    for (const tenant of ['harbor', 'kiln', 'atlas', 'northlight', 'meridian']) {
      const people = await demo.json<{ docs: { slug: string }[] }>(
        `/api/people?where[tenant.slug][equals]=${tenant}&limit=1`,
      )
      const studies = await demo.studiesOf(tenant)
      paths.push(
        `/${tenant}`,
        `/${tenant}/work`,
        `/${tenant}/people`,
        `/${tenant}/about`,
        `/${tenant}/contact`,
      )
      paths.push(...people.docs.map(({ slug }) => `/${tenant}/people/${slug}`))
      paths.push(...studies.map(({ slug }) => `/${tenant}/work/${slug}`))
    }
    return [...paths, '/harbor/de', '/kiln/de/work', '/atlas/de/contact']
  }

  /** In another language too; the last of each, so that several tenants are among them. */
  const oneOfEachKind = (paths: string[]): string[] => [
    ...new Map(paths.map((path) => [kindOf(path), path])).values(),
  ]
  const kindOf = (path: string): string =>
    path
      .replace(/^\/[a-z]+/, '/tenant')
      .replace(/\/de(\/.*)?$/, '/de')
      .replace(/\/(work|people)\/.+/, '/$1/one')

  it('has nothing that axe finds, no complaint and no sideways scroll, in light and dark, wide and narrow', async () => {
    const paths = await pathsOf()
    expect(paths.length).toBeGreaterThan(40)
    const wrong: unknown[] = []
    const windows: BrowserContextOptions[] = [
      { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
      { colorScheme: 'dark', viewport: { width: 360, height: 780 } },
    ]
    for (const [index, options] of windows.entries()) {
      const context = await contextOf({
        ...options,
        // Without AVIF, which takes ten times as long to draw.
        extraHTTPHeaders: { accept: 'text/html,image/webp,*/*;q=0.8' },
        reducedMotion: 'reduce',
      })
      const page = await context.newPage()
      const complaints = watchComplaints(page)
      for (const path of IS_FULL ? paths : inShort(oneOfEachKind(paths), index, windows.length)) {
        complaints.length = 0
        const response = await page.goto(path, { waitUntil: 'load' })
        const findings = await axeFindings(page)
        const sideways = await overflow(page)
        const status = response?.status()
        if (status !== 200 || findings.length + sideways + complaints.length > 0) {
          wrong.push({ path, index, status, findings, sideways, complaints: [...complaints] })
        }
      }
      await context.close()
    }
    expect(wrong).toEqual([])
  }, 600_000)

  it('answers an unknown address with the tenant’s own 404 and a way back', async () => {
    const page = await (await contextOf()).newPage()
    const response = await page.goto('/harbor/work/no-such-study')
    expect(response?.status()).toBe(404)
    expect(await page.locator('a[href="/harbor"], a[href="/harbor/work"]').count()).toBeGreaterThan(
      0,
    )
    expect(await axeFindings(page)).toEqual([])
    await page.context().close()
  })

  // Performance is measured by `npm run bench -- lighthouse`: it depends on the machine.
  it('scores 100 in accessibility, best practices and SEO with Lighthouse, a study and a home', async () => {
    const [study] = await demo.studiesOf('harbor')
    for (const path of inShort([`/harbor/work/${study!.slug}`, '/harbor'], 0, 2)) {
      const scores = await measure({
        categories: ['accessibility', 'best-practices', 'seo'],
        url: server.url + path,
      })
      expect({ path, scores }).toEqual({
        path,
        scores: { accessibility: 100, 'best-practices': 100, seo: 100 },
      })
    }
  }, 300_000)
})

describe('what is not for everybody', () => {
  it('hides a private study, does not index an unlisted one, and asks for a password', async () => {
    const all = (await demo.studiesOf('harbor', 'viewer@harbor.test')).filter(
      ({ tenant }) => tenant.slug === 'harbor',
    )
    const one = (visibility: string) => all.find((study) => study.visibility === visibility)!
    expect((await fetch(`${server.url}/harbor/work/${one('private').slug}`)).status).toBe(404)
    const unlisted = await fetch(`${server.url}/harbor/work/${one('unlisted').slug}`)
    expect(unlisted.status).toBe(200)
    expect(await unlisted.text()).toMatch(/<meta name="robots" content="noindex/)
    expect(await (await fetch(`${server.url}/harbor/work`)).text()).not.toContain(
      one('unlisted').slug,
    )
    expect(await (await fetch(`${server.url}/harbor/sitemap.xml`)).text()).not.toContain(
      one('unlisted').slug,
    )

    const locked = one('password')
    const page = await (await contextOf()).newPage()
    await page.goto(`/harbor/work/${locked.slug}`)
    expect(await axeFindings(page)).toEqual([])
    await page.locator('input[type=password]').fill('not the password')
    const [refused] = await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    expect(refused?.status()).toBe(401)
    expect(await page.locator('input[type=password]').count()).toBe(1)
    await page.locator('input[type=password]').fill('vitrine-demo')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    expect(new URL(page.url()).pathname).toBe(`/harbor/work/${locked.slug}`)
    expect(await page.locator('h1').first().textContent()).toContain(locked.title)
    await page.context().close()
  })
})
