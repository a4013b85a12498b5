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
    // So that a test may be many visitors.
    trustProxy: true,
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
      : new Response(await pageOf(below), { headers: { 'content-type': 'text/html' } })
  res.writeHead(answer.status, Object.fromEntries(answer.headers))
  res.end(await answer.text())
}

let pages = 0

/** Instead of the page that shows a refused form, what that page is told. */
const pageOf = async (below: string[]): Promise<string> => {
  pages += 1
  const { findRefusedContact } = await import('../../src/site/refusedForms.ts')
  const refused = below[1] === 'contact' ? findRefusedContact(below[2] ?? '') : null
  return refused ? JSON.stringify(refused) : `<p>${below.join('/')}</p>`
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

  it('without an end gives browsers the page that says so', async () => {
    const { body, headers, status } = await flood(CONTACT, { accept: 'text/html' })
    expect([status, headers['content-type']]).toEqual([413, 'text/html; charset=utf-8'])
    expect(JSON.parse(body)).toMatchObject({ problems: { message: 'long' } })
  })

  it('without an end counts like a message', async () => {
    expect((await flood(CONTACT, JSON_ONLY)).status).toBe(413)
    const answer = await flood(CONTACT, JSON_ONLY)
    expect([answer.status, codeOf(answer.body)]).toEqual([429, 'contact_limited'])
    expect((await post(CONTACT, lead)).status).toBe(429)
  })
})

