import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { parseTransformation } from '../../media/grammar/index.ts'
import { isMediaProblem } from '../problem.ts'
import { probePicture } from '../store/probe.ts'
import { COLOURS, gradient, pixelAt, quadrants, temporaryFolder } from '../testSupport.ts'
import { planTransformation } from './plan.ts'
import { render } from './render.ts'

let folder: string
let stop: () => Promise<void>
beforeAll(async () => {
  ;({ folder, stop } = await temporaryFolder())
})
afterAll(() => stop())

const made = async (input: Uint8Array, steps: string): Promise<Buffer> => {
  const from = path.join(folder, 'from')
  const to = path.join(folder, 'to')
  await writeFile(from, input)
  const picture = (await probePicture(from))!
  const plan = planTransformation(parseTransformation(steps)!, {
    accept: null,
    extension: null,
    resourceType: 'image',
    source: { ...picture, size: picture },
  })
  if (isMediaProblem(plan)) {
    throw plan
  }
  await render({
    from,
    isSvg: picture.format === 'svg',
    plan: { ...plan, stages: plan.stages! },
    to,
  })
  return readFile(to)
}

const sizeOf = async (picture: Buffer) => {
  const { height, pageHeight, width } = await sharp(picture).metadata()
  return [width, pageHeight ?? height]
}

