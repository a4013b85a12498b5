import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import type { StoredAsset } from '../../media/driver.ts'
import {
  ALLOWED,
  allowedPath,
  bytesOf,
  newId,
  plainPath,
  quadrants,
  signedPath,
  startMedia,
  storeArgs,
  type Bench,
} from '../testSupport.ts'

const CHROME = { accept: 'image/avif,image/webp,*/*;q=0.8' }

let media: Bench
let picture: StoredAsset
beforeAll(async () => {
  media = await startMedia({ allowed: ALLOWED })
  picture = await media.driver.store(storeArgs(await quadrants()))
})
afterAll(() => media.stop())

const outcome = async (response: Promise<Response>) => {
  const { headers, status } = await response
  return [status, headers.get('content-type')]
}

describe('pictures', () => {
  it('come as they were stored', async () => {
    const response = await media.get(plainPath({ publicId: picture.publicId, extension: 'png' }))
    expect(await bytesOf(response)).toEqual(await quadrants())
  })

  it('come in a size that is prepared', async () => {
    const response = await media.get(allowedPath(picture.publicId), CHROME)
    const { format, width } = await sharp(await bytesOf(response)).metadata()
    expect([format, width]).toEqual(['heif', 100])
  })

  it.each([
    ['AVIF', CHROME.accept, 'image/avif'],
    ['WebP', 'image/webp', 'image/webp'],
    ['neither', '*/*', 'image/jpeg'],
  ])('come in the best format for who shows %s', async (_what, accept, type) => {
    expect(await outcome(media.get(allowedPath(picture.publicId), { accept }))).toEqual([200, type])
  })

  it('say that their format depends on Accept', async () => {
    expect((await media.get(allowedPath(picture.publicId))).headers.get('vary')).toBe('Accept')
  })

  it('come in any size when the address is signed', async () => {
    const to = signedPath({ publicId: picture.publicId, steps: 'c_fill,h_31,w_57/f_png' })
    const { height, width } = await sharp(await bytesOf(await media.get(to))).metadata()
    expect([width, height]).toEqual([57, 31])
  })

  it('are kept for ever where they are public', async () => {
    const { headers } = await media.get(allowedPath(picture.publicId))
    expect([
      headers.get('cache-control'),
      headers.get('cross-origin-resource-policy'),
      headers.get('access-control-allow-origin'),
      headers.get('x-content-type-options'),
    ]).toEqual(['public, max-age=31536000, immutable', 'cross-origin', '*', 'nosniff'])
  })

  it('are not sent again to who has them', async () => {
    const etag = (await media.get(allowedPath(picture.publicId), CHROME)).headers.get('etag')!
    const response = await media.get(allowedPath(picture.publicId), {
      ...CHROME,
      'if-none-match': `"x", ${etag}`,
    })
    expect([response.status, response.headers.get('etag')]).toEqual([304, etag])
  })

  it('have another ETag in another format', async () => {
    const tags = ['image/avif', 'image/webp'].map(async (accept) =>
      (await media.get(allowedPath(picture.publicId), { accept })).headers.get('etag'),
    )
    const [avif, webp] = await Promise.all(tags)
    expect(avif).not.toBe(webp)
  })

  it('say their length to HEAD, without a body', async () => {
    const whole = await bytesOf(await media.get(allowedPath(picture.publicId), CHROME))
    const head = await media.get(allowedPath(picture.publicId), CHROME, 'HEAD')
    expect([head.headers.get('content-length'), head.body]).toEqual([String(whole.length), null])
  })

  it('are saved under the name asked for', async () => {
    const to = signedPath({ publicId: picture.publicId, steps: 'fl_attachment:cover' })
    expect((await media.get(to)).headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''cover.png`,
    )
  })

  it('are made once for everybody who asks at the same time', async () => {
    const { publicId } = await media.driver.store(storeArgs(await quadrants(300, 300)))
    const made: string[] = []
    const handle = await startMedia({
      folder: media.folder,
      allowed: ALLOWED,
      queue: { atOnce: 1, waiting: 0 },
    })
    const responses = await Promise.all(
      Array.from({ length: 100 }, () => handle.get(allowedPath(publicId), CHROME)),
    )
    // With nobody allowed to wait, a second job would have been refused.
    made.push(...new Set(responses.map(({ status }) => String(status))))
    await handle.stop()
    expect(made).toEqual(['200'])
  })

  it('that are drawings are saved, not run', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    )
    const { publicId } = await media.driver.store(
      storeArgs(svg, { format: 'svg', mimeType: 'image/svg+xml' }),
    )
    const { headers } = await media.get(plainPath({ publicId, extension: 'svg' }))
    expect([headers.get('content-disposition'), headers.get('content-security-policy')]).toEqual([
      expect.stringMatching(/^attachment/),
      "default-src 'none'; sandbox",
    ])
  })

  it('that are drawings under another name are saved, not run', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    const { publicId } = await media.driver.store(storeArgs(svg, { format: 'png' }))
    const { headers } = await media.get(plainPath({ publicId, extension: 'png' }))
    expect(headers.get('content-disposition')).toMatch(/^attachment/)
  })

  it('that are drawings become pixels in any size', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"/>')
    const { publicId } = await media.driver.store(storeArgs(svg, { format: 'svg' }))
    expect(await outcome(media.get(allowedPath(publicId), { accept: 'image/webp' }))).toEqual([
      200,
      'image/webp',
    ])
  })
})

describe('raw files', () => {
  const store = (data: string, name: string, mimeType: string) =>
    media.driver.store(
      storeArgs(Buffer.from(data), {
        publicId: newId(name),
        resourceType: 'raw',
        format: name.split('.').at(-1)!,
        mimeType,
      }),
    )
  const fetched = async (data: string, name: string, mimeType: string) => {
    const { publicId } = await store(data, name, mimeType)
    return media.get(plainPath({ publicId, resourceType: 'raw' }))
  }

  it('are saved under the last part of their id', async () => {
    const { headers } = await fetched('%PDF', 'report.pdf', 'application/pdf')
    expect(headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''report.pdf`)
  })

  it.each(['text/html', 'application/xhtml+xml', 'image/svg+xml', 'text/javascript', 'text/css'])(
    'that say they are %s are bytes',
    async (mimeType) => {
      const { headers } = await fetched('<script>', 'page.htm', mimeType)
      expect([headers.get('content-type'), headers.get('content-security-policy')]).toEqual([
        'application/octet-stream',
        "default-src 'none'; sandbox",
      ])
    },
  )

  it('that are captions are read by players', async () => {
    const { headers } = await fetched('WEBVTT', 'en.vtt', 'text/vtt')
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      'text/vtt; charset=utf-8',
      null,
    ])
  })
})

it('foresaw everything that happened above', () => {
  expect(media.errors).toEqual([])
})
