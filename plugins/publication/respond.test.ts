// An answer for one request, as RFC 9110 and 9111 say.
import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { toAnswer, type Answer } from './answer.ts'
import type { Made } from './options.ts'
import { respond } from './respond.ts'
import { page } from './testSupport.ts'

const TEXT = 'Ein Satz über Häfen. '.repeat(100)
const HASH = createHash('sha256').update(TEXT).digest('base64url').slice(0, 22)

const answerOf = (rest: Partial<Made> = {}, tags: string[] = ['tenant:1', 'd']): Answer =>
  toAnswer({ made: page(TEXT, rest), tags, until: Infinity })

const ready = async (rest?: Partial<Made>) => {
  const answer = answerOf(rest)
  await Promise.all([answer.codings.ready('br'), answer.codings.ready('gzip')])
  return answer
}

const ask = (answer: Answer, headers: Record<string, string> = {}, method = 'GET') =>
  respond(answer, { method, headers: new Headers(headers) })

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

const DECODE: Record<string, (bytes: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
}

describe('codings', () => {
  it.each([
    ['', null],
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
  ])('for “%s”: the bytes, their length, their own strong ETag', async (accepts, coding) => {
    const response = ask(await ready(), { 'accept-encoding': accepts })
    const bytes = await bytesOf(response)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-encoding')).toBe(coding)
    expect(response.headers.get('content-length')).toBe(`${bytes.byteLength}`)
    expect(response.headers.get('vary')).toBe('accept-encoding')
    expect((DECODE[coding ?? ''] ?? ((same) => same))(bytes).toString()).toBe(TEXT)
    const suffix = coding === 'br' ? '-br' : coding === 'gzip' ? '-gz' : ''
    expect(response.headers.get('etag')).toBe(`"${HASH}${suffix}"`)
  })

  it('not made yet are sent in chunks, and made once for all who come meanwhile', async () => {
    const answer = answerOf()
    const responses = [1, 2].map(() => ask(answer, { 'accept-encoding': 'br' }))
    expect(responses.map(({ headers }) => headers.get('content-length'))).toEqual([null, null])
    for (const response of responses) {
      expect(response.headers.get('content-encoding')).toBe('br')
      expect(brotliDecompressSync(await bytesOf(response)).toString()).toBe(TEXT)
    }
    expect(await answer.codings.ready('br')).toBe(await answer.codings.ready('br'))
    expect(ask(answer, { 'accept-encoding': 'br' }).headers.get('content-length')).not.toBeNull()
  })

  it('not made yet are made by a HEAD, which does not know their length yet', async () => {
    const answer = answerOf()
    expect(
      ask(answer, { 'accept-encoding': 'br' }, 'HEAD').headers.get('content-length'),
    ).toBeNull()
    const bytes = await answer.codings.ready('br')
    const second = ask(answer, { 'accept-encoding': 'br' }, 'HEAD')
    expect(second.headers.get('content-length')).toBe(`${bytes.byteLength}`)
  })

  it('are not for pictures, which do not vary, nor for what is encoded already', () => {
    for (const headers of [
      { 'content-type': 'image/webp' } as Record<string, string>,
      { 'content-type': 'text/css', 'content-encoding': 'br' },
    ]) {
      const response = ask(answerOf({ headers }), { 'accept-encoding': 'gzip, br' })
      expect(response.headers.get('content-length')).toBe(`${Buffer.byteLength(TEXT)}`)
      expect(response.headers.get('vary')).toBeNull()
    }
  })

  it('are not for less than 500 bytes, unless these may not go out as they are', async () => {
    const small = answerOf({ body: 'x'.repeat(499) })
    const large = answerOf({ body: 'x'.repeat(500) })
    const coding = (answer: Answer, accepts: string) =>
      ask(answer, { 'accept-encoding': accepts }).headers.get('content-encoding')
    expect(coding(small, 'br')).toBeNull()
    expect(coding(large, 'br')).toBe('br')
    expect(coding(small, 'br, identity;q=0')).toBe('br')
    expect(ask(small).headers.get('vary')).toBe('accept-encoding')
    await Promise.all([small, large].map(({ codings }) => codings.ready('br')))
  })

  it('that exclude all we have: 406 with a sentence, kept by nobody', async () => {
    for (const accepts of ['identity;q=0', '*;q=0', 'zstd, identity;q=0']) {
      const response = ask(answerOf(), { 'accept-encoding': accepts })
      expect(response.status).toBe(406)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('vary')).toBe('accept-encoding')
      const text = await response.text()
      expect(text).toMatch(/^Accept-Encoding allows no coding/)
      expect(response.headers.get('content-length')).toBe(`${text.length}`)
      const head = ask(answerOf(), { 'accept-encoding': accepts }, 'HEAD')
      expect([head.status, await head.text()]).toEqual([406, ''])
    }
  })
})

