// Every credential of an account × every event that recovers it: afterwards none of them opens it, and
// the session that made the change goes on with a new token.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTarget, type Answer, type Target } from '../support/attacks.ts'
import {
  arm,
  codeOf,
  linksThatWork,
  tokened,
  whoIs,
  type Armed,
  type Credential,
} from '../support/identity.ts'
import { mailTo } from '../support/mail.ts'
import { PASSWORD } from '../support/tenants.ts'

let target: Target

const NEW_PASSWORD = 'a-much-better-password'

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

type Event = {
  name: string
  isUnverified?: boolean
  /** @returns the answer, and the token that goes on; `null` where no session does. */
  run: (armed: Armed) => Promise<{ answer: Answer; token: string | null }>
  /** The event uses a link of the account up, instead of ending it. */
  email?: (armed: Armed) => string
}

const call = (armed: Armed, method: string, path: string, body: unknown) =>
  target.api.call({ method, path, body, headers: tokened(armed.acting) })

const changed = { password: NEW_PASSWORD, currentPassword: PASSWORD }

const cookieToken = ({ headers }: Answer): string | null =>
  /payload-token=([^;]+)/.exec(headers.getSetCookie().join('\n'))?.[1] ?? null

const events: Event[] = [
  {
    name: 'a reset through the mailed link',
    run: async ({ resetToken }) => {
      const answer = await target.api.call({
        method: 'POST',
        path: '/api/users/reset-password',
        body: { token: resetToken, password: NEW_PASSWORD },
      })
      return { answer, token: answer.body.token as string }
    },
  },
  {
    name: 'a reset through GraphQL',
    run: async ({ resetToken }) => {
      const answer = await target.graphql({
        query: `mutation { resetPasswordUser(token: "${resetToken}", password: "${NEW_PASSWORD}") { token } }`,
      })
      return { answer, token: answer.body.data.resetPasswordUser.token as string }
    },
  },
  {
    name: 'a password changed at its endpoint',
    run: async (armed) => {
      const answer = await call(armed, 'POST', '/api/users/change-password', changed)
      return { answer, token: answer.body.token as string }
    },
  },
  {
    name: 'a password changed by PATCH',
    run: async (armed) => {
      const answer = await call(armed, 'PATCH', `/api/users/${armed.id}`, changed)
      return { answer, token: answer.body.doc.token as string }
    },
  },
  {
    name: 'a password changed by a bulk PATCH',
    run: async (armed) => {
      const path = `/api/users?where[id][equals]=${armed.id}`
      const answer = await call(armed, 'PATCH', path, changed)
      return { answer, token: answer.body.docs[0].token as string }
    },
  },
  {
    name: 'a password changed in the admin’s form',
    run: async (armed) => {
      const form = new FormData()
      form.set('_payload', JSON.stringify({ ...changed, email: armed.email, name: 'Form' }))
      const answer = await target.send(`/api/users/${armed.id}?depth=0`, {
        method: 'PATCH',
        headers: { cookie: `payload-token=${armed.acting}`, 'x-requested-with': 'x' },
        body: await encoded(form),
      })
      return { answer, token: answer.body.doc.token as string }
    },
  },
  {
    name: 'a password changed by GraphQL',
    run: async (armed) => {
      const answer = await target.api.call({
        method: 'POST',
        path: '/api/graphql',
        headers: tokened(armed.acting),
        body: {
          query: `mutation { updateUser(id: "${armed.id}", data: { password: "${NEW_PASSWORD}", currentPassword: "${PASSWORD}" }) { token } }`,
        },
      })
      return { answer, token: answer.body.data.updateUser.token as string }
    },
  },
  {
    name: 'a password changed by an operator',
    run: async (armed) => {
      const answer = await target.api.call({
        as: 'operator@test.test',
        method: 'PATCH',
        path: `/api/users/${armed.id}`,
        body: changed,
      })
      return { answer, token: null }
    },
  },
  {
    name: 'an email confirmed where its account is signed in',
    email: ({ newEmail }) => newEmail,
    run: async (armed) => {
      const body = { token: armed.emailToken }
      const answer = await call(armed, 'POST', '/api/users/confirm-email', body)
      return { answer, token: answer.body.token as string }
    },
  },
  {
    name: 'an email confirmed in another browser',
    email: ({ newEmail }) => newEmail,
    run: async ({ emailToken }) => {
      const body = { token: emailToken }
      const path = '/api/users/confirm-email'
      return { answer: await target.api.call({ method: 'POST', path, body }), token: null }
    },
  },
  {
    name: 'signing out everywhere',
    run: async (armed) => {
      const answer = await call(armed, 'POST', '/api/users/sign-out-everywhere', {})
      return { answer, token: answer.body.token as string }
    },
  },
  {
    name: 'logging out of all sessions',
    run: async (armed) => ({
      answer: await call(armed, 'POST', '/api/users/logout?allSessions=true', {}),
      token: null,
    }),
  },
  {
    name: 'logging out of all sessions by GraphQL',
    run: async (armed) => ({
      answer: await call(armed, 'POST', '/api/graphql', {
        query: 'mutation { logoutUser(allSessions: true) }',
      }),
      token: null,
    }),
  },
  {
    name: 'an invitation accepted for an account that nobody verified',
    isUnverified: true,
    run: async ({ email }) => {
      const { stranger } = target.world
      await target.api.call({
        as: 'admin@stranger.test',
        method: 'POST',
        path: '/api/invitations',
        body: { email, role: 'editor', tenant: stranger.id },
      })
      const { searchParams } = (await mailTo(email)).link
      const answer = await target.api.call({
        method: 'POST',
        path: '/api/invitations/accept',
        body: { ...Object.fromEntries(searchParams), name: 'The Owner', password: NEW_PASSWORD },
      })
      return { answer, token: null }
    },
  },
]

