// Files in chunks through the server: what a browser sends under a ticket, and what somebody sends who
// is no browser.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { makeMp4 } from '../../plugins/media/inspect/testClips.ts'
import { runDueJobs } from '../../src/jobs/runner.ts'
import { startTarget, tokenFor, type Target } from '../support/attacks.ts'

let target: Target
let tokenOf: (email: string) => Promise<string>
let picture: Buffer

const AS = 'contributor@client.test'

beforeAll(async () => {
  target = await startTarget()
  tokenOf = tokenFor(target)
  picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#284' } })
    .png()
    .toBuffer()
})

afterAll(async () => {
  await target?.stop()
})

const begin = (body: Record<string, unknown>, { as = AS, collection = 'media' } = {}) =>
  target.api.call({
    as,
    method: 'POST',
    path: `/api/${collection}/uploads`,
    body: { tenant: target.world.client.id, ...body },
  })

const put = async ({
  as = AS,
  bytes,
  range,
  ticket,
  to = '/api/media/uploads/bytes',
}: {
  as?: string
  bytes: Uint8Array
  range?: string
  ticket: string
  to?: string
}) =>
  target.send(to, {
    method: 'PUT',
    headers: {
      authorization: `JWT ${await tokenOf(as)}`,
      'content-type': 'application/octet-stream',
      'x-upload-ticket': ticket,
      'content-range': range ?? `bytes 0-${bytes.length - 1}/${bytes.length}`,
    },
    body: bytes as BodyInit,
  })

const complete = (ticket: string, as = AS) =>
  target.api.call({ as, method: 'POST', path: '/api/media/uploads/complete', body: { ticket } })

const create = async (file: unknown, data: Record<string, unknown> = {}, as = AS) => {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ tenant: target.world.client.id, alt: 'A field', ...data }))
  form.set('file', JSON.stringify(file))
  return target.send('/api/media', {
    method: 'POST',
    headers: { authorization: `JWT ${await tokenOf(as)}` },
    body: form,
  })
}

const codeOf = ({
  body,
  status,
}: {
  body: { errors?: { data?: { code?: string } }[] }
  status: number
}) => ({
  status,
  code: body.errors?.[0]?.data?.code,
})

const arrivals = (): string[] => {
  const folder = path.join(path.resolve(process.env.DATA_DIR ?? '.data'), 'uploads')
  return existsSync(folder)
    ? readdirSync(folder).filter((name) => /\.(part|poster|taken)$/.test(name))
    : []
}

const send = async (bytes: Uint8Array, filename: string, as = AS) => {
  const { body } = await begin({ filename, size: bytes.length }, { as })
  await put({ as, bytes, ticket: body.ticket })
  return body.ticket as string
}