describe('policies', () => {
  it.each<[Made['policy'], string, boolean]>([
    ['shared', 'public, max-age=0, s-maxage=60, stale-while-revalidate=86400', true],
    ['immutable', 'public, max-age=31536000, immutable', true],
    ['private', 'private, no-cache', false],
    ['none', 'no-store', false],
  ])('%s: %s', (policy, expected, isPublic) => {
    const { headers } = ask(answerOf({ policy }))
    expect(headers.get('cache-control')).toBe(expected)
    expect(headers.has('etag')).toBe(isPublic)
    expect(headers.get('surrogate-key')).toBe(isPublic ? 'tenant:1 d' : null)
    expect(headers.get('cache-tag')).toBe(isPublic ? 'tenant:1,d' : null)
    expect(headers.get('vary')).toBe('accept-encoding')
  })

  it('stand above what was made, in whatever letters', () => {
    const { headers } = ask(
      answerOf({
        headers: {
          'Content-Type': 'text/html',
          'Cache-Control': 'public',
          ETag: '"x"',
          'Content-Length': '1',
          'Surrogate-Key': 'x',
          'X-Other': 'kept',
        },
      }),
    )
    expect(headers.get('cache-control')).toMatch(/^public, max-age=0/)
    expect(headers.get('etag')).toBe(`"${HASH}"`)
    expect(headers.get('content-length')).toBe(`${Buffer.byteLength(TEXT)}`)
    expect(headers.get('surrogate-key')).toBe('tenant:1 d')
    expect(headers.get('x-other')).toBe('kept')
  })

  it('add to what varies already', () => {
    const varyOf = (vary: string) =>
      ask(answerOf({ headers: { 'content-type': 'text/html', vary } })).headers.get('vary')
    expect(varyOf('accept-language')).toBe('accept-language, accept-encoding')
    expect(varyOf('Accept-Encoding, accept')).toBe('Accept-Encoding, accept')
    expect(varyOf('*')).toBe('*')
  })
})

describe('HEAD', () => {
  it.each(['', 'br', 'gzip'])('has the headers of GET and no body (“%s”)', async (accepts) => {
    const answer = await ready({
      headers: { 'content-type': 'text/html', 'content-language': 'de', link: '</x>; rel=next' },
    })
    const get = ask(answer, { 'accept-encoding': accepts })
    const head = ask(answer, { 'accept-encoding': accepts }, 'HEAD')
    expect([...head.headers]).toEqual([...get.headers])
    expect(head.status).toBe(get.status)
    expect(await head.text()).toBe('')
  })

  it.each([301, 404, 410, 503])('has them for %s, too', (status) => {
    const answer = answerOf({ status })
    expect([...ask(answer, {}, 'HEAD').headers]).toEqual([...ask(answer).headers])
    expect(ask(answer, {}, 'HEAD').status).toBe(status)
  })
})

