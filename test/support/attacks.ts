// What the attack corpus needs beside the API: a world of tenants with something worth stealing, and
// requests that a well-behaved client would not send.
import type { Payload } from 'payload'
import type { CaseStudy } from '../../payload-types.ts'
import { createStudy } from './content.ts'
import { startApi, type Api } from './http.ts'
import { startPayload, type TestPayload } from './payload.ts'
import { remembered } from './remembered.ts'
import { createPeople, PASSWORD, worldOf, type World } from './tenants.ts'

export type Answer = Awaited<ReturnType<Api['call']>>

export type Target = {
  payload: Payload
  api: Api
  world: World
  databaseUrl: string
  /** `client`'s and `stranger`'s own; both have one study online and one that is a draft. */
  online: CaseStudy
  draft: CaseStudy
  foreignOnline: CaseStudy
  foreignDraft: CaseStudy
  graphql: (request: { as?: string; query: string; variables?: object }) => Promise<Answer>
  /** A multipart upload as a browser sends it. */
  upload: (request: UploadArgs) => Promise<Answer>
  /** The bytes of a request as they are, for what `fetch` would put right. */
  send: (path: string, init?: RequestInit) => Promise<Answer>
  stop: () => Promise<void>
}

export type UploadArgs = {
  as?: string
  bytes: Uint8Array | string
  data: Record<string, unknown>
  mimeType: string
  name: string
  path?: string
  method?: string
}

/** One running API with the tenants that the cases are about. */
export const startTarget = async ({
  isWithoutSecondWall = false,
  next,
  trustProxy = false,
}: Pick<Parameters<typeof startApi>[0], 'next' | 'trustProxy'> &
  Parameters<typeof startPayload>[0] = {}): Promise<Target> => {
  const running: TestPayload = await startPayload({ isWithoutSecondWall })
  const { databaseUrl, payload } = running
  const { people, studies } = await remembered({
    name: 'target',
    payload,
    make: () => createTarget({ payload }),
  })
  const world = worldOf({ payload, people })
  const api = await startApi({
    payload,
    password: PASSWORD,
    trustProxy,
    ...(next ? { next } : {}),
  })
  const tokenOf = tokenFor({ payload })
  const send = sender(api.url)
  return {
    ...studies,
    api,
    databaseUrl,
    payload,
    send,
    world,
    graphql: ({ as, ...body }) => api.call({ as, body, method: 'POST', path: '/api/graphql' }),
    upload: async ({ as, bytes, data, method = 'POST', mimeType, name, path = '/api/media' }) => {
      const form = new FormData()
      form.set('_payload', JSON.stringify(data))
      form.set('file', new Blob([bytes as BlobPart], { type: mimeType }), name)
      return send(path, {
        method,
        headers: as ? { authorization: `JWT ${await tokenOf(as)}` } : {},
        body: form,
      })
    },
    stop: async () => {
      await api.stop()
      await running.stop()
    },
  }
}

const createTarget = async ({ payload }: { payload: Payload }) => {
  const people = await createPeople({ payload })
  const { client, stranger } = people
  const study = (tenant: string, title: string, status: 'draft' | 'published') =>
    createStudy({ payload, tenant, title, _status: status })
  const studies = {
    online: await study(client.id, 'Client online', 'published'),
    draft: await study(client.id, 'Client draft', 'draft'),
    foreignOnline: await study(stranger.id, 'Stranger online', 'published'),
    foreignDraft: await study(stranger.id, 'Stranger draft', 'draft'),
  }
  return { people, studies }
}

export const sender =
  (url: string): Target['send'] =>
  async (path, init) => {
    const response = await fetch(url + path, init)
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: parse(text) as Answer['body'],
    }
  }

/** A session of a user, made as the login form makes it and kept. */
export const tokenFor = ({ payload }: { payload: Payload }) => {
  const tokens = new Map<string, string>()
  return async (email: string): Promise<string> => {
    const known = tokens.get(email) ?? (await logIn({ payload, email }))
    tokens.set(email, known)
    return known
  }
}

export const logIn = async ({
  email,
  password = PASSWORD,
  payload,
}: {
  email: string
  password?: string
  payload: Payload
}): Promise<string> => {
  const { token } = await payload.login({ collection: 'users', data: { email, password } })
  return token!
}

/** The ids that a list answered with, or none when it was refused. */
export const idsOf = ({ body }: Answer): string[] =>
  ((body?.docs ?? []) as { id: string }[]).map(({ id }) => id)

/** Whether the answer gives anything away: a document, a count, or something found. */
export const countOf = ({ body }: Answer): number =>
  Number(body?.totalDocs ?? (body?.docs as unknown[] | undefined)?.length ?? 0)

/** A refusal: nothing was done, and the server did not break over it. */
export const isRefused = ({ status }: Answer): boolean => status >= 400 && status < 500

export const jsonRequest = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
