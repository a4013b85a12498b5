// The first user through the admin of an empty installation: its form works for nobody in particular,
// until somebody exists.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { copyTemplate } from '../support/payload.ts'
import { argsFor, callerOf, functionNames, type Caller } from '../support/serverFunctions.ts'
import { startServerOn, type ServerProcess } from '../support/process.ts'
import { PASSWORD } from '../support/tenants.ts'

let server: ServerProcess
let call: Caller['call']
let owner: pg.Client

beforeAll(async () => {
  const databaseUrl = await copyTemplate()
  owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  server = await startServerOn(databaseUrl)
  call = callerOf(server).call
}, 420_000)

afterAll(async () => {
  await owner?.end()
  server?.child.kill('SIGTERM')
  await server?.exit
}, 60_000)

/** What the form sends while it is filled in; see CreateFirstUser of @payloadcms/next. */
const FORM = {
  collectionSlug: 'users',
  docPermissions: { create: true, fields: true, read: true, update: true },
  docPreferences: { fields: {} },
  fallbackLocale: false,
  formState: {
    email: { initialValue: '', valid: true, value: 'first@empty.test' },
    name: { initialValue: '', valid: true, value: 'First' },
  },
  operation: 'create',
  schemaPath: 'users',
  skipValidation: true,
}
const UNKNOWN = '01a2194e-51cb-7270-96f1-7947c7640035'

/** Drawn in the browser, so that the page names no more of it. */
const FORM_COMPONENT = 'CreateFirstUserClient'

const page = (path: string) => fetch(server.url + path, { redirect: 'manual' })
const register = (email: string) =>
  fetch(`${server.url}/api/users/first-register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, name: 'First', password: PASSWORD }),
  })
const users = async (): Promise<{ email: string; operator: boolean }[]> =>
  (await owner.query<{ email: string; operator: boolean }>('select email, operator from users'))
    .rows

describe('while nobody exists', () => {
  it('the page and the form of the first user work', async () => {
    const shown = await page('/admin/create-first-user')
    expect(shown.status).toBe(200)
    expect((await shown.text()).includes(FORM_COMPONENT)).toBe(true)
    const state = await call({ name: 'form-state', args: FORM })
    expect({ status: state.status, text: state.text.slice(0, 200) }).toEqual({
      status: 200,
      text: expect.any(String),
    })
    expect(state.text.includes('first@empty.test')).toBe(true)
  })

  it('no other function does, and no other form', async () => {
    for (const name of [...functionNames(), 'no-such', '__proto__']) {
      const { code, status } = await call({ name, args: argsFor(name, UNKNOWN) })
      expect({ name, status, code }).toEqual({ name, status: 401, code: 'not_signed_in' })
    }
    for (const more of [
      { collectionSlug: 'case-studies', schemaPath: 'case-studies' },
      { schemaPath: 'case-studies' },
      { operation: 'update' },
      { id: UNKNOWN },
      { globalSlug: 'users' },
      { returnLockStatus: true },
      { widgetSlug: 'collections' },
    ]) {
      const { code, status } = await call({ name: 'form-state', args: { ...FORM, ...more } })
      expect({ more, status, code }).toEqual({ more, status: 401, code: 'not_signed_in' })
    }
    expect(await users()).toEqual([])
  })

  it('two who send it at once make one user, who runs the installation', async () => {
    const answers = await Promise.all(['a', 'b'].map((name) => register(`${name}@empty.test`)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { status } of answers.filter((one) => !one.ok)) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    }
    const made = await users()
    expect(made).toEqual([{ email: expect.any(String), operator: true }])
  })
})

describe('once somebody exists', () => {
  it('neither the form nor the endpoint works, and the page leads to the sign-in', async () => {
    const before = await users()
    expect(before).toHaveLength(1)
    const state = await call({ name: 'form-state', args: FORM })
    expect([state.status, state.code]).toEqual([401, 'not_signed_in'])
    const { status } = await register('late@empty.test')
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    const shown = await page('/admin/create-first-user')
    const body = await shown.text()
    // Next redirects with a header, or from within what it has begun to send.
    expect(shown.headers.get('location') ?? /NEXT_REDIRECT;[^"]*/.exec(body)?.[0]).toContain(
      '/admin',
    )
    expect(body.includes(FORM_COMPONENT)).toBe(false)
    expect(await users()).toEqual(before)
  })

  it('the user who was made calls functions like anybody else', async () => {
    const { email } = (await users())[0]!
    const state = await call({ as: email, name: 'form-state', args: { ...FORM, formState: {} } })
    expect(state.status).toBe(200)
  })
})
