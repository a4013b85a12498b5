// The demo as a stranger meets it, in a real browser against the production server: every public
// page, the contact form, a protected study, the preview, the admin.
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext } from 'playwright-core'
import { axeFindings, launchBrowser, overflow, watchComplaints } from '../support/browser.ts'
import {
  freePort,
  launch,
  makeDataDir,
  untilReady,
  type ServerProcess,
} from '../support/process.ts'
import { demoOf, eventually, type Demo } from '../support/demo.ts'
import { startNameServer, type NameServer } from '../support/dns.ts'
import { inShort } from '../support/inShort.ts'
import { measure } from '../support/lighthouse.ts'

const dataDir = makeDataDir()
let server: ServerProcess
let browser: Browser
let demo: Demo
let dns: NameServer

beforeAll(async () => {
  dns = await startNameServer()
  server = launch({
    env: { DATA_DIR: dataDir, DEMO: '1', DNS_SERVERS: dns.address },
    port: await freePort(),
  })
  demo = demoOf(server)
  browser = await launchBrowser()
  await untilReady(server, 400_000)
}, 420_000)

afterAll(async () => {
  await browser?.close()
  server.child.kill('SIGTERM')
  await server.exit
  await dns.stop()
  rmSync(dataDir, { force: true, recursive: true })
}, 60_000)

type Options = Parameters<Browser['newContext']>[0]

const contextOf = (options: Options = {}): Promise<BrowserContext> =>
  browser.newContext({ baseURL: server.url, ...options })

