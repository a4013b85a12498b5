// Files at Cloudinary, from the editor's browser to the visitor's: through the whole server, against
// a stand-in that checks every signature.
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { makeMp4 } from '../../plugins/media/inspect/testClips.ts'
import { startCloudinary, type CloudinaryStandIn } from '../support/cloudinary/index.ts'
import { createStudy } from '../support/content.ts'
import { startTarget, tokenFor, type Target } from '../support/attacks.ts'

let cloud: CloudinaryStandIn
let target: Target
let tokenOf: (email: string) => Promise<string>
let picture: Buffer
let settle: () => Promise<void>

const AS = 'editor@client.test'
const SECRET = 'hush-this-is-secret'

beforeAll(async () => {
  cloud = await startCloudinary({
    cloudName: 'demo',
    apiKey: '1234567890',
    apiSecret: SECRET,
    chunkMinimum: 1000,
    holdEager: true,
  })
  // Read when the configuration is.
  process.env.CLOUDINARY_URL = `${cloud.cloudinaryUrl}&secure_distribution=${cloud.url}`
  target = await startTarget()
  tokenOf = tokenFor(target)
  const { runQueues } = await import('../../src/jobs/fileWork.ts')
  settle = () => runQueues({ payload: target.payload })
  picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#c83' } })
    .jpeg()
    .toBuffer()
})

afterAll(async () => {
  delete process.env.CLOUDINARY_URL
  await target?.stop()
  await cloud?.stop()
})

const upload = () =>
  target.upload({
    as: AS,
    bytes: picture,
    data: { tenant: target.world.client.id, alt: 'A dune' },
    mimeType: 'image/jpeg',
    name: 'dune.jpg',
  })

const begin = (body: object) =>
  target.api.call({
    as: AS,
    method: 'POST',
    path: '/api/media/uploads',
    body: { tenant: target.world.client.id, ...body },
  })

/** As a browser does it. */
const sendDirect = async (
  { fields, url }: { fields: Record<string, string>; url: string },
  bytes: Uint8Array,
  changed: Record<string, string> = {},
) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...changed })) {
    form.set(name, value)
  }
  form.set('file', new Blob([bytes as BlobPart]), 'blob')
  const response = await fetch(url, { method: 'POST', body: form })
  return { status: response.status, report: (await response.json()) as Record<string, unknown> }
}

const complete = (ticket: string, report: unknown) =>
  target.api.call({
    as: AS,
    method: 'POST',
    path: '/api/media/uploads/complete',
    body: { report, ticket },
  })

const create = async (file: unknown, alt: string) => {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ tenant: target.world.client.id, alt }))
  form.set('file', JSON.stringify(file))
  return target.send('/api/media', {
    method: 'POST',
    headers: { authorization: `JWT ${await tokenOf(AS)}` },
    body: form,
  })
}

const direct = async (bytes: Uint8Array, filename: string, alt: string) => {
  const begun = (await begin({ filename, size: bytes.length })).body
  const { report } = await sendDirect(begun, bytes)
  const { body } = await complete(begun.ticket, report)
  return (await create(body.file, alt)).body.doc
}

const fetchAt = (url: string, headers: Record<string, string> = {}) =>
  fetch(url.startsWith('/') ? target.api.url + url : url, { headers })

const read = async (id: string, as?: string) =>
  (await target.api.call({ as, path: `/api/media/${id}` })).body

