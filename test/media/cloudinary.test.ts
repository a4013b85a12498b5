// Pictures at Cloudinary, from the editor's browser to the visitor's: through the whole server, against
// a stand-in that checks every signature.
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { CLOUD_SECRET, startCloudTarget, type CloudTarget } from '../support/cloudTarget.ts'

let on: CloudTarget
let picture: Buffer

const AS = 'editor@client.test'

beforeAll(async () => {
  on = await startCloudTarget()
  picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#c83' } })
    .jpeg()
    .toBuffer()
})

afterAll(async () => {
  await on?.stop()
})

const upload = () =>
  on.target.upload({
    as: AS,
    bytes: picture,
    data: { tenant: on.target.world.client.id, alt: 'A dune' },
    mimeType: 'image/jpeg',
    name: 'dune.jpg',
  })

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
    expect(on.cloud.assets.has(`image/authenticated/${asset.publicId}`)).toBe(true)
    const shown = await on.fetchAt(body.doc.sizes.card.url)
    expect({ status: shown.status, type: shown.headers.get('content-type') }).toEqual({
      status: 200,
      type: expect.stringMatching(/^image\//),
    })
    const bare = await on.fetchAt(
      `${on.cloud.url}/demo/image/authenticated/v${asset.version}/${asset.publicId}.jpg`,
    )
    expect(bare.status).toBeGreaterThanOrEqual(400)
  })

  it('sent straight there becomes a document by what Cloudinary says of it', async () => {
    const begun = await on.begin({ filename: 'dune.jpg', size: picture.length })
    expect(begun.body).toMatchObject({ kind: 'direct', chunkSize: null })
    expect(JSON.stringify(begun.body)).not.toContain(CLOUD_SECRET)
    const { report, status } = await on.sendDirect(begun.body, picture)
    expect(status).toBe(200)
    const { body } = await on.complete(begun.body.ticket, { ...report, width: 1, bytes: 1 })
    const { doc } = (await on.create(body.file, 'A dune')).body
    expect(doc).toMatchObject({
      width: 900,
      height: 600,
      filesize: picture.length,
      asset: { driver: 'cloudinary', etag: createHash('md5').update(picture).digest('hex') },
    })
    expect(doc.blurDataUrl).toMatch(/^data:image\/png/)
  })

  it('cannot be sent with other parameters than were signed, nor claimed without having been sent', async () => {
    const begun = (await on.begin({ filename: 'dune.jpg', size: picture.length })).body
    const changes: Record<string, string>[] = [
      { public_id: `vitrine/${on.target.world.stranger.id}/media/${'a'.repeat(32)}` },
      { type: 'upload' },
      { overwrite: '1' },
      { notification_url: 'https://evil.test' },
    ]
    for (const changed of changes) {
      expect({ changed, ...(await on.sendDirect(begun, picture, changed)) }).toMatchObject({
        status: 401,
      })
    }
    const claimed = await on.complete(begun.ticket, {
      public_id: begun.fields.public_id,
      signature: 'x',
    })
    expect(claimed).toMatchObject({
      status: 400,
      body: { errors: [{ data: { code: 'upload_unproven' } }] },
    })
    const other = await upload()
    const foreign = await on.complete(begun.ticket, { public_id: other.body.doc.asset.publicId })
    expect(foreign.status).toBe(400)
  })

  it('is delivered by the CDN while something public shows it, and no longer', async () => {
    const { doc } = (await upload()).body
    const study = await on.publish({
      title: 'Shows a dune',
      cover: doc.id,
    })
    await on.settle()
    const shown = await on.read(doc.id)
    expect(shown.sizes.card.url).toContain(`${on.cloud.url}/demo/image/upload/c_fill`)
    expect((await on.fetchAt(shown.sizes.card.url)).status).toBe(200)
    await on.target.payload.update({
      collection: 'case-studies',
      id: study.id,
      data: { visibility: 'private', _status: 'published' },
      overrideAccess: true,
    })
    await on.settle()
    expect(on.cloud.assets.has(`image/authenticated/${doc.asset.publicId}`)).toBe(true)
    expect((await on.fetchAt(shown.sizes.card.url)).status).toBe(404)
    expect((await on.fetchAt((await on.read(doc.id, AS)).sizes.card.url)).status).toBe(200)
  })

  it('of a suspended tenant is taken from the CDN, and comes back with it', async () => {
    const { doc } = (await upload()).body
    await on.publish({
      title: 'Shows it for a while',
      cover: doc.id,
    })
    await on.settle()
    const { url } = (await on.read(doc.id)).sizes.card
    const setStatus = async (status: 'active' | 'suspended') => {
      await on.target.payload.update({
        collection: 'tenants',
        id: on.target.world.client.id,
        data: { status },
        overrideAccess: true,
      })
      await on.tend()
    }
    await setStatus('suspended')
    expect((await on.fetchAt(url)).status).toBe(404)
    await setStatus('active')
    expect((await on.fetchAt((await on.read(doc.id)).sizes.card.url)).status).toBe(200)
  })

  it('goes with its document, even when Cloudinary is out of reach at first', async () => {
    const { doc } = (await upload()).body
    on.cloud.fail({ on: 'destroy', how: 'status', status: 500, times: 10 })
    const { status } = await on.target.api.call({
      as: AS,
      method: 'DELETE',
      path: `/api/media/${doc.id}`,
    })
    expect(status).toBe(200)
    await on.settle()
    expect(on.cloud.assets.has(`image/authenticated/${doc.asset.publicId}`)).toBe(true)
    on.cloud.heal()
    const { totalDocs } = await on.target.payload.count({
      collection: 'payload-jobs',
      overrideAccess: true,
      where: { taskSlug: { equals: 'removeFile' } },
    })
    expect(totalDocs).toBe(1)
    await on.target.payload.db.updateJobs({
      data: { waitUntil: null },
      where: { taskSlug: { equals: 'removeFile' } },
    })
    await on.settle()
    expect(on.cloud.assets.has(`image/authenticated/${doc.asset.publicId}`)).toBe(false)
  })

  it('that was sent and never saved is swept, and nothing else is', async () => {
    const begun = (await on.begin({ filename: 'left.jpg', size: picture.length })).body
    const { report } = await on.sendDirect(begun, picture)
    const left = `image/authenticated/${String(report.public_id)}`
    const kept = (await upload()).body.doc.asset.publicId as string
    const { sweep } = await import('../../plugins/media/index.ts')
    const { mediaOptions } = await import('../../src/config/media.ts')
    const { createLocalReq } = await import('payload')
    const req = await createLocalReq({}, on.target.payload)
    await sweep({ olderThan: new Date(Date.now() - 60_000), options: mediaOptions, req })
    expect(on.cloud.assets.has(left)).toBe(true)
    await sweep({ olderThan: new Date(Date.now() + 60_000), options: mediaOptions, req })
    expect({
      left: on.cloud.assets.has(left),
      kept: on.cloud.assets.has(`image/authenticated/${kept}`),
    }).toEqual({
      left: false,
      kept: true,
    })
  })

  it('that Cloudinary refuses is refused here with a sentence, and nothing is stored', async () => {
    on.cloud.fail({
      on: 'upload',
      how: 'status',
      status: 400,
      message: 'Invalid image file',
      times: 1,
    })
    const before = on.cloud.assets.size
    const { body, status } = await upload()
    expect({ status: status >= 400, code: body.errors[0].data.code }).toEqual({
      status: true,
      code: expect.stringMatching(/^storage_|^type_/),
    })
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${CLOUD_SECRET}|1234567890`))
    expect(on.cloud.assets.size).toBe(before)
    const { totalDocs } = await on.target.payload.count({
      collection: 'media',
      overrideAccess: true,
      where: { alt: { equals: 'Never' } },
    })
    expect(totalDocs).toBe(0)
  })
})
