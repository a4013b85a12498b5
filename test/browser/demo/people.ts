// What visitors and editors do in the demo.
import { describe, expect, it } from '@jest/globals'
import { watchComplaints } from '../../support/browser.ts'
import { eventually } from '../../support/demo.ts'
import { inShort } from '../../support/inShort.ts'
import { contextOf, demo, dns, EMBEDDING, server, WIDE } from './stage.ts'

const VIEWS = [
  '/admin',
  '/admin/collections/case-studies',
  '/admin/collections/media',
  '/admin/collections/site-settings',
  '/admin/collections/case-studies/create',
  '/admin/account',
]

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
    const leads = async (as: string) => {
      const headers = { authorization: `JWT ${await demo.logIn(as)}` }
      const path = '/api/leads?where[email][equals]=rike@example.com'
      const { docs } = await demo.json<{ docs: { name: string }[] }>(path, { headers })
      return docs.map(({ name }) => name)
    }
    await eventually(async () => (await leads('editor@kiln.test')).length > 0)
    expect(await leads('editor@kiln.test')).toEqual(['Rike Sander'])
    expect(await leads('editor@harbor.test')).toEqual([])
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
      const context = await contextOf(email ? { as: email } : {})
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
    const study = (await demo.studiesOf('harbor')).find(({ slug }) => slug === EMBEDDING)!
    const context = await contextOf({ as: 'editor@harbor.test', ...WIDE })
    const page = await context.newPage()
    const complaints = watchComplaints(page)
    await page.goto(`/admin/collections/case-studies/${study.id}`)
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
    const online = await fetch(`${server.url}/harbor/work/${EMBEDDING}`)
    expect(await online.text()).not.toContain('Typed a moment ago')
    expect(complaints).toEqual([])
    await context.close()
  }, 90_000)

  it('opens the admin for each kind of user without a complaint', async () => {
    const people = ['editor@harbor.test', 'owner@northlight.test', 'operator@vitrine.test']
    for (const [turn, email] of people.entries()) {
      const context = await contextOf({ as: email, ...WIDE })
      const page = await context.newPage()
      const complaints = watchComplaints(page)
      for (const path of inShort(VIEWS, turn, people.length)) {
        await page.goto(path, { waitUntil: 'load' })
        await page.locator('h1, .dashboard, .doc-header').first().waitFor({ state: 'attached' })
      }
      await page.waitForTimeout(1_000)
      expect({ email, complaints }).toEqual({ email, complaints: [] })
      await context.close()
    }
  }, 180_000)
})
