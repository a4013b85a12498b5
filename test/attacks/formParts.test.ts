// What stands beside a file in a form: its fields, and the names of its parts. All of it is UTF-8, is there once, and can
// be stored; what is not is refused with a sentence that names it, and neither the file nor a document is kept.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { endless, postInPieces } from '../support/postInPieces.ts'
import { startTarget, tokenFor, type Answer, type Target } from '../support/attacks.ts'

const AS = 'owner@client.test'
const BOUNDARY = 'a-boundary-of-a-form'
const FIELDS = 'Content-Disposition: form-data; name="_payload"'

let target: Target
let authorization: string

beforeAll(async () => {
  target = await startTarget()
  authorization = `JWT ${await tokenFor(target)(AS)}`
  PICTURE.bytes = await sharp({
    create: { width: 64, height: 48, channels: 3, background: '#369' },
  })
    .png()
    .toBuffer()
})

afterAll(async () => {
  await target?.stop()
})

type Part = { body: Uint8Array | string; head: Uint8Array | string }

/** A kind of files, with a field for text of theirs. */
type Kind = { bytes: Buffer; collection: 'documents' | 'media'; field: string; type: string }

const PICTURE: Kind = { bytes: Buffer.of(), collection: 'media', field: 'alt', type: 'image/png' }
const DOCUMENT: Kind = {
  bytes: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  collection: 'documents',
  field: 'title',
  type: 'application/pdf',
}

const fieldsOf = ({ field }: Kind, text = 'A wall'): string =>
  JSON.stringify({ tenant: target.world.client.id, [field]: text })

const fieldPart = (body: Uint8Array | string, head = FIELDS): Part => ({ body, head })

const filePart = ({ bytes, type }: Kind, name = 'wall'): Part => ({
  body: bytes,
  // In Latin-1, so that a test may write names that are no UTF-8.
  head: Buffer.from(
    `Content-Disposition: form-data; name="file"; filename="${name}.${type.slice(-3)}"\r\nContent-Type: ${type}`,
    'latin1',
  ),
})

