// The multi-tenant plugin’s own e2e.spec.ts, second half: the tenant selector, and globals, which
// are one document of site settings for each tenant here. What the browser does with the options is
// the plugin’s; which options there are, and where one is led, is asked here.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { User } from '../../payload-types.ts'
import { findSettings } from '../../src/admin/views/queries/findSettings.ts'
import { startTarget, type Target } from '../support/attacks.ts'
import { adminReq, fieldOf, listFilter } from '../support/attacksAdmin.ts'
import { PASSWORD } from '../support/tenants.ts'

let target: Target
let asked: Headers
const redirected: string[] = []

// Next’s own answer to both exists only while it renders.
jest.unstable_mockModule('next/headers', () => ({ headers: () => Promise.resolve(asked) }))
jest.unstable_mockModule('next/navigation', () => ({
  redirect: (to: string) => {
    redirected.push(to)
  },
}))

beforeAll(async () => {
  target = await startTarget()
  await target.payload.create({
    collection: 'users',
    data: { email: 'notenants@test.test', name: 'No tenants', password: PASSWORD },
  })
})

afterAll(async () => {
  await target?.stop()
})

type Option = { label: string; value: string }

const populate = (as: string | undefined, cookie = '') =>
  target.api.call({
    as,
    path: '/api/tenants/populate-tenant-options',
    headers: cookie ? { cookie } : {},
  })

const optionsOf = async (as: string): Promise<string[]> => {
  const { body } = await populate(as)
  const { tenantOptions } = (typeof body === 'string' ? JSON.parse(body) : body) as {
    tenantOptions: Option[]
  }
  return tenantOptions.map(({ label }) => label).sort()
}

const changeStranger = async (data: { name?: string; status?: 'active' | 'suspended' }) => {
  await target.payload.update({ collection: 'tenants', id: target.world.stranger.id, data })
}

describe('plugin-multi-tenant e2e.spec.ts › Tenant selector', () => {
  it('should populate the tenant selector on login', async () => {
    expect((await populate(undefined)).status).toBe(401)
    expect(await optionsOf('editor@client.test')).toEqual(['Client'])
  })

  it('should populate it for a user with one tenant after another one logged out', async () => {
    expect(await optionsOf('operator@test.test')).toHaveLength(3)
    await target.api.call({ as: 'operator@test.test', method: 'POST', path: '/api/users/logout' })
    expect(await optionsOf('viewer@stranger.test')).toEqual(['Stranger'])
    // What the last user selected stays in the browser; it neither chooses nor opens anything.
    const { status } = await target.api.call({
      as: 'viewer@stranger.test',
      path: `/api/case-studies/${target.draft.id}?draft=true`,
      headers: { cookie: `payload-tenant=${target.world.client.id}` },
    })
    expect(status).toBe(404)
  })

  it('should show all tenants to a user with access to all of them', async () => {
    const operator = await target.world.operator()
    const { token } = await target.payload.login({
      collection: 'users',
      data: { email: operator.email, password: PASSWORD },
    })
    const { body } = await target.api.call({
      path: '/api/tenants/populate-tenant-options',
      headers: { authorization: `JWT ${token}` },
    })
    const { tenantOptions } = (typeof body === 'string' ? JSON.parse(body) : body) as {
      tenantOptions: Option[]
    }
    expect(tenantOptions.map(({ label }) => label).sort()).toEqual(['Agency', 'Client', 'Stranger'])
  })

  it('should show only assigned tenants, agency reach included', async () => {
    expect(await optionsOf('viewer@agency.test')).toEqual(['Agency', 'Client'])
    expect(await optionsOf('owner@client.test')).toEqual(['Client'])
  })

  it('should not answer Forbidden to a user without tenants', async () => {
    const answer = await populate('notenants@test.test')
    expect(answer.status).toBe(200)
    expect(await optionsOf('notenants@test.test')).toEqual([])
  })

  it('should not show public tenants to users with assigned tenants', async () => {
    const anybody = await target.api.call({ path: `/api/tenants/${target.world.stranger.id}` })
    expect(anybody.status).toBe(200)
    expect(await optionsOf('editor@client.test')).not.toContain('Stranger')
  })

  it('should update the selector when a tenant is renamed', async () => {
    await changeStranger({ name: 'Renamed' })
    expect(await optionsOf('owner@stranger.test')).toEqual(['Renamed'])
    await changeStranger({ name: 'Stranger' })
    expect(await optionsOf('owner@stranger.test')).toEqual(['Stranger'])
  })

  it('should add a tenant to the selector when it is created', async () => {
    const created = await target.api.call({
      as: 'admin@agency.test',
      method: 'POST',
      path: '/api/tenants',
      body: {
        name: 'New client',
        slug: 'new-client',
        kind: 'client',
        status: 'active',
        locales: ['en'],
        defaultLocale: 'en',
        visibility: 'public',
      },
    })
    expect(created.status).toBe(201)
    expect(await optionsOf('admin@agency.test')).toEqual(['Agency', 'Client', 'New client'])
    expect(await optionsOf('admin@client.test')).toEqual(['Client'])
  })

  const unselected = async (collection: 'case-studies' | 'services') => {
    const user = await target.world.user('editor', 'agency')
    const narrowed = await listFilter({
      payload: target.payload,
      user,
      collection,
      selected: target.world.client.id,
    })
    expect(narrowed).toEqual({ and: [{ tenant: { in: [target.world.client.id] } }] })
    const cleared = await listFilter({ payload: target.payload, user, collection })
    const own = [target.world.agency.id, target.world.client.id]
    expect(cleared).toEqual({ and: [{ tenant: { in: expect.arrayContaining(own) } }] })
  }

  it('should allow clearing the tenant from the dashboard', async () => {
    // The dashboard lists studies; without a tenant, those of all of one’s own.
    await unselected('case-studies')
  })

  it('should allow clearing the tenant from a list', async () => {
    await unselected('services')
  })

  it('should respect the read access of tenants', async () => {
    await changeStranger({ status: 'suspended' })
    expect(await optionsOf('editor@stranger.test')).toEqual([])
    await changeStranger({ status: 'active' })
    expect(await optionsOf('editor@stranger.test')).toEqual(['Stranger'])
  })

  it('should populate after login whatever providers stand around it', async () => {
    // The options come from the session alone, so nothing of the page can keep them away.
    const login = await target.api.call({
      method: 'POST',
      path: '/api/users/login',
      body: { email: 'reviewer@client.test', password: PASSWORD },
    })
    const { body } = await target.api.call({
      path: '/api/tenants/populate-tenant-options',
      headers: { authorization: `JWT ${login.body.token as string}` },
    })
    expect(JSON.stringify(body)).toContain('Client')
  })
})

