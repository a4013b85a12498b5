// What forms write to the disk before anybody knows whether they are taken: how much, for whom, and what
// stays of it. Over a real connection, and without a length.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { importerOptions } from '../../src/config/importer.ts'
import { startTarget, tokenFor, type Target } from '../support/attacks.ts'
import { endless, postInPieces } from '../support/postInPieces.ts'

let target: Target
let authorization: string
let dataDir: string
const sharedDir = process.env.DATA_DIR

const AS = 'owner@client.test'

beforeAll(async () => {
  // Of its own: other test files write forms at the same time.
  dataDir = mkdtempSync(path.join(tmpdir(), 'vitrine-forms-'))
  process.env.DATA_DIR = dataDir
  target = await startTarget()
  authorization = `JWT ${await tokenFor(target)(AS)}`
})

afterAll(async () => {
  await target?.stop()
  process.env.DATA_DIR = sharedDir
  rmSync(dataDir, { force: true, recursive: true })
})

/** What forms have written to the disk. */
const formFiles = (): string[] => {
  const folder = path.join(dataDir, 'uploads', 'forms')
  return existsSync(folder) ? readdirSync(folder) : []
}

const MULTIPART = { 'content-type': 'multipart/form-data; boundary=x' }

const fileHead = (name = 'a.zip', field = 'file'): string =>
  `--x\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n`

const fieldsOf = (json: string): string =>
  `\r\n--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n${json}\r\n--x--\r\n`

/** Without a length, as `Transfer-Encoding: chunked`. */
const postForm = async (as: string, to: string, pieces: Iterable<Uint8Array | string>) => {
  const token = await tokenFor(target)(as)
  const { body, status } = await postInPieces({
    url: target.api.url,
    path: to,
    headers: { ...MULTIPART, authorization: `JWT ${token}` },
    pieces,
  })
  return { status, code: (JSON.parse(body) as { code?: string }).code }
}

function* endlessFile(): Generator<Uint8Array | string> {
  yield fileHead()
  yield* endless(new Uint8Array(16 * 1024))
}