describe('a message', () => {
  const good = { name: 'Ada', email: 'jörg@müller.de', message: 'お見積もりをお願い' }
  let visitors = 0

  /** From a network of its own each time: what is counted by caller is the matter of other tests. */
  const send = (body: BodyInit, headers: Record<string, string> = {}) => {
    visitors += 1
    return fetch(target.api.url + CONTACT, {
      method: 'POST',
      body,
      headers: { 'x-forwarded-for': `203.0.113.${visitors}`, ...headers },
      redirect: 'manual',
    })
  }
  const TYPE = { 'content-type': 'application/json' }
  const stored = async (email: string) =>
    (
      await target.payload.find({
        collection: 'leads',
        depth: 0,
        overrideAccess: true,
        where: {
          and: [{ tenant: { equals: target.world.client.id } }, { email: { equals: email } }],
        },
      })
    ).docs

  it.each([
    ['JSON', (fields: object) => [JSON.stringify(fields), TYPE] as const],
    [
      'a form',
      (fields: object) => [new URLSearchParams(fields as Record<string, string>), {}] as const,
    ],
    [
      'a form with parts',
      (fields: object) => {
        const form = new FormData()
        Object.entries(fields).forEach(([name, value]) => form.set(name, String(value)))
        return [form, {}] as const
      },
    ],
  ])('that is accepted is stored: %s', async (kind, bodyOf) => {
    const one = kind.replaceAll(' ', '')
    for (const [email, study] of [
      [`jörg.${one}@müller.de`, 'locked'],
      [`"jörg ${one}"@example.com`, 'no-such-study'],
      [`用户${one}@例子.公司`, 'a\tb'],
      [`o'b+${one}@x-y.example`, ''],
    ] as const) {
      const [body, headers] = bodyOf({ ...good, email, study })
      const answer = await send(body, { ...headers, ...JSON_ONLY })
      expect({ email, status: answer.status }).toEqual({ email, status: 201 })
      expect((await stored(email)).map((lead) => [lead.message, Boolean(lead.study)])).toEqual([
        [good.message, study === 'locked'],
      ])
    }
  })

  it('that browsers send leads to thanks', async () => {
    const answer = await send(new URLSearchParams(good), { accept: 'text/html' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/client/contact/sent'])
  })

  it('that is refused comes back to browsers as it was, with what is wrong beside each field', async () => {
    const entered = { name: '', email: 'jörg@', company: '<b>&', message: 'Hi' }
    const answer = await send(new URLSearchParams(entered), { accept: 'text/html' })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([422, 'no-store'])
    expect(await answer.json()).toEqual({
      entered,
      problems: { name: 'name', email: 'email', message: 'message' },
    })
  })

  it.each([
    ['a name of several', { ...good, name: ['Ada'] }, 400, 'malformed_value', 'name'],
    ['a long message', { ...good, message: 'a'.repeat(5001) }, 422, 'contact_long', 'message'],
    ['an endless one', { ...good, message: 'a'.repeat(7e4) }, 413, 'contact_long', 'message'],
  ])('names the field of %s', async (_, body, status, code, path) => {
    const answer = await send(JSON.stringify(body), { ...TYPE, ...JSON_ONLY })
    const problem = (await answer.json()) as { code: string; errors?: { path: string }[] }
    expect([answer.status, problem.code, problem.errors?.[0]?.path]).toEqual([status, code, path])
  })

  it('that is refused tells scripts each field and why', async () => {
    const answer = await send(JSON.stringify({ email: 'x', message: 'Hi' }), TYPE)
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    const problem = (await answer.json()) as { code: string; errors: { path: string }[] }
    expect(problem.code).toBe('contact_name')
    expect(problem.errors.map(({ path }) => path)).toEqual(['name', 'email', 'message'])
  })

  it.each([
    ['broken JSON', '{"name":', TYPE, 400, 'malformed_json'],
    ['a list', '[]', TYPE, 400, 'body_not_an_object'],
    ['a number', '{"name":7}', TYPE, 400, 'malformed_value'],
    ['plain text', 'x', { 'content-type': 'text/plain' }, 415, 'unsupported_media_type'],
    ['nothing', '', {}, 415, 'unsupported_media_type'],
    [
      'broken parts',
      '--x\r\nCont',
      { 'content-type': 'multipart/form-data; boundary=x' },
      400,
      'malformed_upload',
    ],
    ['megabytes', `{"message":"${'x'.repeat(3_000_000)}"}`, TYPE, 413, 'contact_long'],
    ['a null', JSON.stringify({ ...good, name: 'A\u0000' }), TYPE, 422, 'contact_characters'],
    [
      'a null in an email',
      JSON.stringify({ ...good, email: 'a\u0000@b.example' }),
      TYPE,
      422,
      'contact_characters',
    ],
    [
      'half a character',
      JSON.stringify({ ...good, message: 'A message \ud800' }),
      TYPE,
      422,
      'contact_characters',
    ],
    ['strange names', '{"__proto__":"x","constructor":"y"}', TYPE, 422, 'contact_name'],
  ] as const)('that is %s is a problem of its sender', async (_, body, headers, status, code) => {
    const answer = await send(body, { ...headers, ...JSON_ONLY })
    expect([answer.status, codeOf(await answer.text())]).toEqual([status, code])
  })
})

describe('a form that is refused again and again', () => {
  const from =
    (address: string) => (path: string, fields: Record<string, string>, accept: string) =>
      fetch(target.api.url + path, {
        method: 'POST',
        headers: { accept, 'x-forwarded-for': address },
        body: new URLSearchParams(fields),
        redirect: 'manual',
      })

  it.each([
    ['the contact form', CONTACT, { email: 'x' }, '198.51.100.1', 'contact_limited'],
    ['a password', UNLOCK, { password: 'wrong' }, '198.51.100.2', 'password_limited'],
  ])('costs no more pages at last: %s', async (_, path, fields, address, code) => {
    const send = from(address)
    const before = pages
    const statuses: number[] = []
    for (let at = 0; at < 40; at += 1) {
      statuses.push((await send(path, fields, 'text/html')).status)
    }
    expect(pages - before).toBe(30)
    expect(statuses.slice(30)).toEqual(Array.from({ length: 10 }, () => 429))
    const plain = await send(path, fields, 'text/html')
    expect(plain.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(Number(plain.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(pages - before).toBe(30)
    const answer = await send(path, fields, JSON_ONLY.accept)
    expect([answer.status, codeOf(await answer.text())]).toEqual([429, code])
  })

  it('can still be sent by somebody who mistyped a few times', async () => {
    const send = from('198.51.100.3')
    const good = {
      name: 'Ada',
      email: 'ada@elsewhere.test',
      message: 'A question about your work.',
    }
    for (let at = 0; at < 12; at += 1) {
      expect((await send(CONTACT, { ...good, email: 'ada@' }, 'text/html')).status).toBe(422)
    }
    expect((await send(CONTACT, good, JSON_ONLY.accept)).status).toBe(201)
  })
})
