/** Forms of visitors: what they hold, and how much of one is read. */
import { describe, expect, it } from '@jest/globals'
import { formOf, isRefusal } from './formOf.ts'

const sent = (body: BodyInit, headers: Record<string, string> = {}): Request =>
  new Request('http://localhost/contact/send', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit)

const URLENCODED = { 'content-type': 'application/x-www-form-urlencoded' }

/** As it comes without a length, piece by piece; `null` ends it. */
const chunked = (next: (at: number) => Uint8Array | null) => {
  let pulls = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const piece = next(pulls)
        pulls += 1
        if (piece) {
          controller.enqueue(piece)
        } else {
          controller.close()
        }
      },
    },
    { highWaterMark: 0 },
  )
  return { body, pulls: () => pulls }
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const field = async (request: Request, name: string) => {
  const form = await formOf(request)
  return isRefusal(form) ? form.code : form.get(name)
}

describe('a form', () => {
  it('is read as multipart/form-data', async () => {
    const form = new FormData()
    form.set('password', 'änder’s')
    expect(await field(sent(form), 'password')).toBe('änder’s')
  })

  it('is read as application/x-www-form-urlencoded', async () => {
    expect(await field(sent('name=Ada+L&email=a%40b.test', URLENCODED), 'email')).toBe('a@b.test')
  })

  it('is read whole when it comes in pieces', async () => {
    const pieces = ['name=Ad', 'a&message=He', 'llo'].map(bytes)
    const { body } = chunked((at) => pieces[at] ?? null)
    expect(await field(sent(body, URLENCODED), 'message')).toBe('Hello')
  })

  it('may have 64 KB and no more', async () => {
    const most = 64 * 1024
    const of = (size: number) => field(sent(`a=${'x'.repeat(size - 2)}`, URLENCODED), 'a')
    expect(await of(most)).toHaveLength(most - 2)
    expect(await of(most + 1)).toBe('body_too_large')
  })

  it('is not begun when it says that it is longer', async () => {
    const { body, pulls } = chunked(() => bytes('a'))
    expect(await formOf(sent(body, { ...URLENCODED, 'content-length': '70000' }))).toEqual({
      code: 'body_too_large',
    })
    expect(pulls()).toBe(0)
  })

  it.each([['application/x-www-form-urlencoded'], ['multipart/form-data; boundary=x']])(
    'without an end is left at the limit: %s',
    async (type) => {
      const head = bytes('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n')
      const { body, pulls } = chunked((at) => (at === 0 ? head : new Uint8Array(1024).fill(97)))
      expect(await formOf(sent(body, { 'content-type': type }))).toEqual({ code: 'body_too_large' })
      const read = pulls()
      expect(read).toBeLessThanOrEqual(66)
      await new Promise((resolve) => setTimeout(resolve, 50))
      expect(pulls()).toBe(read)
    },
  )

  const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

  it('is read as JSON, with its nulls left out', async () => {
    const body = JSON.stringify({ name: 'Jörg', company: null, half: '\ud800' })
    const form = await formOf(sent(body, JSON_TYPE))
    expect(form).toEqual(
      new Map([
        ['name', 'Jörg'],
        ['half', '\ud800'],
      ]),
    )
  })

  it.each([
    ['broken JSON', '{"name":', JSON_TYPE, 'malformed_json'],
    ['no JSON at all', '', JSON_TYPE, 'malformed_json'],
    ['JSON that is not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), JSON_TYPE, 'malformed_json'],
    ['a list', '[]', JSON_TYPE, 'body_not_an_object'],
    ['null', 'null', JSON_TYPE, 'body_not_an_object'],
    ['a text', '"x"', JSON_TYPE, 'body_not_an_object'],
    ['a number in a field', '{"name":7}', JSON_TYPE, 'malformed_value'],
    ['an object in a field', '{"name":{}}', JSON_TYPE, 'malformed_value'],
    ['no type', new Uint8Array([1]), {}, 'unsupported_media_type'],
    ['plain text', 'name=A', { 'content-type': 'text/plain' }, 'unsupported_media_type'],
    ['a type of a strange name', '{}', { 'content-type': 'constructor' }, 'unsupported_media_type'],
    [
      'a form that broke off',
      '--x\r\nContent-Disp',
      { 'content-type': 'multipart/form-data; boundary=x' },
      'malformed_upload',
    ],
    [
      'a form without a boundary',
      '--x',
      { 'content-type': 'multipart/form-data' },
      'malformed_upload',
    ],
  ])('is refused when it is %s', async (_, body, headers, code) => {
    expect(await formOf(sent(body, headers as Record<string, string>))).toMatchObject({ code })
  })

  it.each(['{"name":["a"]}', '{"email":"a@b.test","name":7}', '{"name":{"a":"b"}}'])(
    'names the field that is no text: %s',
    async (body) => {
      expect(await formOf(sent(body, JSON_TYPE))).toEqual({
        code: 'malformed_value',
        field: 'name',
      })
    },
  )

  it('takes no files', async () => {
    const form = new FormData()
    form.set('message', new Blob(['x']), 'x.txt')
    expect(await formOf(sent(form))).toEqual({ code: 'no_files_here', field: 'message' })
  })

  it('that breaks off is malformed', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) })
    expect(await formOf(sent(body, URLENCODED))).toEqual({ code: 'malformed_upload' })
  })
})
