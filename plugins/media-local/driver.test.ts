import { access, link, mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { text } from 'node:stream/consumers'
import { describeDriver } from '../media/conformance.ts'
import type { AssetRef, FileSource } from '../media/driver.ts'
import { driverProblemOf } from './store/problems.ts'
import { localDriver } from './store/driver.ts'
import {
  film,
  newId,
  quadrants,
  startMedia,
  storeArgs,
  temporaryFolder,
  type Bench,
} from './testSupport.ts'

describeDriver('local', async () => {
  const { folder, stop } = await temporaryFolder()
  return { driver: localDriver({ ffmpegPath: null, folder }), account: null, stop }
})

describe('localDriver', () => {
  let media: Bench
  beforeEach(async () => {
    media = await startMedia()
  })
  afterEach(() => media.stop())

  const onDisk = async (folder = media.folder): Promise<string[]> =>
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .sort()

  it('lays a file out by delivery type and id', async () => {
    const { publicId } = await media.driver.store(storeArgs(await quadrants()))
    expect(await onDisk()).toEqual([
      `upload/${publicId}/asset.json`,
      `upload/${publicId}/original.png`,
    ])
  })

  it('moves the whole folder when the delivery type changes', async () => {
    const asset = await media.driver.store(storeArgs(await quadrants()))
    await media.driver.setDeliveryType(asset, 'authenticated')
    expect(await onDisk()).toEqual([
      `authenticated/${asset.publicId}/asset.json`,
      `authenticated/${asset.publicId}/original.png`,
    ])
  })

  it('takes files into a folder that others empty and take away meanwhile', async () => {
    const bytes = Buffer.from(await quadrants(8, 8))
    const other = localDriver({ ffmpegPath: null, folder: media.folder })
    const lane = async (driver: typeof other): Promise<void> => {
      for (let turn = 0; turn < 60; turn += 1) {
        const asset = await driver.store(storeArgs(bytes, { publicId: `vitrine/one/${newId()}` }))
        await driver.setDeliveryType(asset, 'authenticated')
        await other.remove({ ...asset, deliveryType: 'authenticated' })
      }
    }
    await Promise.all([lane(other), lane(media.driver), lane(other), lane(media.driver)])
    expect(await onDisk()).toEqual([])
  })

  it('finds out the size of a picture', async () => {
    expect(await media.driver.store(storeArgs(await quadrants(400, 200)))).toMatchObject({
      width: 400,
      height: 200,
    })
  })

  it('gives sizes upright', async () => {
    const sharp = (await import('sharp')).default
    const sideways = await sharp(await quadrants(400, 200))
      .jpeg()
      .withExif({ IFD0: { Orientation: '6' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect(await media.driver.store(storeArgs(sideways, { format: 'jpg' }))).toMatchObject({
      width: 200,
      height: 400,
    })
  })

  it('finds out the size and length of a film', async () => {
    const data = await film({ height: 360, seconds: 2, width: 640 })
    const args = storeArgs(data, { format: 'mp4', mimeType: 'video/mp4', resourceType: 'video' })
    expect(await media.driver.store(args)).toMatchObject({
      width: 640,
      height: 360,
      duration: 2,
      status: 'processing',
    })
  })

  it('takes a file of ours on the same disk without copying it, and no other', async () => {
    const file = path.join(media.root, 'upload.tmp')
    await writeFile(file, 'content')
    await media.driver.store(raw({ path: file, size: 7 }))
    expect((await stat(file)).nlink).toBe(1)
    await media.driver.store(raw({ path: file, size: 7, isOurs: true }))
    expect((await stat(file)).nlink).toBe(2)
  })

  it('copies what a symbolic link leads to', async () => {
    const file = path.join(media.root, 'target')
    await writeFile(file, 'content')
    await symlink(file, path.join(media.root, 'alias'))
    const asset = await media.driver.store(raw({ path: path.join(media.root, 'alias'), size: 7 }))
    await rm(file)
    expect(await text((await media.driver.read(asset))!.body)).toBe('content')
  })

  it.each([
    ['a way out', '../../etc/passwd'],
    ['a way out in the middle', 'root/../acme/x'],
    ['an absolute path', '/etc/passwd'],
    ['an escape', 'root/%2e%2e/x'],
    ['a zero byte', 'root/x\0'],
    ['a hidden folder', 'root/.incoming'],
    ['a backslash', 'root\\x'],
    ['one segment', 'root'],
    ['nothing', ''],
  ])('refuses %s as an id', async (_what, publicId) => {
    await expect(
      media.driver.store(storeArgs(Buffer.from('x'), { publicId })),
    ).rejects.toMatchObject({ code: 'storage_refused' })
  })

  it('refuses a format that names a path', async () => {
    const args = storeArgs(Buffer.from('x'), { format: '/../x' })
    await expect(media.driver.store(args)).rejects.toMatchObject({ code: 'storage_refused' })
  })

  it('refuses an id inside another file’s folder', async () => {
    const { publicId } = await media.driver.store(storeArgs(await quadrants()))
    const inside = raw({ data: Buffer.from('x'), size: 1 }, `${publicId}/hls/1`)
    await expect(media.driver.store(inside)).rejects.toMatchObject({ code: 'storage_refused' })
  })

  it('refuses fewer bytes than were said', async () => {
    await expect(
      media.driver.store(raw({ data: Buffer.from('ab'), size: 3 })),
    ).rejects.toMatchObject({ code: 'storage_refused' })
  })

  it('leaves nothing when it refuses', async () => {
    await media.driver.store(raw({ data: Buffer.from('ab'), size: 3 })).catch(() => undefined)
    expect(await onDisk()).toEqual([])
  })

  it('leaves nothing when the source breaks off', async () => {
    const file = path.join(media.root, 'gone')
    await media.driver.store(raw({ path: file, size: 3 })).catch(() => undefined)
    expect(await onDisk()).toEqual([])
  })

  it('leaves no empty folders after a file', async () => {
    const asset = await media.driver.store(storeArgs(await quadrants()))
    await media.driver.remove(asset)
    expect(await readdir(path.join(media.folder, 'upload'))).toEqual([])
  })

  it('does not follow a link out of the folder', async () => {
    const outside = path.join(media.root, 'outside')
    const publicId = newId()
    const asset = await media.driver.store(storeArgs(await quadrants(), { publicId }))
    const directory = path.join(media.folder, 'upload', publicId)
    await mkdir(outside)
    await link(path.join(directory, 'asset.json'), path.join(outside, 'asset.json'))
    await link(path.join(directory, 'original.png'), path.join(outside, 'original.png'))
    await rm(directory, { recursive: true })
    await symlink(outside, directory)
    expect(await media.driver.read(asset)).toBeNull()
  })

  it('keeps one of two files that arrive at once', async () => {
    const publicId = newId()
    const stores = ['a', 'b', 'c', 'd'].map((letter) =>
      media.driver.store(storeArgs(Buffer.from(letter), { publicId })),
    )
    const results = await Promise.allSettled(stores)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('gives everybody the same file when the same bytes arrive at once', async () => {
    const publicId = newId()
    const data = await quadrants()
    const results = await Promise.allSettled(
      [1, 2, 3, 4].map(() => media.driver.store(storeArgs(data, { publicId }))),
    )
    expect(results.every(({ status }) => status === 'fulfilled')).toBe(true)
  })

  it('removes cached renditions with their file', async () => {
    const asset = await media.driver.store(storeArgs(await quadrants()))
    const cached = path.join(media.cacheFolder, 'left')
    const { renditionFolder } = await import('./cache/purge.ts')
    const folder = path.join(media.cacheFolder, renditionFolder(asset.publicId))
    await mkdir(folder, { recursive: true })
    await writeFile(cached, '')
    await writeFile(path.join(folder, 'x.webp'), '')
    await media.driver.remove(asset)
    expect(await onDisk(media.cacheFolder)).toEqual(['left'])
  })

  it('refuses a poster that is no picture', async () => {
    const asset = await media.driver.store(await filmArgs())
    const source = { data: Buffer.from('text'), size: 4 }
    await expect(media.driver.storePoster(asset, source)).rejects.toMatchObject({
      code: 'type_not_allowed',
    })
  })

  it('says that a file is missing when its poster is stored', async () => {
    const ref = { ...(await media.driver.store(await filmArgs())), publicId: newId() } as AssetRef
    await expect(
      media.driver.storePoster(ref, { data: await quadrants(), size: 1 }),
    ).rejects.toMatchObject({ code: 'asset_missing' })
  })

  it('removes what a process that died left behind', async () => {
    const left = path.join(media.folder, '.incoming', 'old')
    await mkdir(left, { recursive: true })
    const { utimes } = await import('node:fs/promises')
    await utimes(left, new Date(0), new Date(0))
    await media.driver.store(raw({ data: Buffer.from('a'), size: 1 }))
    await expect(access(left)).rejects.toThrow()
  })

  it.each([
    ['ENOSPC', 'storage_full'],
    ['EDQUOT', 'storage_full'],
    ['EROFS', 'storage_refused'],
    ['EIO', 'storage_unreachable'],
  ])('tells %s as %s', (code, expected) => {
    expect(driverProblemOf(Object.assign(new Error('no'), { code }))).toMatchObject({
      code: expected,
    })
  })

  const raw = (source: FileSource, publicId = newId('notes.txt')) =>
    storeArgs(Buffer.alloc(0), {
      source,
      publicId,
      format: 'txt',
      mimeType: 'text/plain',
      resourceType: 'raw',
    })
})

const filmArgs = async () =>
  storeArgs(await film({ seconds: 1 }), {
    format: 'mp4',
    mimeType: 'video/mp4',
    resourceType: 'video',
  })
