// The forms that strangers may post, with bodies that never end: over a real connection and through the routes
// themselves.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { languages } from '../../src/site/strings/index.ts'
import { startTarget, type Target } from '../support/attacks.ts'
import { createStudy } from '../support/content.ts'
import { endless, postInPieces } from '../support/postInPieces.ts'

const PASSWORD = 'open sesame'
const { strings } = languages.en!

let target: Target

beforeAll(async () => {
  // So that a test may be many visitors.
  target = await startTarget({ trustProxy: true })
  await createStudy({
    payload: target.payload,
    tenant: target.world.client.id,
    title: 'Locked',
    slug: 'locked',
    visibility: 'password',
    password: PASSWORD,
  })
})

afterAll(() => target?.stop())

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

/** A page of the tenant, which costs more than the plain one of a problem. */
const isSitePage = (html: string): boolean => / — Client<\/title>/.test(html)

const textOf = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity)
const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

/** What the contact form on a page holds. */
const enteredIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    ['name', 'email', 'company', 'message'].map((field) => {
      const [, input] = new RegExp(`id="contact-${field}"[^>]* value="([^"]*)"`).exec(html) ?? []
      const [, area] = new RegExp(`<textarea id="contact-${field}"[^>]*>([^<]*)<`).exec(html) ?? []
      return [field, textOf(input ?? area ?? '')]
    }),
  )

/** What it says beside each field, in their order. */
const problemsIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/data-problem="(\w+)"[^>]*>([^<]*)</g)].flatMap(([, field, said]) =>
      said ? [[field!, textOf(said)]] : [],
    ),
  )

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
    expect([answer.status, answer.headers['cache-control']]).toEqual([413, 'no-store'])
    expect(isSitePage(answer.body)).toBe(true)
    expect(textOf(answer.body)).toContain(strings.passwordWrong)
    expect(answer.body).toContain('action="/client/work/locked/unlock"')
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
    expect(problemsIn(body)).toEqual({ message: strings.errorLong })
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
  const ENCODED = { 'content-type': 'application/x-www-form-urlencoded' }
  const PARTS = { 'content-type': 'multipart/form-data; boundary=x' }
  const PART = '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\n'
  const latin1 = (text: string) => Buffer.from(text, 'latin1')
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
    const html = await answer.text()
    expect(enteredIn(html)).toEqual(entered)
    expect(Object.keys(problemsIn(html))).toEqual(['name', 'email', 'message'])
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
    ['broken parts', '--x\r\nCont', PARTS, 400, 'malformed_upload'],
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
    ['in Latin-1', `${new URLSearchParams(good)}&company=caf%E9`, ENCODED, 400, 'bad_request'],
    ['in bytes of Latin-1', latin1('name=caf\u00e9'), ENCODED, 400, 'bad_request'],
    ['parts of Latin-1', latin1(`${PART}caf\u00e9\r\n--x--\r\n`), PARTS, 400, 'bad_request'],
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
    const statuses: number[] = []
    const isPage: boolean[] = []
    for (let at = 0; at < 40; at += 1) {
      const answer = await send(path, fields, 'text/html')
      statuses.push(answer.status)
      isPage.push(isSitePage(await answer.text()))
    }
    expect(isPage).toEqual(Array.from({ length: 40 }, (_none, at) => at < 30))
    expect(statuses.slice(30)).toEqual(Array.from({ length: 10 }, () => 429))
    const plain = await send(path, fields, 'text/html')
    expect(plain.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(Number(plain.headers.get('retry-after'))).toBeGreaterThan(0)
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
