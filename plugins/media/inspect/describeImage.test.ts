import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { be32, concat, crc32, fromLatin1 } from './bytes.ts'
import { describeImage } from './describeImage.ts'
import { isFileProblem } from './problems.ts'
import { makeAnimation, makePicture } from './testPictures.ts'

const MANY = { maxPixels: 120_000_000 }

const codeOf = async (source: string | Uint8Array, limits = MANY): Promise<string> =>
  describeImage(source, limits).then(
    () => 'described',
    (err: unknown) => {
      if (!isFileProblem(err)) {
        throw err
      }
      return err.code
    },
  )

describe('a picture is described', () => {
  it.each(['jpg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const)('%s', async (format) => {
    const { blurDataUrl, height, isAnimated, pages, width } = await describeImage(
      await makePicture(format),
      MANY,
    )
    expect({ height, isAnimated, isBlurred: blurDataUrl.length < 800, pages, width }).toEqual({
      height: 32,
      isAnimated: false,
      isBlurred: true,
      pages: 1,
      width: 48,
    })
  })

  it.each(['jpg', 'png', 'webp'] as const)('as it is seen: a turned %s', async (format) => {
    const turned = await makePicture(format, { orientation: 6 })
    const { height, width } = await describeImage(turned, MANY)
    expect([width, height]).toEqual([32, 48])
  })

  it('with a placeholder that is turned, too', async () => {
    const turned = await makePicture('jpg', { orientation: 8 })
    const { blurDataUrl } = await describeImage(turned, MANY)
    const blur = Buffer.from(blurDataUrl.split(',')[1] ?? '', 'base64')
    const { format, height, width } = await sharp(blur).metadata()
    expect([format, width, height]).toEqual(['png', 16, 24])
  })

  it('with its main colour and the ink that reads on it', async () => {
    const plain = (background: string): Promise<Buffer> =>
      sharp({ create: { background, channels: 3, height: 40, width: 40 } })
        .png()
        .toBuffer()
    const inks = await Promise.all(
      ['#102040', '#f0e0a0'].map(async (colour) => {
        const { palette } = await describeImage(await plain(colour), MANY)
        return palette
      }),
    )
    expect(inks).toEqual([
      { dominant: '#081838', ink: '#ffffff' },
      { dominant: '#e8d898', ink: '#000000' },
    ])
  })

  it.each(['gif', 'webp'] as const)('with the frames of a moving %s', async (format) => {
    const { isAnimated, pages } = await describeImage(await makeAnimation(format), MANY)
    expect([isAnimated, pages]).toEqual([true, 3])
  })

  it('with its transparency', async () => {
    const seen = await Promise.all([
      makePicture('png', { hasAlpha: true }).then((bytes) => describeImage(bytes, MANY)),
      makePicture('png').then((bytes) => describeImage(bytes, MANY)),
    ])
    expect(seen.map(({ hasAlpha }) => hasAlpha)).toEqual([true, false])
  })

  it('from a path', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'describe-'))
    const path = join(folder, 'a.jpg')
    await writeFile(path, await makePicture('jpg'))
    const { width } = await describeImage(path, MANY)
    await rm(folder, { recursive: true })
    expect(width).toBe(48)
  })

  it('however narrow it is', async () => {
    const line = await makePicture('png', { height: 9000, width: 1 })
    expect(await codeOf(line)).toBe('described')
  })
})

describe('a picture is refused', () => {
  it('when it is empty', async () => {
    expect(await codeOf(new Uint8Array(0))).toBe('file_empty')
  })

  it.each(['hello', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'])(
    'when it is none: %s',
    async (text) => {
      expect(await codeOf(fromLatin1(text))).toBe('not_a_picture')
    },
  )

  it.each(['jpg', 'png', 'webp', 'avif', 'gif'] as const)(
    'when a %s breaks off',
    async (format) => {
      const whole = await makePicture(format, { height: 160, width: 160 })
      const codes = await Promise.all(
        [0.5, 0.8, 0.95].map((share) => codeOf(whole.slice(0, whole.byteLength * share))),
      )
      expect(codes).toEqual(['picture_truncated', 'picture_truncated', 'picture_truncated'])
    },
  )

  it('when only the end mark of a png is missing', async () => {
    const whole = await makePicture('png')
    expect(await codeOf(whole.slice(0, whole.byteLength - 1))).toBe('picture_truncated')
  })

  it('when a tiff breaks off, which has its directory at the end', async () => {
    const whole = await makePicture('tiff')
    expect(await codeOf(whole.slice(0, whole.byteLength - 4))).not.toBe('described')
  })

  it('when it is coded in a way that cannot be shown here', async () => {
    // An AVIF that calls itself HEVC in brand, item and configuration.
    const avif = Buffer.from(await makePicture('avif')).toString('latin1')
    const heic = avif.replaceAll('avif', 'heic').replace('av01', 'hvc1').replace('av1C', 'hvcC')
    expect(await codeOf(fromLatin1(heic))).toBe('not_a_picture')
  })

  it('when a large jpeg breaks off, of which only an eighth is decoded', async () => {
    const whole = await sharp(await makePicture('png'))
      .resize(1600, 1200, { fit: 'fill' })
      .jpeg()
      .toBuffer()
    expect(await codeOf(whole.slice(0, whole.byteLength - 2000))).toBe('picture_truncated')
  })

  it.each(['gif', 'webp'] as const)(
    'when a moving %s breaks off in its last frame',
    async (format) => {
      const whole = await makeAnimation(format)
      expect(await codeOf(whole.slice(0, whole.byteLength - 12))).toBe('picture_truncated')
    },
  )

  it('when its header alone announces too many pixels', async () => {
    const header = concat(
      fromLatin1('IHDR'),
      be32(60_000),
      be32(60_000),
      Uint8Array.of(8, 2, 0, 0, 0),
    )
    const bomb = concat(
      fromLatin1('\x89PNG\r\n\x1a\n'),
      be32(13),
      header,
      be32(crc32(header)),
      be32(0),
      fromLatin1('IDAT'),
      be32(crc32(fromLatin1('IDAT'))),
    )
    expect(await codeOf(bomb)).toBe('picture_too_large')
  })

  it('when its frames together are too many pixels', async () => {
    const animation = await makeAnimation('gif')
    expect([
      await codeOf(animation, { maxPixels: 1800 }),
      await codeOf(animation, { maxPixels: 1799 }),
    ]).toEqual(['described', 'picture_too_large'])
  })

  it('with a sentence that has the numbers in it', async () => {
    const picture = await makePicture('png')
    await expect(describeImage(picture, { maxPixels: 1000 })).rejects.toThrow(
      'This picture has 48 × 32 pixels, more than the 1000 that fit. Make it smaller first.',
    )
  })

  it('with a file problem and nothing else, however it is broken', async () => {
    const samples = await Promise.all(
      (['jpg', 'png', 'webp', 'gif'] as const).map((format) => makePicture(format)),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
        async (which, length, changes) => {
          const sample = samples[which % samples.length] ?? new Uint8Array(1)
          const bytes = sample.slice(0, length % (sample.byteLength * 2))
          changes.forEach(([at, value]) => {
            bytes[at % Math.max(1, bytes.byteLength)] = value
          })
          expect(typeof (await codeOf(bytes, { maxPixels: 1_000_000 }))).toBe('string')
        },
      ),
      { numRuns: 120 },
    )
  })
})