describe('an upload in chunks', () => {
  it('becomes a document with what its bytes say', async () => {
    const begun = await begin({
      filename: 'A field.png',
      size: picture.length,
      mimeType: 'text/html',
    })
    expect(begun).toMatchObject({
      status: 201,
      body: { kind: 'server', chunkSize: 8 * 1024 * 1024 },
    })
    const { ticket, url } = begun.body
    const half = Math.floor(picture.length / 2)
    const first = await put({
      bytes: picture.subarray(0, half),
      range: `bytes 0-${half - 1}/${picture.length}`,
      ticket,
      to: url,
    })
    expect(first.body).toEqual({ received: half })
    await put({
      bytes: picture.subarray(half),
      range: `bytes ${half}-${picture.length - 1}/${picture.length}`,
      ticket,
      to: url,
    })
    const { body, status } = await complete(ticket)
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { preview: { width: 640, height: 480 }, duplicates: [] },
    })
    const made = await create(body.file)
    expect({ status: made.status, body: made.body }).toMatchObject({ status: 201 })
    expect(made.body.doc).toMatchObject({
      height: 480,
      mimeType: 'image/png',
      width: 640,
      filesize: picture.length,
      asset: { driver: 'local', format: 'png', status: 'ready' },
    })
    expect(arrivals()).toEqual([])
    const again = await complete(await send(picture, 'again.png'))
    expect(again.body.duplicates).toMatchObject([{ id: made.body.doc.id, alt: 'A field' }])
  })

  it('goes on where the connection broke', async () => {
    const { ticket } = (await begin({ filename: 'x.png', size: picture.length })).body
    await put({ bytes: picture.subarray(0, 100), range: `bytes 0-99/${picture.length}`, ticket })
    const twice = await put({
      bytes: picture.subarray(0, 100),
      range: `bytes 0-99/${picture.length}`,
      ticket,
    })
    expect(twice.body.errors[0].data).toEqual({ code: 'chunk_misplaced', received: 100 })
    const asked = await target.send('/api/media/uploads/bytes', {
      headers: { authorization: `JWT ${await tokenOf(AS)}`, 'x-upload-ticket': ticket },
    })
    expect(asked.body).toEqual({ received: 100 })
    expect(codeOf(await complete(ticket))).toEqual({ status: 409, code: 'upload_incomplete' })
  })

  it('given up leaves nothing', async () => {
    const { ticket } = (await begin({ filename: 'x.png', size: picture.length })).body
    await put({ bytes: picture.subarray(0, 100), range: `bytes 0-99/${picture.length}`, ticket })
    const before = arrivals().length
    const { status } = await target.send('/api/media/uploads', {
      method: 'DELETE',
      headers: { authorization: `JWT ${await tokenOf(AS)}`, 'x-upload-ticket': ticket },
    })
    expect({ status, left: arrivals().length }).toEqual({ status: 200, left: before - 1 })
  })

  it('of a film has its length, its poster and, where it can be, its stream', async () => {
    const film = await makeMp4({ seconds: 3, width: 320, height: 180 })
    const { ticket } = (await begin({ filename: 'film.mp4', size: film.length })).body
    await put({ bytes: film, ticket })
    const frame = await sharp(picture).jpeg().toBuffer()
    expect((await put({ bytes: frame, ticket, to: '/api/media/uploads/poster' })).status).toBe(200)
    const { body } = await complete(ticket)
    const { doc } = (await create(body.file, { alt: 'A film' })).body
    expect(doc).toMatchObject({
      width: 320,
      height: 180,
      asset: { hasPoster: true, resourceType: 'video' },
    })
    expect(doc.asset.duration).toBeCloseTo(3, 0)
    await runDueJobs({ payload: target.payload })
    const read = (await target.api.call({ as: AS, path: `/api/media/${doc.id}` })).body
    expect(read.asset.status).toBe('ready')
    const poster = await fetch(target.api.url + read.video.poster.url)
    expect(poster.headers.get('content-type')).toBe('image/jpeg')
    const part = await fetch(target.api.url + read.video.mp4, { headers: { range: 'bytes=0-9' } })
    expect({ status: part.status, length: (await part.arrayBuffer()).byteLength }).toEqual({
      status: 206,
      length: 10,
    })
  })
})

