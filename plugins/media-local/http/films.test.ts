import { chmod, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import type { StoredAsset } from '../../media/driver.ts'
import {
  ALLOWED,
  bytesOf,
  film,
  granted,
  newId,
  plainPath,
  problemOf,
  quadrants,
  startMedia,
  storeArgs,
  temporaryFolder,
  type Bench,
} from '../testSupport.ts'

let media: Bench
beforeAll(async () => {
  media = await startMedia({ allowed: ALLOWED })
})
afterAll(() => media.stop())

describe('films', () => {
  let asset: StoredAsset
  let content: Buffer
  beforeAll(async () => {
    content = await film({ height: 360, width: 640 })
    asset = await media.driver.store(filmArgs(content))
  })

  const filmArgs = (data: Buffer, more = {}) =>
    storeArgs(data, { format: 'mp4', mimeType: 'video/mp4', resourceType: 'video', ...more })
  const filmPath = (more: Partial<Parameters<typeof plainPath>[0]> = {}) =>
    plainPath({ publicId: asset.publicId, resourceType: 'video', extension: 'mp4', ...more })

  it.each([
    ['bytes=0-9', 206, [0, 10]],
    ['bytes=10-', 206, [10, undefined]],
    ['bytes=-10', 206, [-10, undefined]],
    ['bytes=0-99999999', 206, [0, undefined]],
    ['bytes=5-2', 200, [0, undefined]],
    ['bytes=0-1,5-6', 200, [0, undefined]],
    ['lines=0-1', 200, [0, undefined]],
  ] as const)('answer %s', async (range, status, slice) => {
    const response = await media.get(filmPath(), { range })
    const expected = content.subarray(...slice)
    expect([response.status, (await bytesOf(response)).equals(expected)]).toEqual([status, true])
  })

  it('say which part it is', async () => {
    const { headers } = await media.get(filmPath(), { range: 'bytes=1-2' })
    expect([headers.get('content-range'), headers.get('content-length')]).toEqual([
      `bytes 1-2/${content.length}`,
      '2',
    ])
  })

  it.each([`bytes=99999999-`, 'bytes=-0'])('say that they have no part %s', async (range) => {
    const response = await media.get(filmPath(), { range })
    expect([response.status, response.headers.get('content-range')]).toEqual([
      416,
      `bytes */${content.length}`,
    ])
  })

  it.each([
    ['the same', () => `"${asset.etag}"`, 206],
    ['another', () => '"other"', 200],
    ['weakly the same', () => `W/"${asset.etag}"`, 200],
    ['from a date', () => 'Wed, 21 Oct 2015 07:28:00 GMT', 200],
  ])('go on only where the file is %s', async (_how, ifRange, status) => {
    const response = await media.get(filmPath(), { range: 'bytes=0-1', 'if-range': ifRange() })
    expect(response.status).toBe(status)
  })

  it('come as they are, whatever size is asked for', async () => {
    const response = await media.get(filmPath({ steps: 'c_limit,q_auto,vc_h264,w_1280' }))
    expect((await bytesOf(response)).equals(content)).toBe(true)
  })

  it('stop being read when nobody listens', async () => {
    const large = await media.driver.store(filmArgs(Buffer.alloc(5_000_000, 1)))
    const response = await media.get(filmPath({ publicId: large.publicId }))
    const reader = response.body!.getReader()
    await reader.read()
    await expect(reader.cancel()).resolves.toBeUndefined()
  })

  it('that are large come whole', async () => {
    const data = Buffer.alloc(3_000_001, 7)
    const large = await media.driver.store(filmArgs(data))
    const response = await media.get(filmPath({ publicId: large.publicId }))
    expect((await bytesOf(response)).equals(data)).toBe(true)
  })

  const posterPath = (publicId = asset.publicId) =>
    filmPath({ publicId, steps: 'c_limit,so_2,w_100', extension: 'jpg' })

  it('have a drawing in their shape while there is no poster', async () => {
    const { height, width } = await sharp(await bytesOf(await media.get(posterPath()))).metadata()
    expect([width, height]).toEqual([100, 56])
  })

  it('do not keep the drawing for long', async () => {
    expect((await media.get(posterPath())).headers.get('cache-control')).toBe('public, max-age=60')
  })

  it('show the poster that was stored', async () => {
    const other = await media.driver.store(filmArgs(await film({ seconds: 1 })))
    const data = await sharp(await quadrants(300, 300))
      .jpeg()
      .toBuffer()
    await media.driver.storePoster(other, { data, size: data.length })
    const response = await media.get(posterPath(other.publicId))
    expect((await sharp(await bytesOf(response)).metadata()).height).toBe(100)
  })

  it('show a frame where there is ffmpeg', async () => {
    const { folder, stop } = await temporaryFolder()
    const frame = path.join(folder, 'frame.jpg')
    const ffmpegPath = path.join(folder, 'ffmpeg')
    await sharp(await quadrants(200, 200))
      .jpeg()
      .toFile(frame)
    await writeFile(ffmpegPath, `#!/bin/sh\nfor last; do :; done\ncp ${frame} "$last"\n`)
    await chmod(ffmpegPath, 0o755)
    const other = await startMedia({ allowed: ALLOWED, ffmpegPath })
    const stored = await other.driver.store(filmArgs(content))
    const response = await other.get(posterPath(stored.publicId))
    const { height } = await sharp(await bytesOf(response)).metadata()
    await other.stop()
    await stop()
    expect(height).toBe(100)
  })

  it('say that there is no stream', async () => {
    const to = filmPath({ steps: 'sp_auto', extension: 'm3u8' })
    expect(await problemOf(media.get(to))).toEqual([404, 'no_stream'])
  })

  describe('as streams', () => {
    const linesOf = async (response: Response) =>
      (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    const streamed = async (more = {}) => {
      const stored = await media.driver.store(filmArgs(content, { publicId: newId(), ...more }))
      return media.driver.process(stored)
    }

    it('lead from the list to the last piece', async () => {
      const { publicId } = await streamed()
      const master = await media.get(filmPath({ publicId, steps: 'sp_auto', extension: 'm3u8' }))
      const [list] = await linesOf(master)
      const pieces = await linesOf(await media.get(list!))
      const statuses = await Promise.all(pieces.map(async (to) => (await media.get(to)).status))
      expect(statuses).toEqual([200, 200])
    })

    it('carry their grant into every line', async () => {
      const { publicId } = await streamed({ deliveryType: 'authenticated' })
      const to = granted({ publicId, resourceType: 'video', steps: 'sp_auto', extension: 'm3u8' })
      const [list] = await linesOf(await media.get(to))
      const text = await (await media.get(list!)).text()
      const addresses = [
        ...text.split('\n').filter((line) => line.startsWith('/')),
        /URI="([^"]+)"/.exec(text)![1]!,
      ]
      const statuses = await Promise.all(addresses.map(async (to) => (await media.get(to)).status))
      expect(statuses).toEqual([200, 200, 200])
    })

    it('do not come in pieces without a grant', async () => {
      const { publicId } = await streamed({ deliveryType: 'authenticated' })
      const to = filmPath({
        publicId,
        deliveryType: 'authenticated',
        steps: 'part_copy-1-1,sp_auto',
        extension: 'm4s',
      })
      expect((await media.get(to)).status).toBe(403)
    })

    it('have no pieces outside of their folder', async () => {
      const { publicId } = await streamed()
      const { status } = await media.get(
        `/media/video/upload/part_..%2Foriginal,sp_auto/v1/${publicId}.mp4`,
      )
      expect(status).toBe(400)
    })
  })
})

it('foresaw everything that happened above', () => {
  expect(media.errors).toEqual([])
})
