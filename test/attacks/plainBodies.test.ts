// A body is UTF-8 as it is, has no names that every object has already, and arrives in time: on REST, in GraphQL and
// in forms alike. All else is refused with what to send instead, and stores nothing.
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { richText } from '../support/content.ts'
import { startTarget, tokenFor, type Answer, type Target } from '../support/attacks.ts'

const EDITOR = 'editor@client.test'

let target: Target
let authorization: string

beforeAll(async () => {
  target = await startTarget()
  authorization = `JWT ${await tokenFor(target)(EDITOR)}`
})

afterAll(async () => {
  await target?.stop()
})

type Sent = { body: Uint8Array; headers?: Record<string, string>; type?: string }

const toRest = ({ body, headers, type = 'application/json' }: Sent): Promise<Answer> =>
  target.send(`/api/case-studies/${target.draft.id}?draft=true`, {
    method: 'PATCH',
    headers: { authorization, 'content-type': type, ...headers },
    body: body as BodyInit,
  })

const toGraphQL = ({ body, headers, type = 'application/json' }: Sent): Promise<Answer> =>
  target.send('/api/graphql', {
    method: 'POST',
    headers: { authorization, 'content-type': type, ...headers },
    body: body as BodyInit,
  })

const asForm = ({ body, headers }: Sent): Promise<Answer> => {
  const boundary = 'a-boundary-of-a-form'
  const [before, after] = [
    `--${boundary}\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n`,
    `\r\n--${boundary}--\r\n`,
  ]
  return toRest({
    body: Buffer.concat([Buffer.from(before), body, Buffer.from(after)]),
    type: `multipart/form-data; boundary=${boundary}`,
    ...(headers ? { headers } : {}),
  })
}

const WAYS = [
  ['REST', toRest],
  ['GraphQL', toGraphQL],
  ['a form', asForm],
] as const

const JSON_TEXT = '{"summary":"caf\u00e9","query":"{ __typename }"}'

describe.each(WAYS)('%s', (way, send) => {
  it('takes UTF-8, whether or not it says so', async () => {
    expect((await send({ body: Buffer.from(JSON_TEXT) })).status).toBe(200)
    if (way !== 'a form') {
      const type = 'application/json; charset=UTF-8'
      expect((await send({ body: Buffer.from(JSON_TEXT), type })).status).toBe(200)
    }
  })

  it('refuses bytes that are none', async () => {
    const { body, status } = await send({ body: Buffer.from(JSON_TEXT, 'latin1') })
    expect([status, body.code]).toEqual([400, 'bad_request'])
    expect(body.detail).toContain('UTF-8')
  })

  it('refuses what is compressed', async () => {
    const { body, status } = await send({
      body: gzipSync(JSON_TEXT),
      headers: { 'content-encoding': 'gzip' },
    })
    expect([status, body.code]).toEqual([415, 'unsupported_media_type'])
    expect(body.detail).toContain('Content-Encoding: gzip')
  })

  it('refuses names that no field can have, however deep', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const node = `{"type":"paragraph","version":1,"children":[],"${name}":{"a":1}}`
      const text = JSON.stringify({
        title: 'Never',
        query: '{ __typename }',
        chapters: [{ kind: 'story', body: richText('x') }],
      }).replace('"children":[', `"children":[${node},`)
      expect(text).toContain(node)
      const { body, status } = await send({ body: Buffer.from(text) })
      expect([status, body.code]).toEqual([400, 'malformed_value'])
      expect(body.detail).toContain(`chapters.0.body.root.children.0.${name}”`)
    }
  })
})

describe.each(WAYS.slice(0, 2))('%s', (_way, send) => {
  it('refuses another charset', async () => {
    const { body, status } = await send({
      body: Buffer.from(JSON_TEXT, 'utf16le'),
      type: 'application/json; charset=utf-16',
    })
    expect([status, body.code]).toEqual([415, 'unsupported_media_type'])
    expect(body.detail).toContain('UTF-8')
  })
})

it('a name that no field can have is refused beside a file too', async () => {
  const form = new FormData()
  form.set('_payload', '{"alt":"A","focus":{"__proto__":{"x":1}}}')
  form.set('file', new Blob(['x'], { type: 'image/png' }), 'a.png')
  const { body, status } = await target.send('/api/media', {
    method: 'POST',
    headers: { authorization },
    body: form,
  })
  expect([status, body.code]).toEqual([400, 'malformed_value'])
  expect(body.detail).toContain('“focus.__proto__”')
})

it('whether nobody may open the admin is a truth in GraphQL', async () => {
  for (const [as, canAccessAdmin] of [
    [undefined, false],
    [EDITOR, true],
  ] as const) {
    const { body } = await target.graphql({ as, query: '{ Access { canAccessAdmin } }' })
    expect(body).toEqual({ data: { Access: { canAccessAdmin } } })
  }
})