describe('an import', () => {
  const MOST = 256 * 1024
  const { limits } = importerOptions
  const post = (as: string, pieces: Iterable<Uint8Array | string>) =>
    postForm(as, '/api/importer', pieces)
  const wanted = (more: object = {}) =>
    fieldsOf(JSON.stringify({ tenant: target.world.client.id, mode: 'dry-run', ...more }))

  beforeEach(() => {
    importerOptions.limits = { ...limits, uploadBytes: MOST }
  })

  afterEach(() => {
    if (limits) {
      importerOptions.limits = limits
    } else {
      delete importerOptions.limits
    }
  })

  it('of somebody who can import nowhere is refused before a byte of it is read', async () => {
    for (const as of ['editor@client.test', 'viewer@stranger.test']) {
      const answer = await post(as, endlessFile())
      expect({ as, ...answer }).toEqual({ as, status: 403, code: 'not_allowed' })
    }
    expect(formFiles()).toEqual([])
  })

  it('without an end is refused at the limit, and nothing of it stays', async () => {
    expect(await post(AS, endlessFile())).toEqual({ status: 413, code: 'file_too_large' })
    expect(formFiles()).toEqual([])
  })

  it('up to the limit is taken, and nothing of it stays', async () => {
    const pieces = [fileHead('a.md'), '---\ntitle: Sent\n---\n', 'Text '.repeat(10_000), wanted()]
    const token = await tokenFor(target)(AS)
    const { body, status } = await postInPieces({
      url: target.api.url,
      path: '/api/importer',
      headers: { ...MULTIPART, authorization: `JWT ${token}` },
      pieces,
    })
    expect([status, body.trim().split('\n').at(-1)]).toEqual([
      200,
      expect.stringContaining('"type":"report"'),
    ])
    expect(formFiles()).toEqual([])
  })

  it.each<[string, () => string[], number, string]>([
    ['for no tenant', () => [fileHead(), 'a', fieldsOf('{}')], 400, 'import_no_tenant'],
    [
      'for a tenant of others',
      () => [fileHead(), 'a', wanted({ tenant: target.world.stranger.id })],
      403,
      'not_allowed',
    ],
    ['of another type', () => [fileHead('a.exe'), 'a', wanted()], 415, 'type_not_allowed'],
    [
      'under another name',
      () => [fileHead('a.zip', 'archive'), 'a', wanted()],
      400,
      'import_no_file',
    ],
    ['that is empty', () => [fileHead(), wanted()], 400, 'import_no_file'],
    [
      'with fields that are not JSON',
      () => [fileHead(), 'a', fieldsOf('{')],
      400,
      'malformed_json',
    ],
    [
      'with a field of its own',
      () => [
        fileHead(),
        'a\r\n--x\r\nContent-Disposition: form-data; name="mode"\r\n\r\ndry-run',
        wanted(),
      ],
      400,
      'malformed_upload',
    ],
    ['that ends within the file', () => [fileHead(), 'a'], 400, 'malformed_upload'],
    [
      'with two files',
      () => [fileHead(), 'a\r\n', fileHead(), 'b', wanted()],
      413,
      'body_too_large',
    ],
  ])('%s is refused, and nothing of it stays', async (_, pieces, status, code) => {
    expect(await post(AS, pieces())).toEqual({ status, code })
    expect(formFiles()).toEqual([])
  })

  it('that breaks off leaves nothing', async () => {
    const { hostname, port } = new URL(target.api.url)
    const socket = connect(Number(port), hostname)
    socket.write(
      [
        'POST /api/importer HTTP/1.1',
        `Host: ${hostname}:${port}`,
        `Authorization: ${authorization}`,
        `Content-Type: ${MULTIPART['content-type']}`,
        'Content-Length: 100000',
        '',
        `${fileHead()}${'a'.repeat(20_000)}`,
      ].join('\r\n'),
    )
    await until(() => formFiles().length > 0)
    socket.destroy()
    await until(() => formFiles().length === 0)
    expect(formFiles()).toEqual([])
  })
})

describe('a form with a file', () => {
  it('of somebody who can keep none is refused before a byte of it is read', async () => {
    for (const to of ['/api/media', '/api/documents']) {
      const answer = await postForm('viewer@client.test', to, endlessFile())
      expect({ to, ...answer }).toEqual({ to, status: 403, code: 'forbidden' })
    }
    expect(formFiles()).toEqual([])
  })

  it('leaves nothing on the disk, refused or taken', async () => {
    const { status } = await postForm(AS, '/api/media', [
      fileHead('a.png'),
      'not a picture',
      fieldsOf('{}'),
    ])
    expect(status).toBe(415)
    const taken = await createPictureByForm()
    expect(taken.status).toBe(201)
    expect(formFiles()).toEqual([])
  })
})

describe('a body of bytes', () => {
  it('that Payload would read as JSON is limited like other JSON', async () => {
    const { body, status } = await postInPieces({
      url: target.api.url,
      path: '/api/media/uploads/bytes',
      headers: {
        authorization,
        'content-type': 'application/json',
        'x-http-method-override': 'GET',
      },
      pieces: endless(' '.repeat(64 * 1024)),
    })
    expect([status, (JSON.parse(body) as { code: string }).code]).toEqual([413, 'body_too_large'])
  })
})

const createPictureByForm = async () =>
  target.upload({
    as: AS,
    bytes: await sharp({ create: { width: 64, height: 48, channels: 3, background: '#369' } })
      .png()
      .toBuffer(),
    data: { tenant: target.world.client.id, alt: 'A wall' },
    mimeType: 'image/png',
    name: 'wall.png',
  })

const until = async (isSo: () => boolean): Promise<void> => {
  for (let tries = 0; !isSo(); tries += 1) {
    expect(tries).toBeLessThan(250)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
