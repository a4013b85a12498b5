// An account with everything that opens one, and the question whether each of them still does.
import pg from 'pg'
import type { Payload } from 'payload'
import { logIn, type Answer, type Target } from './attacks.ts'
import { mailTo } from './mail.ts'
import { PASSWORD } from './tenants.ts'

export type Credential =
  | 'acting token'
  | 'session of another device'
  | 'cookie of another device'
  | 'API key'
  | 'reset link'
  | 'email change link'
  | 'invitation link'
  | 'invitation link that it sent'

export type Armed = {
  id: string
  email: string
  /** The session that acts, from before the event. */
  acting: string
  key: string
  /** The address that waits to be confirmed. */
  newEmail: string
  emailToken: string
  invitation: { tenant: string; token: string }
  resetToken: string
  /** Whether each credential still opens the account. */
  opens: Record<Credential, () => Promise<boolean>>
}

/** A key for somebody, made as the account page makes it. */
export const makeKey = async ({
  api,
  as,
  headers,
}: {
  api: Target['api']
  as?: string
  headers?: Record<string, string>
}): Promise<string> => {
  const answer = await api.call({
    ...(as ? { as } : {}),
    ...(headers ? { headers } : {}),
    method: 'POST',
    path: '/api/users/api-keys',
    body: { name: 'A key', currentPassword: PASSWORD },
  })
  if (answer.status !== 201) {
    throw new Error(`No key was made: ${JSON.stringify(answer.body)}`)
  }
  return answer.body.token as string
}

export const keyed = (key: string) => ({ authorization: `users API-Key ${key}` })
export const tokened = (token: string) => ({ authorization: `JWT ${token}` })

export const whoIs = async (
  target: Pick<Target, 'api'>,
  headers: Record<string, string>,
): Promise<string | null> => {
  const { body } = await target.api.call({ headers, path: '/api/users/me' })
  return (body.user as { email: string } | null)?.email ?? null
}

export const codeOf = ({ body }: Answer): string | undefined =>
  (body as { errors?: { data?: { code?: string } }[] } | undefined)?.errors?.[0]?.data?.code

export const createAccount = ({
  email,
  isVerified = true,
  payload,
}: {
  email: string
  isVerified?: boolean
  payload: Payload
}) =>
  payload.create({
    collection: 'users',
    data: {
      email,
      emailVerifiedAt: isVerified ? new Date().toISOString() : null,
      name: 'Arma Account',
      password: PASSWORD,
    },
    overrideAccess: true,
  })

let count = 0

/** A new account, signed in. */
export const createPerson = async ({
  isVerified = true,
  target: { payload },
}: {
  isVerified?: boolean
  target: Pick<Target, 'payload'>
}): Promise<{ id: string; email: string; token: string }> => {
  count += 1
  const email = `identity-${count}@person.test`
  const { id } = await createAccount({ email, isVerified, payload })
  return { id, email, token: await logIn({ email, payload }) }
}

/** As if the person had signed in an hour ago, on every device. */
export const ageSessions = ({ id, owner }: { id: string; owner: pg.Client }) =>
  owner.query(
    `update users_sessions set created_at = now() - interval '1 hour' where _parent_id = $1`,
    [id],
  )

/** A new account, and one of each credential; all of them work. */
export const arm = async (
  target: Target,
  { isVerified = true }: { isVerified?: boolean } = {},
): Promise<Armed> => {
  const { api, payload, world } = target
  count += 1
  const email = `armed-${count}@person.test`
  const newEmail = `armed-${count}-new@person.test`
  const { id } = await createAccount({ email, isVerified, payload })
  const acting = await logIn({ payload, email })
  const [other, cookie] = [await logIn({ payload, email }), await logIn({ payload, email })]
  const key = await makeKey({ api, headers: tokened(acting) })
  await api.call({ method: 'POST', path: '/api/users/forgot-password', body: { email } })
  const resetToken = (await mailTo(email)).link.pathname.split('/').at(-1)!
  await api.call({
    method: 'POST',
    path: '/api/users/change-email',
    headers: tokened(acting),
    body: { email: newEmail },
  })
  const emailToken = (await mailTo(newEmail)).link.searchParams.get('token')!
  await api.call({
    as: 'admin@client.test',
    method: 'POST',
    path: '/api/invitations',
    body: { email, role: 'editor', tenant: world.client.id },
  })
  const { searchParams } = (await mailTo(email)).link
  const invitation = { tenant: searchParams.get('tenant')!, token: searchParams.get('token')! }
  const invited = `armed-${count}-invited@person.test`
  await api.call({
    as: 'admin@client.test',
    method: 'POST',
    path: '/api/invitations',
    body: { email: invited, role: 'editor', tenant: world.client.id },
  })
  await ownerQuery(
    target,
    `update invitations set invited_by_id = '${id}' where email = '${invited}'`,
  )
  const isMe = async (headers: Record<string, string>) => (await whoIs(target, headers)) !== null
  const row = async (table: string, where: string) => {
    const { rows } = await ownerQuery(target, `select 1 from ${table} where ${where}`)
    return rows.length > 0
  }
  const opens: Armed['opens'] = {
    'acting token': () => isMe(tokened(acting)),
    'session of another device': () => isMe(tokened(other)),
    'cookie of another device': () => isMe({ cookie: `payload-token=${cookie}` }),
    'API key': () => isMe(keyed(key)),
    'reset link': () =>
      row(
        'users',
        `id = '${id}' and reset_password_token is not null and reset_password_expiration > now()`,
      ),
    'email change link': () => row('email_changes', `user_id = '${id}'`),
    'invitation link': () => isOffered(target, invitation),
    // The offer itself would ask for the rights of the sender, who is no member here.
    'invitation link that it sent': () =>
      row('invitations', `email = '${invited}' and status = 'pending'`),
  }
  return { id, email, acting, key, newEmail, emailToken, invitation, resetToken, opens }
}

const isOffered = async ({ api }: Target, invitation: Armed['invitation']): Promise<boolean> => {
  const path = `/api/invitations/offer?${new URLSearchParams(invitation).toString()}`
  return (await api.call({ path })).status === 200
}

/** As the owner of the tables, past both walls. */
const ownerQuery = async ({ databaseUrl }: Target, text: string) => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

/** Uses every link that is left; those who still work say so. */
export const linksThatWork = async (target: Target, armed: Armed): Promise<string[]> => {
  const post = (path: string, body: unknown) => target.api.call({ method: 'POST', path, body })
  const answers = {
    'reset link': await post('/api/users/reset-password', {
      token: armed.resetToken,
      password: 'another-fine-password',
    }),
    'email change link': await post('/api/users/confirm-email', { token: armed.emailToken }),
    'invitation link': await post('/api/invitations/accept', {
      ...armed.invitation,
      name: 'Somebody Else',
      password: 'another-fine-password',
    }),
  }
  return Object.entries(answers)
    .filter(([, { status }]) => status < 400)
    .map(([name]) => name)
}
