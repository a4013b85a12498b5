// The forms that strangers may post, with bodies that never end: over a real connection and through the
// routes themselves. Next's part is done as its adapter does it.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { createPages } from '../../src/http/pages.ts'
import { startTarget, type Target } from '../support/attacks.ts'
import { createStudy } from '../support/content.ts'
import { endless, postInPieces } from '../support/postInPieces.ts'

jest.unstable_mockModule('next/cache', () => ({
  unstable_cache: <Read>(read: Read): Read => read,
}))
jest.unstable_mockModule('next/navigation', () => ({
  notFound: () => {
    throw new Error('There is nothing here.')
  },
}))

type Route = {
  POST: (
    request: Request,
    context: { params: Promise<Record<string, string>> },
  ) => Promise<Response>
}

const PASSWORD = 'open sesame'
const INTERNAL_SECRET = 'inside'
const shared = globalThis as { __vitrineInternalSecret?: string }

let target: Target

beforeAll(async () => {
  target = await startTarget({
    pagesOf: (directory) =>
      createPages({ directory, internalSecret: INTERNAL_SECRET, next, serverUrl: '' }),
  })
  process.env.PORT = new URL(target.api.url).port
  shared.__vitrineInternalSecret = INTERNAL_SECRET
  await createStudy({
    payload: target.payload,
    tenant: target.world.client.id,
    title: 'Locked',
    slug: 'locked',
    visibility: 'password',
    password: PASSWORD,
  })
})

afterAll(async () => {
  delete process.env.PORT
  delete shared.__vitrineInternalSecret
  await target?.stop()
})

const next = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
  const [, , mode, tenant, locale, ...below] = (req.url ?? '').split('/')
  const isUnlock = below.at(-1) === 'unlock'
  const route = isUnlock ? 'work/[slug]/unlock' : 'contact/send'
  const params = { mode, tenant, locale, ...(isUnlock ? { slug: below[1] } : {}) }
  const answer =
    req.method === 'POST'
      ? await (
          (await import(
            `../../src/app/(site)/sites/[mode]/[tenant]/[locale]/${route}/route.ts`
          )) as Route
        ).POST(asNextDoes(req), { params: Promise.resolve(params as Record<string, string>) })
      : new Response(`<p>${below.join('/')}</p>`, { headers: { 'content-type': 'text/html' } })
  res.writeHead(answer.status, Object.fromEntries(answer.headers))
  res.end(await answer.text())
}

/** As `NextRequestAdapter.fromNodeNextRequest` does: undici reads Node's request as the body. */
const asNextDoes = (req: IncomingMessage): Request =>
  new Request(new URL(req.url ?? '/', 'http://localhost'), {
    body: req,
    duplex: 'half',
    headers: Object.entries(req.headers).map(([name, value]) => [name, String(value)]),
    method: 'POST',
  } as unknown as RequestInit)

const UNLOCK = '/client/work/locked/unlock'
const CONTACT = '/client/contact/send'
const JSON_ONLY = { accept: 'application/json' }

const URLENCODED = { 'content-type': 'application/x-www-form-urlencoded' }

const flood = (path: string, headers: Record<string, string>) =>
  postInPieces({
    url: target.api.url,
    path,
    headers: { ...URLENCODED, ...headers },
    pieces: endless('password=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&'.repeat(200)),
  })

const post = (path: string, fields: Record<string, string>) =>
  fetch(target.api.url + path, {
    method: 'POST',
    headers: JSON_ONLY,
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })

const codeOf = (body: string): unknown => (JSON.parse(body) as { code: unknown }).code

describe('the password of a study', () => {
  it('is taken', async () => {
    const answer = await post(UNLOCK, { password: PASSWORD })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/client/work/locked'])
    expect(answer.headers.get('set-cookie')).toContain('HttpOnly')
  })

  it('without an end is refused with an answer, and the connection is closed', async () => {
    const answer = await flood(UNLOCK, JSON_ONLY)
    expect([answer.status, codeOf(answer.body)]).toEqual([413, 'body_too_large'])
  })

  it('without an end is refused on the page that says what was wrong, for browsers', async () => {
    const answer = await flood(UNLOCK, { accept: 'text/html' })
    expect(answer).toMatchObject({ status: 413, body: '<p>refused/work/locked/wrong</p>' })
  })

  it('without an end counts as a try', async () => {
    const statuses: number[] = []
    for (let tries = 3; tries < 11; tries += 1) {
      statuses.push((await flood(UNLOCK, JSON_ONLY)).status)
    }
    expect(statuses).toEqual([413, 413, 413, 413, 413, 413, 413, 429])
    expect((await post(UNLOCK, { password: PASSWORD })).status).toBe(429)
  })
})

describe('the contact form', () => {
  const lead = { name: 'Ada', email: 'ada@elsewhere.test', message: 'A question about your work.' }

  it('is taken', async () => {
    expect((await post(CONTACT, lead)).status).toBe(201)
  })

  it('that says that it is longer than 64 KB is refused', async () => {
    const answer = await post(CONTACT, { ...lead, message: 'a'.repeat(70_000) })
    expect([answer.status, codeOf(await answer.text())]).toEqual([413, 'contact_long'])
  })

  it('without an end is refused with an answer, and the connection is closed', async () => {
    const answer = await flood(CONTACT, JSON_ONLY)
    expect([answer.status, codeOf(answer.body)]).toEqual([413, 'contact_long'])
  })

  it('without an end leads browsers to the page that says so', async () => {
    const { headers, status } = await flood(CONTACT, { accept: 'text/html' })
    expect([status, headers.location]).toEqual([303, '/client/contact/long'])
  })

  it('without an end counts like a message', async () => {
    expect((await flood(CONTACT, JSON_ONLY)).status).toBe(413)
    const answer = await flood(CONTACT, JSON_ONLY)
    expect([answer.status, codeOf(answer.body)]).toEqual([429, 'contact_limited'])
    expect((await post(CONTACT, lead)).status).toBe(429)
  })
})