describe('render', () => {
  it.each([
    ['c_crop,h_50,w_50,x_10,y_10', COLOURS.upperLeft],
    ['c_crop,g_north_east,h_50,w_50', COLOURS.upperRight],
    ['c_crop,h_50,w_50,x_0,y_140', COLOURS.lowerLeft],
    ['c_crop,g_south_east,h_50,w_50', COLOURS.lowerRight],
    ['c_fill,g_north_west,h_20,w_5', COLOURS.upperLeft],
    ['c_crop,h_100,w_200,x_200,y_0/c_fill,h_10,w_10', COLOURS.upperRight],
    ['c_crop,h_100,w_200,x_0,y_100/c_scale,h_300,w_300', COLOURS.lowerLeft],
    ['a_90/c_crop,h_10,w_10,x_5,y_5', COLOURS.lowerLeft],
    ['a_180/c_crop,h_10,w_10,x_5,y_5', COLOURS.lowerRight],
    ['a_-90/c_crop,h_10,w_10,x_5,y_5', COLOURS.upperRight],
    ['c_crop,h_100,w_200,x_200,y_100/a_90', COLOURS.lowerRight],
  ])('%s shows the right quarter', async (steps, colour) => {
    expect(await pixelAt(await made(await quadrants(), `${steps}/f_png`), 2, 2)).toEqual([
      ...colour,
    ])
  })

  it.each([
    // The middle of the window is where it was asked for: red says how far right, green how far down.
    ['shrunk while loading', 'c_fill,g_xy_center,h_50,w_25,x_100,y_128', [100, 128]],
    ['cut out first', 'c_fill,g_xy_center,h_200,w_100,x_80,y_128', [80, 128]],
    ['enlarged', 'c_fill,g_xy_center,h_500,w_250,x_150,y_128', [150, 128]],
    [
      'after a crop',
      'c_crop,h_128,w_128,x_64,y_64/c_fill,g_xy_center,h_64,w_32,x_40,y_64',
      [104, 128],
    ],
  ])('puts the focal point in the middle: %s', async (_how, steps, [red, green]) => {
    const picture = await made(await gradient(), `${steps}/f_png`)
    const [width, height] = await sizeOf(picture)
    const [r, g] = await pixelAt(picture, Math.floor(width! / 2), Math.floor(height! / 2))
    expect([Math.abs(r! - red!) <= 3, Math.abs(g! - green!) <= 3]).toEqual([true, true])
  })

  it.each(['avif', 'webp', 'jpg', 'png', 'gif'])(
    'writes %s of the size asked for',
    async (format) => {
      const picture = await made(await quadrants(), `c_fill,h_60,w_80/f_${format}`)
      expect(await sizeOf(picture)).toEqual([80, 60])
    },
  )

  it('pads with the colour asked for', async () => {
    const picture = await made(await quadrants(), 'b_rgb:102030,c_pad,h_200,w_200/f_png')
    expect((await pixelAt(picture, 100, 5)).slice(0, 3)).toEqual([16, 32, 48])
  })

  it('pads with nothing where that is asked for', async () => {
    const picture = await made(await quadrants(), 'b_transparent,c_pad,h_200,w_200/f_png')
    expect((await pixelAt(picture, 100, 5))[3]).toBe(0)
  })

  it('rounds corners', async () => {
    const picture = await made(await quadrants(), 'c_fill,h_100,w_100/r_max/f_png')
    expect([(await pixelAt(picture, 1, 1))[3], (await pixelAt(picture, 50, 50))[3]]).toEqual([
      0, 255,
    ])
  })

  it('puts white behind rounded corners of a JPEG', async () => {
    const picture = await made(await quadrants(), 'c_fill,h_100,w_100/r_max/f_jpg,q_100')
    expect((await pixelAt(picture, 1, 1)).every((value) => value > 245)).toBe(true)
  })

  it('puts white behind what is transparent in a JPEG', async () => {
    const clear = await sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer()
    expect(await pixelAt(await made(clear, 'f_jpg,q_100'), 10, 10)).toEqual([255, 255, 255])
  })

  it('blurs', async () => {
    const picture = await made(await quadrants(), 'e_blur:1000,w_100/f_png')
    const [r, g] = await pixelAt(picture, 49, 5)
    expect(r! > 60 && g! > 60).toBe(true)
  })

  it('turns a picture upright before anything else', async () => {
    const sideways = await sharp(await quadrants())
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer()
    // Turned clockwise, what was lower left is upper left.
    expect(await pixelAt(await made(sideways, 'c_crop,h_9,w_9,x_2,y_2/f_png'), 2, 2)).toEqual([
      ...COLOURS.lowerLeft,
    ])
  })

  it('turns further what was turned upright', async () => {
    const sideways = await sharp(await quadrants())
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer()
    expect(await pixelAt(await made(sideways, 'a_-90/f_png'), 2, 2)).toEqual([...COLOURS.upperLeft])
  })

  it('leaves no metadata', async () => {
    const tagged = await sharp(await quadrants())
      .withExif({ IFD0: { Copyright: 'Somebody' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .jpeg()
      .toBuffer()
    const { exif, icc, iptc, xmp } = await sharp(await made(tagged, 'w_50/f_jpg')).metadata()
    expect([exif, icc, iptc, xmp]).toEqual([undefined, undefined, undefined, undefined])
  })

  it('turns the colours of printing into those of screens', async () => {
    const print = await sharp(await quadrants())
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer()
    expect((await sharp(await made(print, 'w_50/f_jpg')).metadata()).space).toBe('srgb')
  })

  const frames = async (): Promise<Buffer> => {
    const picture = (background: string) =>
      sharp({ create: { width: 40, height: 20, channels: 3, background } })
        .png()
        .toBuffer()
    return sharp(await Promise.all(['red', 'green', 'blue'].map(picture)), {
      join: { animated: true },
    })
      .gif({ delay: [100, 100, 100] })
      .toBuffer()
  }

  it.each([
    ['c_limit,w_20/f_webp', 20, 10],
    ['c_fill,h_10,w_10/f_gif', 10, 10],
    ['c_fill,g_auto,h_10,w_10/f_webp', 10, 10],
    ['c_crop,h_10,w_10,x_5,y_5/f_gif', 10, 10],
    ['f_auto', 40, 20],
  ])('keeps every frame: %s', async (steps, width, height) => {
    const picture = await made(await frames(), steps)
    const { pages } = await sharp(picture, { animated: true }).metadata()
    expect([pages, ...(await sizeOf(picture))]).toEqual([3, width, height])
  })

  it('shows the first frame where a format has but one', async () => {
    const picture = await made(await frames(), 'f_png')
    expect((await pixelAt(picture, 5, 5)).slice(0, 3)).toEqual([255, 0, 0])
  })

  it('draws an SVG without loading what it refers to', async () => {
    const secret = await sharp({
      create: { width: 10, height: 10, channels: 3, background: 'red' },
    })
      .png()
      .toBuffer()
    await writeFile(path.join(folder, 'secret.png'), secret)
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10"><image width="10" height="10" href="secret.png" xlink:href="${folder}/secret.png"/></svg>`
    const picture = await made(Buffer.from(svg), 'b_white,w_10/f_png')
    expect((await pixelAt(picture, 5, 5)).slice(0, 3)).toEqual([255, 255, 255])
  })

  it('says that a picture is broken', async () => {
    const whole = await sharp(await gradient())
      .jpeg()
      .toBuffer()
    await expect(
      made(whole.subarray(0, Math.floor(whole.length / 2)), 'w_50/f_jpg'),
    ).rejects.toMatchObject({ code: 'picture_broken', status: 422 })
  })
})
