// Files from the disk to Cloudinary and on to a tenant's own account: verified, stopped and gone on
// with, and readable at every moment.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { MoveReport } from '../../plugins/media/move.ts'
import { startCloudinary, type CloudinaryStandIn } from '../support/cloudinary/index.ts'
import { createStudy } from '../support/content.ts'
import { startTarget, type Target } from '../support/attacks.ts'

let cloud: CloudinaryStandIn
let own: CloudinaryStandIn
let target: Target

const AS = 'editor@client.test'

beforeAll(async () => {
  cloud = await startCloudinary({
    cloudName: 'demo',
    apiKey: '1',
    apiSecret: 'one',
    chunkMinimum: 1000,
  })
  own = await startCloudinary({
    cloudName: 'theirs',
    apiKey: '2',
    apiSecret: 'two',
    chunkMinimum: 1000,
  })
  process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), 'vitrine-move-'))
  target = await startTarget()
  for (const colour of ['#111', '#222', '#333', '#444']) {
    const bytes = await sharp({
      create: { width: 300, height: 200, channels: 3, background: colour },
    })
      .png()
      .toBuffer()
    const { status } = await target.upload({
      as: AS,
      bytes,
      data: { tenant: target.world.client.id, alt: colour },
      mimeType: 'image/png',
      name: `${colour.slice(1)}.png`,
    })
    expect(status).toBe(201)
  }
})

afterAll(async () => {
  await target?.stop()
  await cloud?.stop()
  await own?.stop()
  rmSync(process.env.DATA_DIR!, { force: true, recursive: true })
})

const files = async () =>
  (
    await target.payload.find({
      collection: 'media',
      limit: 10,
      overrideAccess: true,
      sort: 'createdAt',
      where: { tenant: { equals: target.world.client.id } },
    })
  ).docs

/** The driver as the server would have it, had CLOUDINARY_URL been set when it started. */
const optionsWith = async (standIn: CloudinaryStandIn) => {
  const { cloudinaryDriver, deliveryBaseOf } = await import('../../plugins/cloudinary/index.ts')
  const { mediaOptions } = await import('../../src/config/media.ts')
  const driver = cloudinaryDriver({
    accounts: {
      find: async () => standIn.account,
      deliveryBaseOf: () => deliveryBaseOf(standIn.account),
    },
  })
  const local = mediaOptions.drivers.find(({ name }) => name === 'local')!
  return Object.assign(Object.create(mediaOptions) as typeof mediaOptions, {
    drivers: [local, driver],
  })
}

const move = async ({
  from = 'local',
  to = 'cloudinary',
  ...rest
}: {
  from?: string
  to?: string
  isKeeping?: boolean
  shouldStop?: () => boolean
  standIn?: CloudinaryStandIn
} = {}): Promise<MoveReport> => {
  const { moveFiles } = await import('../../plugins/media/move.ts')
  const { createLocalReq } = await import('payload')
  return moveFiles({
    accountFor: async () => (to === 'cloudinary' ? 'demo' : null),
    from,
    options: await optionsWith(rest.standIn ?? cloud),
    req: await createLocalReq({}, target.payload),
    to,
    ...rest,
  })
}

