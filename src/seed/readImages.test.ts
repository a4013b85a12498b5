// The demo's images are whole: each file is described, each description has its file, all are small.
import { readdir } from 'node:fs/promises'
import { describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import { tenants } from './content/index.ts'
import { fileNameOf, imageFolder, readDescriptions, readImages } from './readImages.ts'

const MOST_BYTES_TOGETHER = 12 * 1024 * 1024

describe.each(tenants.map(({ slug }) => slug))('the images of %s', (tenant) => {
  it('are exactly those that images.json describes', async () => {
    const described = Object.keys(await readDescriptions({ tenant })).map(fileNameOf)
    const files = await readdir(imageFolder(tenant))
    expect(files.filter((file) => file.endsWith('.webp')).sort()).toEqual(described.sort())
  })

  it('are WebP, at most 1,600 pixels wide and high, each with an alternative text', async () => {
    for (const { alt, data, key } of await readImages({ tenant })) {
      const { format, height = 0, width = 0 } = await sharp(data).metadata()
      expect({ key, format }).toEqual({ key, format: 'webp' })
      expect(Math.max(width, height)).toBeLessThanOrEqual(1600)
      expect(typeof alt === 'string' ? alt : alt.en).not.toBe('')
    }
  })
})

describe('all images together', () => {
  it('are small enough to be committed', async () => {
    const images = await Promise.all(tenants.map(({ slug }) => readImages({ tenant: slug })))
    const bytes = images.flat().reduce((sum, { data }) => sum + data.length, 0)
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThan(MOST_BYTES_TOGETHER)
  })
})
