// One mailbox is one account, in whatever script and spelling its email is written.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { startApi, type Api } from '../support/http.ts'
import { mailTo } from '../support/mail.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'

let running: TestPayload
let payload: Payload
let api: Api
let world: World

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  api = await startApi({ payload, password: PASSWORD })
})

afterAll(async () => {
  await api?.stop()
  await running.stop()
})

const post = (path: string, body: unknown, as?: string) =>
  api.call({ as, method: 'POST', path, body })

const invite = (email: string) =>
  post('/api/invitations', { email, role: 'editor', tenant: world.client.id }, 'admin@client.test')

const join = async (email: string, name: string) => {
  const { link } = await mailTo(email)
  const answer = await post('/api/invitations/accept', {
    tenant: link.searchParams.get('tenant'),
    token: link.searchParams.get('token'),
    name,
    password: PASSWORD,
  })
  expect({ email, status: answer.status }).toEqual({ email, status: 200 })
}

const signIn = async (email: string): Promise<number> =>
  (await post('/api/users/login', { email, password: PASSWORD })).status

describe('an account', () => {
  it.each([
    [
      'jörg@xn--mller-kva.de',
      ['Jörg@müller.de', 'jo\u0308rg@MÜLLER.de', ' jörg@xn--mller-kva.de '],
    ],
    ['info@xn--e1afmkfd.xn--p1ai', ['info@пример.рф', 'INFO@ПРИМЕР.РФ']],
    ['"ada lovelace"@example.com', ['"Ada Lovelace"@example.com', '"ada\\ lovelace"@example.com']],
  ])('of %s is invited, made, and found by every spelling', async (email, spellings) => {
    const invited = await invite(spellings[0]!)
    expect([invited.status, invited.body.doc?.email]).toEqual([201, email])
    await join(email, 'International')
    for (const spelling of [email, ...spellings]) {
      expect({ spelling, status: await signIn(spelling) }).toEqual({ spelling, status: 200 })
      const again = await invite(spelling)
      expect([again.status, again.body.errors?.[0]?.data?.errors?.[0]?.path]).toEqual([
        400,
        'email',
      ])
    }
    const asked = await post('/api/users/forgot-password', { email: spellings[0] })
    expect(asked.status).toBe(200)
    expect((await mailTo(email)).link.pathname).toContain('/admin/reset/')
  })

  it('takes a new email in any script', async () => {
    const answer = await post(
      '/api/users/change-email',
      { email: '用户@例子.公司', currentPassword: PASSWORD },
      'editor@client.test',
    )
    expect([answer.status, answer.body.email]).toEqual([200, '用户@xn--fsqu00a.xn--55qx5d'])
    expect((await mailTo('用户@xn--fsqu00a.xn--55qx5d')).link.pathname).toBe('/admin/confirm-email')
  })

  it.each([
    'ada',
    'ada@',
    'a b@example.com',
    'ada@example.com, eve@example.com',
    'ada\u0000@b.example',
    'a@b',
  ])('is not made, asked for or changed for what is no email: %j', async (email) => {
    const answers = [
      await invite(email),
      await post(
        '/api/users/change-email',
        { email, currentPassword: PASSWORD },
        'editor@client.test',
      ),
      await post('/api/users', { email, name: 'N', password: PASSWORD }, 'operator@test.test'),
    ]
    for (const { body, status } of answers) {
      const [field] = body.errors?.[0]?.data?.errors ?? []
      expect(status).toBe(400)
      // A null may be refused before anybody looks at the fields.
      expect(field?.path ?? 'email').toBe('email')
    }
  })
})

describe('the email of a site', () => {
  it('may be in any script', async () => {
    const { docs } = await payload.find({
      collection: 'site-settings',
      overrideAccess: true,
      where: { tenant: { equals: world.client.id } },
    })
    const save = (email: string) =>
      api.call({
        as: 'admin@client.test',
        method: 'PATCH',
        path: `/api/site-settings/${docs[0]!.id}`,
        body: { contact: { email }, _status: 'published' },
      })
    const saved = await save(' kontakt@müller.de ')
    expect([saved.status, saved.body.doc?.contact?.email]).toEqual([200, 'kontakt@müller.de'])
    const refused = await save('kontakt@müller')
    expect([refused.status, refused.body.errors?.[0]?.data?.errors?.[0]?.path]).toEqual([
      400,
      'contact.email',
    ])
  })
})