/** As a browser sends a form: with its length. */
const encoded = async (form: FormData): Promise<Blob> => {
  const response = new Response(form)
  return new Blob([await response.arrayBuffer()], {
    type: response.headers.get('content-type') ?? '',
  })
}

const openOnes = async ({ opens }: Armed): Promise<Credential[]> => {
  const answers = await Promise.all(
    Object.entries(opens).map(async ([name, isOpen]) => [name, await isOpen()] as const),
  )
  return answers.filter(([, isOpen]) => isOpen).map(([name]) => name as Credential)
}

describe('after', () => {
  it.each(events)('$name, every credential is dead', async ({ email, isUnverified, run }) => {
    const armed = await arm(target, { isVerified: isUnverified !== true })
    expect(await openOnes(armed)).toHaveLength(8)
    const { answer, token } = await run(armed)
    expect({ status: answer.status, errors: answer.body.errors ?? [] }).toEqual({
      status: 200,
      errors: [],
    })
    expect(await openOnes(armed)).toEqual([])
    expect(await linksThatWork(target, armed)).toEqual([])
    if (token === null) {
      expect(cookieToken(answer)).toBeNull()
    } else {
      expect(token).not.toBe(armed.acting)
      const now = email?.(armed) ?? armed.email
      expect(await whoIs(target, tokened(token))).toBe(now)
      // A reset through GraphQL answers with a token alone, as Payload’s does.
      expect([token, null]).toContain(cookieToken(answer))
    }
  })

  it('each, an invitation says why it ended and what to do', async () => {
    const armed = await arm(target)
    await call(armed, 'POST', '/api/users/sign-out-everywhere', {})
    const { tenant, token } = armed.invitation
    const path = `/api/invitations/offer?tenant=${tenant}&token=${token}`
    const answer = await target.api.call({ path })
    expect([answer.status, codeOf(answer)]).toEqual([404, 'invitation_ended_recipient'])
    expect(JSON.stringify(answer.body)).toMatch(/password or the email .* Ask for a new one/)
  })

  it('each, an invitation that the account sent says so, too', async () => {
    const email = 'owner@stranger.test'
    const sendOne = async (to: string) => {
      const answer = await target.api.call({
        as: 'owner@stranger.test',
        method: 'POST',
        path: '/api/invitations',
        body: { email: to, role: 'admin', tenant: target.world.stranger.id },
      })
      expect(answer.status).toBe(201)
      const { searchParams } = (await mailTo(to)).link
      return () => target.api.call({ path: `/api/invitations/offer?${searchParams.toString()}` })
    }
    const offers = await sendOne('sent-1@person.test')
    expect((await offers()).status).toBe(200)
    const token = await target.payload.forgotPassword({
      collection: 'users',
      data: { email },
      disableEmail: true,
    })
    await target.payload.resetPassword({
      collection: 'users',
      data: { token, password: PASSWORD },
      overrideAccess: true,
    })
    expect(codeOf(await offers())).toBe('invitation_ended_sender')
  })
})

describe('what ended', () => {
  it('is not brought back by sign-ins that were under way', async () => {
    const armed = await arm(target)
    const login = () =>
      target.api.call({
        method: 'POST',
        path: '/api/users/login',
        body: { email: armed.email, password: PASSWORD },
      })
    const [change, ...logins] = await Promise.all([
      call(armed, 'POST', '/api/users/change-password', changed),
      ...Array.from({ length: 6 }, login),
    ])
    const late = await login()
    expect(late.status).toBe(401)
    const tokens = logins.flatMap(({ body }) => (body.token ? [body.token as string] : []))
    for (const token of [...tokens, armed.acting]) {
      expect(await whoIs(target, tokened(token))).toBeNull()
    }
    if (change.status === 200) {
      expect(await whoIs(target, tokened(change.body.token as string))).toBe(armed.email)
    }
  })

  it('is not brought back by a row that was read before', async () => {
    const armed = await arm(target)
    const stale = await target.payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'users',
      where: { id: { equals: armed.id } },
    })
    await call(armed, 'POST', '/api/users/change-password', changed)
    await expect(
      target.payload.db.updateOne({ collection: 'users', id: armed.id, data: { ...stale } }),
    ).rejects.toThrow()
    expect(await openOnes(armed)).toEqual([])
  })

  it('is not brought back after signing out of one device', async () => {
    const armed = await arm(target)
    const stale = await target.payload.db.findOne<Record<string, unknown> & { id: string }>({
      collection: 'users',
      where: { id: { equals: armed.id } },
    })
    await call(armed, 'POST', '/api/users/logout', {})
    // As a sign-in does that read the sessions before, and writes them with its own.
    await target.payload.db.updateOne({
      collection: 'users',
      id: armed.id,
      data: { ...stale },
    })
    const open = await openOnes(armed)
    expect(open).not.toContain('acting token')
    expect(open).toContain('session of another device')
  })
})