describe('what is no upload', () => {
  it('is refused before a byte is sent: by type, size, quota and right', async () => {
    const cases = [
      [
        { filename: 'x.svg', size: 10 },
        { status: 415, code: 'type_not_allowed' },
      ],
      [
        { filename: 'x.exe', size: 10 },
        { status: 415, code: 'type_not_allowed' },
      ],
      [
        { filename: 'x.png', size: 0 },
        { status: 400, code: 'file_empty' },
      ],
      [
        { filename: 'x.png', size: 60_000_000 },
        { status: 413, code: 'file_too_large' },
      ],
      [
        { filename: 'x.png', size: 10, tenant: target.world.stranger.id },
        { status: 403, code: 'no_tenant' },
      ],
      [{ filename: 'x.png' }, { status: 400, code: 'ticket_invalid' }],
    ] as const
    for (const [body, expected] of cases) {
      expect({ body, ...codeOf(await begin(body)) }).toEqual({ body, ...expected })
    }
    expect(
      codeOf(await begin({ filename: 'x.png', size: 10 }, { as: 'viewer@client.test' })),
    ).toEqual({
      status: 403,
      code: 'no_tenant',
    })
    await target.payload.update({
      collection: 'tenants',
      id: target.world.agency.id,
      data: { quotas: { storageMb: 1 } },
      overrideAccess: true,
    })
    expect(
      codeOf(
        await begin(
          { filename: 'x.png', size: 2_000_000, tenant: target.world.agency.id },
          { as: 'editor@agency.test' },
        ),
      ),
    ).toEqual({ status: 413, code: 'quota_exceeded' })
  })

  it('is refused by what its bytes are, whatever it is called; nothing of it stays', async () => {
    const hostile: [string, Uint8Array][] = [
      ['page.png', Buffer.from('<html><script>alert(1)</script></html>')],
      ['drawing.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
      ['half.png', picture.subarray(0, picture.length / 2)],
      ['noise.jpg', Buffer.alloc(500, 7)],
      ['film.mp4', picture.subarray(0, 300)],
    ]
    for (const [name, bytes] of hostile) {
      const { body, status } = await complete(await send(bytes, name))
      expect({ name, status, hasCode: Boolean(body.errors?.[0]?.data?.code) }).toEqual({
        name,
        status: status >= 400 && status < 500 ? status : 'refused',
        hasCode: true,
      })
    }
    expect(arrivals().filter((name) => !name.endsWith('.part'))).toEqual([])
  })

  it('a picture of 100 megapixels in a few kilobytes is not decoded', async () => {
    const bomb = await sharp({
      create: { width: 10_000, height: 10_000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9, palette: true })
      .toBuffer()
    const answer = await complete(await send(bomb, 'bomb.png'))
    expect(codeOf(answer)).toEqual({ status: 400, code: 'picture_too_large' })
  })

  it('a ticket is good for the one who got it, in one collection, and unchanged', async () => {
    const { ticket } = (await begin({ filename: 'x.png', size: picture.length })).body
    const [body = '', signature = ''] = (ticket as string).split('.')
    const opened = JSON.parse(Buffer.from(body, 'base64url').toString()) as object
    const forged = `${Buffer.from(JSON.stringify({ ...opened, tenant: target.world.stranger.id })).toString('base64url')}.${signature}`
    for (const [as, one] of [
      ['contributor@stranger.test', ticket],
      [AS, forged],
      [AS, `${body}.`],
      [AS, 'x'],
    ] as const) {
      expect((await put({ as, bytes: picture, ticket: one })).status).toBe(400)
    }
    const other = await put({ bytes: picture, ticket, to: '/api/documents/uploads/bytes' })
    expect(other.status).toBe(400)
  })

  it('more bytes than were announced are cut off', async () => {
    const { ticket } = (await begin({ filename: 'x.png', size: 50 })).body
    const answer = await put({ bytes: picture, range: 'bytes 0-49/50', ticket })
    expect(codeOf(answer)).toEqual({ status: 413, code: 'file_too_large' })
  })

  it('a receipt of somebody else, of another tenant or changed makes no document', async () => {
    const { file } = (await complete(await send(picture, 'mine.png'))).body
    const answers = [
      await create(file, {}, 'editor@client.test'),
      await create({ ...file, filename: 'other.png' }),
      await create({
        ...file,
        clientUploadContext: { signedReceipt: `${file.clientUploadContext.signedReceipt}x` },
      }),
      await create({
        ...file,
        clientUploadContext: {
          collection: 'media',
          tenant: target.world.client.id,
          data: { asset: { driver: 'local', publicId: 'vitrine/x/media/y' } },
        },
      }),
    ]
    expect(answers.map(({ status }) => status >= 400 && status < 500)).toEqual([
      true,
      true,
      true,
      true,
    ])
    const { status } = await create(file)
    expect(status).toBe(201)
  })
})