describe('a picture at Cloudinary', () => {
  it('sent through the server is stored there, under an id of ours, and never as the public’s', async () => {
    const { body, status } = await upload()
    expect({ status, body }).toMatchObject({ status: 201 })
    const { asset } = body.doc
    expect(asset).toMatchObject({
      account: 'demo',
      driver: 'cloudinary',
      deliveryType: 'authenticated',
    })
    expect(cloud.assets.has(`image/authenticated/${asset.publicId}`)).toBe(true)
    const shown = await fetchAt(body.doc.sizes.card.url)
    expect({ status: shown.status, type: shown.headers.get('content-type') }).toEqual({
      status: 200,
      type: expect.stringMatching(/^image\//),
    })
    const bare = await fetchAt(
      `${cloud.url}/demo/image/authenticated/v${asset.version}/${asset.publicId}.jpg`,
    )
    expect(bare.status).toBeGreaterThanOrEqual(400)
  })

  it('sent straight there becomes a document by what Cloudinary says of it', async () => {
    const begun = await begin({ filename: 'dune.jpg', size: picture.length })
    expect(begun.body).toMatchObject({ kind: 'direct', chunkSize: null })
    expect(JSON.stringify(begun.body)).not.toContain(SECRET)
    const { report, status } = await sendDirect(begun.body, picture)
    expect(status).toBe(200)
    const { body } = await complete(begun.body.ticket, { ...report, width: 1, bytes: 1 })
    const { doc } = (await create(body.file, 'A dune')).body
    expect(doc).toMatchObject({
      width: 900,
      height: 600,
      filesize: picture.length,
      asset: { driver: 'cloudinary', etag: createHash('md5').update(picture).digest('hex') },
    })
    expect(doc.blurDataUrl).toMatch(/^data:image\/png/)
  })

  it('cannot be sent with other parameters than were signed, nor claimed without having been sent', async () => {
    const begun = (await begin({ filename: 'dune.jpg', size: picture.length })).body
    const changes: Record<string, string>[] = [
      { public_id: `vitrine/${target.world.stranger.id}/media/${'a'.repeat(32)}` },
      { type: 'upload' },
      { overwrite: '1' },
      { notification_url: 'https://evil.test' },
    ]
    for (const changed of changes) {
      expect({ changed, ...(await sendDirect(begun, picture, changed)) }).toMatchObject({
        status: 401,
      })
    }
    const claimed = await complete(begun.ticket, {
      public_id: begun.fields.public_id,
      signature: 'x',
    })
    expect(claimed).toMatchObject({
      status: 400,
      body: { errors: [{ data: { code: 'upload_unproven' } }] },
    })
    const other = await upload()
    const foreign = await complete(begun.ticket, { public_id: other.body.doc.asset.publicId })
    expect(foreign.status).toBe(400)
  })

  it('is delivered by the CDN while something public shows it, and no longer', async () => {
    const { doc } = (await upload()).body
    const study = await createStudy({
      payload: target.payload,
      tenant: target.world.client.id,
      title: 'Shows a dune',
      cover: doc.id,
    })
    await settle()
    const shown = await read(doc.id)
    expect(shown.sizes.card.url).toContain(`${cloud.url}/demo/image/upload/c_fill`)
    expect((await fetchAt(shown.sizes.card.url)).status).toBe(200)
    await target.payload.update({
      collection: 'case-studies',
      id: study.id,
      data: { visibility: 'private' },
      overrideAccess: true,
    })
    await settle()
    expect(cloud.assets.has(`image/authenticated/${doc.asset.publicId}`)).toBe(true)
    expect((await fetchAt(shown.sizes.card.url)).status).toBe(404)
    expect((await fetchAt((await read(doc.id, AS)).sizes.card.url)).status).toBe(200)
  })

  it('goes with its document, even when Cloudinary is out of reach at first', async () => {
    const { doc } = (await upload()).body
    cloud.fail({ on: 'destroy', how: 'status', status: 500, times: 10 })
    const { status } = await target.api.call({
      as: AS,
      method: 'DELETE',
      path: `/api/media/${doc.id}`,
    })
    expect(status).toBe(200)
    await settle()
    expect(cloud.assets.has(`image/authenticated/${doc.asset.publicId}`)).toBe(true)
    cloud.heal()
    const { totalDocs } = await target.payload.count({
      collection: 'payload-jobs',
      overrideAccess: true,
      where: { taskSlug: { equals: 'removeFile' } },
    })
    expect(totalDocs).toBe(1)
    await target.payload.db.updateJobs({
      data: { waitUntil: null },
      where: { taskSlug: { equals: 'removeFile' } },
    })
    await settle()
    expect(cloud.assets.has(`image/authenticated/${doc.asset.publicId}`)).toBe(false)
  })

  it('that was sent and never saved is swept, and nothing else is', async () => {
    const begun = (await begin({ filename: 'left.jpg', size: picture.length })).body
    const { report } = await sendDirect(begun, picture)
    const left = `image/authenticated/${String(report.public_id)}`
    const kept = (await upload()).body.doc.asset.publicId as string
    const { sweep } = await import('../../plugins/media/index.ts')
    const { mediaOptions } = await import('../../src/config/media.ts')
    const { createLocalReq } = await import('payload')
    const req = await createLocalReq({}, target.payload)
    await sweep({ olderThan: new Date(Date.now() - 60_000), options: mediaOptions, req })
    expect(cloud.assets.has(left)).toBe(true)
    await sweep({ olderThan: new Date(Date.now() + 60_000), options: mediaOptions, req })
    expect({
      left: cloud.assets.has(left),
      kept: cloud.assets.has(`image/authenticated/${kept}`),
    }).toEqual({
      left: false,
      kept: true,
    })
  })

  it('that Cloudinary refuses is refused here with a sentence, and nothing is stored', async () => {
    cloud.fail({
      on: 'upload',
      how: 'status',
      status: 400,
      message: 'Invalid image file',
      times: 1,
    })
    const before = cloud.assets.size
    const { body, status } = await upload()
    expect({ status: status >= 400, code: body.errors[0].data.code }).toEqual({
      status: true,
      code: expect.stringMatching(/^storage_|^type_/),
    })
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${SECRET}|1234567890`))
    expect(cloud.assets.size).toBe(before)
    const { totalDocs } = await target.payload.count({
      collection: 'media',
      overrideAccess: true,
      where: { alt: { equals: 'Never' } },
    })
    expect(totalDocs).toBe(0)
  })
})

describe('a film at Cloudinary', () => {
  const notify = ({
    body,
    secret = SECRET,
    seconds = 0,
    sha = 'sha1',
  }: {
    body: object
    secret?: string
    seconds?: number
    sha?: 'sha1' | 'sha256'
  }) => {
    const rawBody = JSON.stringify(body)
    const timestamp = String(Math.floor(Date.now() / 1000) + seconds)
    return target.send('/api/media/notifications', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-cld-signature': createHash(sha)
          .update(rawBody + timestamp + secret)
          .digest('hex'),
        'x-cld-timestamp': timestamp,
      },
      body: rawBody,
    })
  }

  it('is ready when a signed notification says so, and only then', async () => {
    const film = await makeMp4({ seconds: 2, width: 160, height: 90 })
    const doc = await direct(film, 'film.mp4', 'A film')
    expect(doc.asset).toMatchObject({ status: 'processing', resourceType: 'video' })
    await cloud.finishEager()
    const body = {
      notification_type: 'eager',
      public_id: doc.asset.publicId,
      api_key: '1234567890',
      eager: [{ transformation: 'sp_auto', format: 'm3u8' }],
    }
    expect((await notify({ body, secret: 'another' })).status).toBe(401)
    expect((await notify({ body, seconds: -3 * 60 * 60 })).status).toBe(401)
    expect((await read(doc.id, AS)).asset.status).toBe('processing')
    expect((await notify({ body, sha: 'sha256' })).status).toBe(200)
    const ready = await read(doc.id, AS)
    expect(ready).toMatchObject({ asset: { status: 'ready', hasStream: true } })
    expect(ready.video.stream).toContain('.m3u8')
    const asked = cloud.requests.length
    expect((await notify({ body, seconds: -60 })).status).toBe(200)
    expect(cloud.requests.length).toBe(asked)
  })

  it('is asked for where notifications do not arrive', async () => {
    const film = await makeMp4({ seconds: 2, width: 160, height: 120 })
    const doc = await direct(film, 'film.mp4', 'A film')
    await cloud.finishEager()
    const { tendFiles } = await import('../../plugins/media/index.ts')
    const { mediaOptions } = await import('../../src/config/media.ts')
    const { createLocalReq } = await import('payload')
    await tendFiles({ options: mediaOptions, req: await createLocalReq({}, target.payload) })
    expect((await read(doc.id, AS)).asset).toMatchObject({ status: 'ready', hasStream: true })
  })
})