describe('plugin-multi-tenant e2e.spec.ts › Globals', () => {
  const settingsOf = async (user: User & { collection: 'users' }, selected: string | null) =>
    (await findSettings({ payload: target.payload, selected, user })).map(
      ({ tenantId }) => tenantId,
    )

  it('should go from the list view to the document', async () => {
    const { agency, client } = target.world
    const user = await target.world.user('admin', 'agency')
    // One entry leads straight there; several are offered.
    expect(await settingsOf(user, client.id)).toEqual([client.id])
    expect(await settingsOf(user, null)).toEqual(expect.arrayContaining([agency.id, client.id]))
    expect(await settingsOf(await target.world.user('admin', 'client'), null)).toEqual([client.id])
    expect(await settingsOf(user, target.world.stranger.id)).toEqual([])
  })

  it('should go from the create view to the document: a tenant has one', async () => {
    for (const query of ['', '?draft=true']) {
      const second = await target.api.call({
        as: 'admin@client.test',
        method: 'POST',
        path: `/api/site-settings${query}`,
        body: { tenant: target.world.client.id },
      })
      expect(second.status).toBe(409)
      expect(second.body.errors[0].data.code).toBe('settings_exist')
    }
  })

  it('should leave what is unsaved alone when the tenant is switched', async () => {
    const { agency, client } = target.world
    const user = await target.world.user('admin', 'agency')
    const [first] = await findSettings({ payload: target.payload, selected: client.id, user })
    const [second] = await findSettings({ payload: target.payload, selected: agency.id, user })
    expect(first?.id).not.toBe(second?.id)
    const changed = await target.api.call({
      as: 'admin@agency.test',
      method: 'PATCH',
      path: `/api/site-settings/${first!.id}?draft=true`,
      headers: { cookie: `payload-tenant=${agency.id}` },
      body: { tagline: 'Of the client' },
    })
    expect(changed.body.doc.tenant.id).toBe(client.id)
    const other = await target.payload.findByID({
      collection: 'site-settings',
      id: second!.id,
      draft: true,
    })
    expect(other.tagline ?? null).toBeNull()
  })

  const open = async (as: 'agency' | 'client', selected: string | null, slug = 'case-studies') => {
    const { requireTenant } = await import('../../src/admin/views/requireTenant.ts')
    const { token } = await target.payload.login({
      collection: 'users',
      data: { email: `editor@${as}.test`, password: PASSWORD },
    })
    asked = new Headers({
      authorization: `JWT ${token}`,
      ...(selected ? { cookie: `payload-tenant=${selected}` } : {}),
    })
    redirected.length = 0
    await requireTenant({ segments: ['collections', slug, 'create'] })
    return redirected.at(-1) ?? null
  }

  it('should not navigate to an autosaved document before its tenant is decided', async () => {
    const { client, stranger } = target.world
    expect(await open('agency', null)).toBe('/admin/choose-tenant?for=case-studies')
    expect(await open('agency', stranger.id, 'pages')).toBe('/admin/choose-tenant?for=pages')
    expect(await open('agency', client.id)).toBeNull()
    expect(await open('client', null)).toBeNull()
    // What is not saved by itself asks for its tenant in the form.
    expect(await open('agency', null, 'services')).toBeNull()
    const { defaultValue } = fieldOf({
      payload: target.payload,
      collection: 'services',
      name: 'tenant',
    }) as { defaultValue: (args: unknown) => Promise<unknown> }
    const user = await target.world.user('editor', 'agency')
    const defaultOf = async (selected?: string) =>
      defaultValue({
        req: await adminReq({ payload: target.payload, user, ...(selected ? { selected } : {}) }),
      })
    expect(await defaultOf(client.id)).toBe(client.id)
    expect(await defaultOf('0193b9f0-0000-7000-8000-000000000000')).toBeNull()
    expect(await defaultOf()).toBeNull()
  })
})