const post = async (kind: Kind, parts: readonly Part[]): Promise<Answer> =>
  target.send(`/api/${kind.collection}`, {
    method: 'POST',
    headers: { authorization, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: Buffer.concat([
      ...parts.flatMap(({ body, head }) => [
        Buffer.from(`--${BOUNDARY}\r\n`),
        Buffer.from(head),
        Buffer.from('\r\n\r\n'),
        Buffer.from(body),
        Buffer.from('\r\n'),
      ]),
      Buffer.from(`--${BOUNDARY}--\r\n`),
    ]),
  })

const count = async ({ collection }: Kind): Promise<number> =>
  (await target.payload.count({ collection, overrideAccess: true })).totalDocs

const latin1 = (kind: Kind): Buffer => Buffer.from(fieldsOf(kind, 'caf\u00e9'), 'latin1')

const CASES: readonly [
  what: string,
  parts: (kind: Kind) => Part[],
  ...refusal: [status: number, code: string, said: string],
][] = [
  [
    'bytes that are no UTF-8 in the fields',
    (kind) => [fieldPart(latin1(kind)), filePart(kind)],
    400,
    'bad_request',
    '“_payload” holds bytes',
  ],
  [
    'the same behind the file',
    (kind) => [filePart(kind), fieldPart(latin1(kind))],
    400,
    'bad_request',
    '“_payload” holds bytes',
  ],
  [
    'fields that are said to be in another charset',
    (kind) => [
      fieldPart(
        Buffer.from(fieldsOf(kind), 'utf16le'),
        `${FIELDS}\r\nContent-Type: text/plain; charset=utf-16le`,
      ),
      filePart(kind),
    ],
    415,
    'unsupported_media_type',
    '“utf-16le”',
  ],
  [
    'fields twice',
    (kind) => [fieldPart(fieldsOf(kind)), fieldPart('{}'), filePart(kind)],
    400,
    'malformed_upload',
    '“_payload” once',
  ],
  [
    'fields that stand for themselves',
    (kind) => [
      fieldPart('A wall', `Content-Disposition: form-data; name="${kind.field}"`),
      filePart(kind),
    ],
    400,
    'malformed_upload',
    'Nothing reads “',
  ],
  [
    'a part without a name',
    (kind) => [fieldPart(fieldsOf(kind), 'X-Name: _payload'), filePart(kind)],
    400,
    'malformed_upload',
    'no name',
  ],
  [
    'a part with a name that every object has',
    (kind) => [
      fieldPart('x', 'Content-Disposition: form-data; name="__proto__"'),
      fieldPart(fieldsOf(kind)),
      filePart(kind),
    ],
    400,
    'malformed_upload',
    '“__proto__”',
  ],
  [
    'a file name that is no UTF-8',
    (kind) => [fieldPart(fieldsOf(kind)), filePart(kind, 'caf\u00e9')],
    400,
    'malformed_upload',
    'name of a part or of its file',
  ],
  [
    'a NUL in the name of the file',
    (kind) => [fieldPart(fieldsOf(kind)), filePart(kind, 'wa\0ll')],
    400,
    'malformed_upload',
    'name of a part or of its file',
  ],
  [
    'a NUL in the fields, as JSON writes it',
    (kind) => [fieldPart(fieldsOf(kind, 'A\0wall')), filePart(kind)],
    400,
    'malformed_value',
    'NUL',
  ],
  [
    'half of a surrogate pair in the fields',
    (kind) => [fieldPart(fieldsOf(kind, 'A\ud800wall')), filePart(kind)],
    400,
    'malformed_value',
    'surrogate',
  ],
  [
    'a field with a name that every object has',
    (kind) => [fieldPart(fieldsOf(kind).replace('{', '{"__proto__":{"a":1},')), filePart(kind)],
    400,
    'malformed_value',
    '“__proto__”',
  ],
]

describe.each([
  ['a picture', PICTURE],
  ['a document', DOCUMENT],
])('beside %s', (_, kind) => {
  it.each(CASES)('%s: refused, and nothing is kept', async (_what, parts, ...refusal) => {
    const [status, code, said] = refusal
    const before = await count(kind)
    const { body, ...answer } = await post(kind, parts(kind))
    expect([answer.status, body.code, body.detail]).toEqual([
      status,
      code,
      expect.stringContaining(said),
    ])
    expect(await count(kind)).toBe(before)
  })

  it('text in every script is stored as it was sent', async () => {
    const text = 'Überseehafen 横浜港 🚢 \ufffd'
    const name = Buffer.from('横浜港').toString('latin1')
    const { body, status } = await post(kind, [
      fieldPart(fieldsOf(kind, text)),
      filePart(kind, name),
    ])
    expect([status, body.doc?.[kind.field]]).toEqual([201, text])
  })
})

it('a form without a file has no fields beside “_payload” either', async () => {
  const form = new FormData()
  form.set('_payload', '{}')
  form.set('title', 'Never')
  const { body, status } = await target.send(`/api/case-studies/${target.draft.id}?draft=true`, {
    method: 'PATCH',
    headers: { authorization },
    body: form,
  })
  expect([status, body.code]).toEqual([400, 'malformed_upload'])
  expect(body.detail).toContain('“title”')
})

it('a form without a file needs no length, and has an end all the same', async () => {
  const head = `--${BOUNDARY}\r\n${FIELDS}\r\n\r\n`
  const post = async (pieces: Iterable<Uint8Array | string>) => {
    const { body, status } = await postInPieces({
      url: target.api.url,
      path: '/api/services?draft=true',
      headers: { authorization, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
      pieces,
    })
    return [status, (JSON.parse(body) as { code?: string }).code]
  }
  const fields = JSON.stringify({ tenant: target.world.client.id, name: 'In pieces' })
  expect(await post([head, fields, `\r\n--${BOUNDARY}--\r\n`])).toEqual([201, undefined])
  expect(await post(endless(head + ' '.repeat(100_000)))).toEqual([413, 'body_too_large'])
})