const signIn = async (context: BrowserContext, email: string): Promise<void> =>
  context.addCookies([{ name: 'payload-token', value: await demo.logIn(email), url: server.url }])

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

  it('has nothing that axe finds, no complaint and no sideways scroll, in light and dark, wide and narrow', async () => {
    const paths = await pathsOf()
    expect(paths.length).toBeGreaterThan(40)
    const wrong: unknown[] = []
    for (const [index, options] of [
      { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
      { colorScheme: 'dark', viewport: { width: 360, height: 780 } },
    ].entries()) {
      const context = await contextOf({ ...options, reducedMotion: 'reduce' } as Options)
      const page = await context.newPage()
      const complaints = watchComplaints(page)
      // In short each page once, every other one of them in light.
      for (const path of inShort(paths, index, 2)) {
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
  it('scores 100 in accessibility, best practices and SEO with Lighthouse, on a home and a study', async () => {
    const [study] = await demo.studiesOf('harbor')
    for (const path of ['/harbor', `/harbor/work/${study!.slug}`]) {
      const { performance: _, ...scores } = await measure({ url: server.url + path })
      expect({ path, ...scores }).toEqual({
        path,
        accessibility: 100,
        'best-practices': 100,
        seo: 100,
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

describe('what visitors and editors do', () => {
  it('stores a message from the contact form as a lead of that tenant', async () => {
    const page = await (await contextOf()).newPage()
    await page.goto('/kiln/contact')
    await page.locator('input[name=name]').fill('Rike Sander')
    await page.locator('input[name=email]').fill('rike@example.com')
    await page
      .locator('textarea[name=message]')
      .fill('We have a wall of eleven metres and would like to talk about it.')
    // A form that is sent within a moment is taken for a robot’s.
    await page.waitForTimeout(4_000)
    await page.locator('form button[type=submit]').click()
    await page.waitForLoadState()
    const headers = { authorization: `JWT ${await demo.logIn('editor@kiln.test')}` }
    const { docs } = await demo.json<{ docs: { name: string }[] }>(
      '/api/leads?where[email][equals]=rike@example.com',
      { headers },
    )
    expect(docs.map(({ name }) => name)).toEqual(['Rike Sander'])
    const other = { authorization: `JWT ${await demo.logIn('editor@harbor.test')}` }
    expect(
      (
        await demo.json<{ docs: unknown[] }>('/api/leads?where[email][equals]=rike@example.com', {
          headers: other,
        })
      ).docs,
    ).toEqual([])
    await page.context().close()
  }, 60_000)

  it('shows a published change on the page, and not before', async () => {
    const [study] = (await demo.studiesOf('kiln')).filter(({ tenant }) => tenant.slug === 'kiln')
    const headers = {
      authorization: `JWT ${await demo.logIn('editor@kiln.test')}`,
      'content-type': 'application/json',
    }
    const text = async () => (await fetch(`${server.url}/kiln/work/${study!.slug}`)).text()
    const patch = (query: string, body: object) =>
      fetch(`${server.url}/api/case-studies/${study!.id}${query}`, {
        method: 'PATCH',
        headers,
        body: JSON.stringify(body),
      })
    await text()
    await patch('?draft=true', { title: 'Only a draft so far' })
    expect(await text()).not.toContain('Only a draft so far')
    await patch('', { title: 'Now for everybody', _status: 'published' })
    await expect(
      eventually(async () => (await text()).includes('Now for everybody')),
    ).resolves.toBe(true)
  })

  it('serves a tenant on its own domain once DNS proves it, and nothing on an unknown one', async () => {
    const headers = {
      authorization: `JWT ${await demo.logIn('owner@northlight.test')}`,
      'content-type': 'application/json',
    }
    const host = 'work.harbor.test'
    const [study] = await demo.studiesOf('harbor')
    const { doc } = await demo.json<{ doc: { id: string; token: string } }>('/api/domains', {
      method: 'POST',
      headers,
      body: JSON.stringify({ host, tenant: study!.tenant.id }),
    })
    const verify = () =>
      fetch(`${server.url}/api/domains/${doc.id}/verify`, { method: 'POST', headers })
    expect((await verify()).status).toBe(422)
    expect((await demo.get('/', host)).status).toBe(421)
    dns.setTxt(`_vitrine.${host}`, [doc.token])
    expect((await verify()).status).toBe(200)
    const page = await eventually(async () => {
      const answer = await demo.get(`/work/${study!.slug}`, host)
      return answer.status === 200 ? answer : false
    })
    expect(page).toMatchObject({ status: 200 })
    expect((page as { body: string }).body).toContain('href="/work"')
    expect((page as { body: string }).body).not.toContain('href="/harbor')
    // The canonical address, for which the page's own cache has to hear of the domain.
    await expect(
      eventually(async () =>
        (await demo.get(`/work/${study!.slug}`, host)).body.includes(`//${host}`),
      ),
    ).resolves.toBe(true)
    expect((await demo.get('/', 'unknown.example')).status).toBe(421)
  })

  it('keeps the preview for the tenant’s own people', async () => {
    const [draft] = (await demo.studiesOf('harbor', 'editor@harbor.test')).filter(
      ({ visibility, tenant }) => visibility === 'private' && tenant.slug === 'harbor',
    )
    const path = `/preview/case-studies/${draft!.id}?locale=en`
    const open = async (email?: string) => {
      const context = await contextOf()
      if (email) {
        await signIn(context, email)
      }
      const page = await context.newPage()
      await page.goto(path)
      const text = (await page.locator('body').textContent()) ?? ''
      await context.close()
      return text.includes(draft!.title)
    }
    expect(await open()).toBe(false)
    expect(await open('owner@atlas.test')).toBe(false)
    expect(await open('viewer@harbor.test')).toBe(true)
  }, 60_000)

  it('shows in the live preview what is typed, before anything is saved', async () => {
    const [study] = (await demo.studiesOf('atlas')).filter(({ tenant }) => tenant.slug === 'atlas')
    const context = await contextOf({ viewport: { width: 1600, height: 1000 } })
    await signIn(context, 'editor@atlas.test')
    const page = await context.newPage()
    await page.goto(`/admin/collections/case-studies/${study!.id}`)
    const preview = page.frameLocator('iframe[src*="/preview/"]')
    // A click before the page is interactive does nothing, as with any page.
    await eventually(async () => {
      await page.locator('#live-preview-toggler').click()
      return page
        .locator('iframe[src*="/preview/"]')
        .waitFor({ state: 'attached', timeout: 3_000 })
        .then(() => true)
        .catch(() => false)
    })
    await preview.locator('h1').first().waitFor()
    await page.locator('#field-title').fill('Typed a moment ago')
    await preview.getByRole('heading', { name: 'Typed a moment ago' }).first().waitFor()
    const online = await fetch(`${server.url}/atlas/work/${study!.slug}`)
    expect(await online.text()).not.toContain('Typed a moment ago')
    await context.close()
  }, 90_000)

  it('opens the admin for each kind of user without a complaint', async () => {
    for (const email of ['editor@harbor.test', 'owner@northlight.test', 'operator@vitrine.test']) {
      const context = await contextOf({ viewport: { width: 1440, height: 900 } })
      await signIn(context, email)
      const page = await context.newPage()
      const complaints = watchComplaints(page)
      for (const path of [
        '/admin',
        '/admin/collections/case-studies',
        '/admin/collections/media',
        '/admin/collections/site-settings',
        '/admin/collections/case-studies/create',
      ]) {
        await page.goto(path, { waitUntil: 'load' })
        await page.locator('h1, .dashboard, .doc-header').first().waitFor({ state: 'attached' })
      }
      await page.waitForTimeout(1_000)
      expect({ email, complaints }).toEqual({ email, complaints: [] })
      await context.close()
    }
  }, 180_000)
})