describe('conditions', () => {
  const unchanged = async (
    header: string,
    accepts = '',
    rest: Partial<Made> = {},
    method = 'GET',
  ) => {
    const answer = await ready(rest)
    return ask(answer, { 'if-none-match': header, 'accept-encoding': accepts }, method)
  }

  it.each(['GET', 'HEAD'])('%s: 304 with what renews a cache, and no more', async (method) => {
    const headers = {
      'content-type': 'text/html',
      'content-language': 'de',
      link: '</x>; rel=next',
    }
    const response = await unchanged(`"${HASH}-br"`, 'br', { headers }, method)
    expect(response.status).toBe(304)
    expect(await response.text()).toBe('')
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'public, max-age=0, s-maxage=60, stale-while-revalidate=86400',
      'cache-tag': 'tenant:1,d',
      'content-language': 'de',
      etag: `"${HASH}-br"`,
      'surrogate-key': 'tenant:1 d',
      vary: 'accept-encoding',
    })
  })

  it.each([
    ['the same', `"${HASH}"`, '', `"${HASH}"`],
    ['the same in brotli', `"${HASH}-br"`, 'br', `"${HASH}-br"`],
    ['the same in gzip', `"${HASH}-gz"`, 'gzip', `"${HASH}-gz"`],
    ['of another coding, which is the one that the reader has', `"${HASH}"`, 'br', `"${HASH}"`],
    ['weakened on its way', `W/"${HASH}-br"`, 'br', `"${HASH}-br"`],
    ['in a list', `"a", W/"b,c" ,"${HASH}"`, '', `"${HASH}"`],
    ['in a list without blanks', `"a","${HASH}"`, '', `"${HASH}"`],
    [
      'in a list of ours: that of the chosen coding',
      `"${HASH}","${HASH}-gz"`,
      'gzip',
      `"${HASH}-gz"`,
    ],
    ['anything', '*', 'br', `"${HASH}-br"`],
  ])('If-None-Match names %s: 304', async (_, header, accepts, etag) => {
    const response = await unchanged(header, accepts)
    expect(response.status).toBe(304)
    expect(response.headers.get('etag')).toBe(etag)
    expect(response.headers.get('content-length')).toBeNull()
  })

  it.each([
    ['another one', '"x"'],
    ['only the beginning', `"${HASH.slice(0, 21)}"`],
    ['ours inside of another one', `"a,${HASH}"`],
    ['ours without quotes', HASH],
    ['a coding that we do not make', `"${HASH}-zz"`],
    ['nothing', ''],
    ['an asterisk in quotes', '"*"'],
  ])('If-None-Match names %s: 200', async (_, header) => {
    expect((await unchanged(header)).status).toBe(200)
  })

  it('are not looked at where there is no ETag, no success, or no reading', async () => {
    for (const rest of [
      { policy: 'private' },
      { policy: 'none' },
      { status: 404 },
      { status: 308 },
    ]) {
      const response = await unchanged('*', '', rest as Partial<Made>)
      expect(response.status).toBe('status' in rest ? rest.status : 200)
    }
    expect((await unchanged('*', '', {}, 'POST')).status).toBe(200)
  })

  it('If-Match compares strongly: 412, kept by nobody', async () => {
    const answer = await ready()
    const statusFor = (header: string) => ask(answer, { 'if-match': header }).status
    expect(['*', `"${HASH}"`, `"x", "${HASH}-br"`].map(statusFor)).toEqual([200, 200, 200])
    expect([`W/"${HASH}"`, '"x"'].map(statusFor)).toEqual([412, 412])
    const response = ask(answer, { 'if-match': '"x"', 'if-none-match': '*' })
    expect(response.status).toBe(412)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('Range is ignored', async () => {
    const response = ask(await ready(), { range: 'bytes=0-9', 'if-range': `"${HASH}"` })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-range')).toBeNull()
    expect(await bytesOf(response)).toHaveLength(Buffer.byteLength(TEXT))
  })
})

describe('bodies', () => {
  it('of statuses without one are not sent', () => {
    const response = ask(answerOf({ status: 204, body: '' }))
    expect(response.status).toBe(204)
    expect(response.headers.get('content-length')).toBeNull()
  })

  it('that are empty have the length 0', () => {
    const response = ask(
      answerOf({
        status: 308,
        body: '',
        headers: { 'content-type': 'text/plain', location: '/b' },
      }),
    )
    expect(response.headers.get('content-length')).toBe('0')
    expect(response.headers.get('location')).toBe('/b')
  })

  it('are the same for everybody, whatever one reader does with the headers', () => {
    const answer = answerOf()
    const first = ask(answer)
    first.headers.set('x-request-id', '1')
    expect(ask(answer).headers.get('x-request-id')).toBeNull()
  })
})