describe('media:move', () => {
  it('stops after a file, goes on later, and takes each away only once it is verified', async () => {
    const before = await files()
    const study = await createStudy({
      payload: target.payload,
      tenant: target.world.client.id,
      title: 'Shows one',
      cover: before[0]!.id,
    })
    const { runDueJobs } = await import('../../src/jobs/runner.ts')
    await runDueJobs({ payload: target.payload })
    let asked = 0
    const first = await move({ shouldStop: () => (asked += 1) > 2 })
    expect(first).toMatchObject({ moved: 2, failed: [], isStopped: true })
    expect((await files()).map(({ asset }) => asset?.driver)).toEqual([
      'cloudinary',
      'cloudinary',
      'local',
      'local',
    ])
    cloud.fail({ on: 'upload', how: 'status', status: 400, times: 1 })
    const second = await move()
    expect(second).toMatchObject({
      moved: 1,
      isStopped: false,
      failed: [{ filename: expect.any(String) }],
    })
    cloud.heal()
    const third = await move()
    expect(third).toMatchObject({ moved: 1, failed: [] })
    const after = await files()
    expect(after.map(({ asset }) => [asset?.driver, asset?.account])).toEqual(
      after.map(() => ['cloudinary', 'demo']),
    )
    expect(after.map(({ asset }) => asset?.etag)).toEqual(before.map(({ asset }) => asset?.etag))
    expect(after[0]?.asset?.deliveryType).toBe('upload')
    for (const { asset } of before) {
      for (const type of ['upload', 'authenticated']) {
        expect(existsSync(path.join(process.env.DATA_DIR!, 'media', type, asset!.publicId!))).toBe(
          false,
        )
      }
    }
    await target.payload.delete({ collection: 'case-studies', id: study.id, overrideAccess: true })
  })

  it('back to the disk, and the bytes are the same', async () => {
    const before = await files()
    expect(await move({ from: 'cloudinary', to: 'local' })).toMatchObject({ moved: 4, failed: [] })
    const after = await files()
    expect(after.map(({ asset }) => asset?.etag)).toEqual(before.map(({ asset }) => asset?.etag))
    expect(cloud.assets.size).toBe(0)
    const { body } = await target.api.call({ as: AS, path: `/api/media/${after[0]!.id}` })
    const answer = await fetch(target.api.url + body.url)
    expect({ status: answer.status, bytes: (await answer.arrayBuffer()).byteLength }).toEqual({
      status: 200,
      bytes: after[0]!.filesize,
    })
  })

  it('does not take for moved what arrived as something else', async () => {
    cloud.fail({ on: 'explicit', how: 'status', status: 404, times: 4 })
    const { failed, moved } = await move()
    cloud.heal()
    expect({ failed: failed.length, moved }).toEqual({ failed: 4, moved: 0 })
    expect((await files()).map(({ asset }) => asset?.driver)).toEqual([
      'local',
      'local',
      'local',
      'local',
    ])
  })
})

describe('an account of a tenant’s own', () => {
  const bring = async () => {
    const { seal } = await import('../../collections/StorageAccounts/seal.ts')
    const tenant = target.world.client.id
    await target.payload.db.create({
      collection: 'storage-accounts',
      data: {
        apiBaseUrl: own.url,
        apiKey: '2',
        cloudName: 'theirs',
        sealedSecret: seal({ tenant, text: 'two' }),
        tenant,
      },
    })
    const { stores } = await import('../../src/config/media.ts')
    stores.accounts.refresh()
  }

  it('takes the tenant’s new files, and nobody else’s', async () => {
    await bring()
    const bytes = await sharp({
      create: { width: 30, height: 20, channels: 3, background: '#abc' },
    })
      .png()
      .toBuffer()
    const upload = (as: string, tenant: string) =>
      target.upload({
        as,
        bytes,
        data: { tenant, alt: 'Mine' },
        mimeType: 'image/png',
        name: 'x.png',
      })
    const mine = (await upload(AS, target.world.client.id)).body.doc
    const theirs = (await upload('editor@stranger.test', target.world.stranger.id)).body.doc
    expect(mine.asset).toMatchObject({
      account: `theirs@${target.world.client.id}`,
      driver: 'cloudinary',
    })
    expect(theirs.asset.driver).toBe('local')
    expect([...own.assets.keys()]).toEqual([`image/authenticated/${mine.asset.publicId}`])
  })

  it('is never shown, and not given up while it holds files', async () => {
    const list = await target.api.call({ as: 'owner@client.test', path: '/api/storage-accounts' })
    expect(list.body.docs).toHaveLength(1)
    expect(JSON.stringify(list.body)).not.toMatch(/sealedSecret|"two"/)
    for (const as of ['admin@client.test', 'owner@stranger.test', undefined]) {
      const { body } = await target.api.call({ as, path: '/api/storage-accounts' })
      expect({ as, found: body.docs?.length ?? 0 }).toEqual({ as, found: 0 })
    }
    const removal = await target.api.call({
      as: 'owner@client.test',
      method: 'DELETE',
      path: `/api/storage-accounts/${list.body.docs[0].id}`,
    })
    expect(removal).toMatchObject({ status: 409 })
  })

  it('is refused when its key does not work, or its address is not Cloudinary’s', async () => {
    const make = (body: object) =>
      target.api.call({
        as: 'owner@stranger.test',
        method: 'POST',
        path: '/api/storage-accounts',
        body: {
          tenant: target.world.stranger.id,
          cloudName: 'x',
          apiKey: '1',
          apiSecret: 's',
          ...body,
        },
      })
    for (const apiBaseUrl of [
      own.url,
      'https://evil.test/.cloudinary.com',
      'http://api.cloudinary.com',
    ]) {
      expect((await make({ apiBaseUrl })).status).toBe(400)
    }
    expect((await make({ cloudName: '../x' })).status).toBe(400)
    expect((await make({ apiSecret: '' })).status).toBe(400)
  })
})
