// The drawing kit: the same seed gives the same picture, and every picture of the demo can be drawn.
import { describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { tenants } from '../content/index.ts'
import { outline, sampleField } from './kit/contours.ts'
import { createRandom } from './kit/prng.ts'
import { text, textWidth } from './kit/glyphs.ts'
import { composePicture, drawLogo, drawPicture, drawPortrait } from './index.ts'

const pictures = tenants.flatMap(({ slug, pictures: ofTenant }) =>
  Object.entries(ofTenant).map(([key, picture]) => ({ seed: `${slug}/${key}`, picture })),
)

/** Drawn once: some of these are large. */
const drawn = pictures.map((item) => ({ seed: item.seed, svg: composePicture(item) }))

describe('the drawing kit', () => {
  it('repeats its random numbers for the same seed and not for another', () => {
    const draw = (seed: string) => Array.from({ length: 5 }, createRandom(seed).next)
    expect(draw('harbor')).toEqual(draw('harbor'))
    expect(draw('harbor')).not.toEqual(draw('kiln'))
  })

  it('closes an outline around everything above a level', () => {
    const field = sampleField({
      w: 100,
      h: 100,
      cell: 10,
      height: (x, y) => 50 - Math.hypot(x - 50, y - 50),
    })
    const d = outline(field, 20)
    expect(d.match(/M/g)).toHaveLength(1)
    expect(d.endsWith('Z')).toBe(true)
  })

  it('sets text without a font', () => {
    expect(text(0, 20, 'Gate 4', { size: 14, colour: '#000000' })).not.toContain('<text')
    expect(textWidth('88', 14)).toBeGreaterThan(textWidth('11', 14))
  })
})

describe('the pictures of the demo', () => {
  it('are composed the same way twice', () => {
    for (const [index, item] of pictures.entries()) {
      if (index % 5 === 0) expect(composePicture(item)).toBe(drawn[index]?.svg)
    }
  })

  it('never depend on a font, an outside file or a number that is none', () => {
    const faulty = drawn.flatMap(({ seed, svg }) =>
      (svg.match(/<text|font-family|href="http|NaN|undefined|Infinity/g) ?? []).map(
        (fault) => `${seed}: ${fault}`,
      ),
    )
    expect(faulty).toEqual([])
  })

  it('all look different, but for the one that serves as cover and as “after”', () => {
    expect(new Set(drawn.map(({ svg }) => svg)).size).toBeGreaterThanOrEqual(drawn.length - 1)
  })

  it('renders a cover at its full size', async () => {
    const cover = pictures.find(({ picture }) => picture.size === 'cover')
    if (!cover) throw new Error('The demo has no cover.')
    const { data, mimetype } = await drawPicture(cover)
    const { width, height, format } = await sharp(data).metadata()
    expect({ width, height, format, mimetype }).toEqual({
      width: 2400,
      height: 1600,
      format: 'jpeg',
      mimetype: 'image/jpeg',
    })
  })

  it('renders a portrait upright and a logo on transparency', async () => {
    const [tenant] = tenants
    const [key, person] = Object.entries(tenant?.people ?? {})[0] ?? []
    if (!tenant || !key || !person) throw new Error('The demo has no people.')
    const portrait = await sharp(
      (await drawPortrait({ face: person.face, seed: key, backdrop: tenant.portraits })).data,
    ).metadata()
    const logo = await sharp(
      (await drawLogo({ mark: 'crane', colours: ['#1f5b6e', '#d8472b'], wordmark: 'Quay' })).data,
    ).metadata()
    expect(portrait.height).toBeGreaterThan(portrait.width)
    expect(logo.hasAlpha).toBe(true)
  })

  it('gives every person a face of their own', () => {
    const faces = tenants.flatMap(({ people }) =>
      Object.values(people).map(({ face }) => JSON.stringify(face)),
    )
    expect(faces.length).toBeGreaterThanOrEqual(16)
    expect(new Set(faces).size).toBe(faces.length)
  })
})
