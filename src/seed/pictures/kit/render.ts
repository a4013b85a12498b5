// Turns a finished SVG into the bytes of a picture, with a fine printed grain laid over it.
import sharp from 'sharp'
import { createRandom } from './prng.ts'

export type Encoded = { data: Buffer; mimetype: string; extension: string }

export const renderPicture = async ({
  svg,
  grain = 0.05,
}: {
  svg: string
  grain?: number
}): Promise<Encoded> => {
  const body = grain > 0 ? svg.replace('</svg>', `${await grainLayer(grain)}</svg>`) : svg
  const data = await sharp(Buffer.from(body))
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 84, chromaSubsampling: '4:4:4' })
    .toBuffer()
  return { data, mimetype: 'image/jpeg', extension: 'jpg' }
}

export const renderMark = async (svg: string): Promise<Encoded> => ({
  data: await sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer(),
  mimetype: 'image/png',
  extension: 'png',
})

const tile = 320
let grainTile: Promise<string> | undefined

// One noise tile for all pictures: a turbulence filter at full size would cost a second per picture.
const grainLayer = async (strength: number) => {
  grainTile ??= makeGrain()
  return `<defs><pattern id="grain" width="${tile / 2}" height="${tile / 2}" patternUnits="userSpaceOnUse"><image href="${await grainTile}" width="${tile / 2}" height="${tile / 2}"/></pattern></defs><rect width="100%" height="100%" fill="url(#grain)" opacity="${strength}"/>`
}

const makeGrain = async () => {
  const random = createRandom('grain')
  const pixels = Buffer.alloc(tile * tile * 4)
  for (let i = 0; i < tile * tile; i++) {
    const value = (random.next() + random.next() + random.next()) / 3 - 0.5
    const shade = value > 0 ? 255 : 0
    pixels[i * 4] = shade
    pixels[i * 4 + 1] = shade
    pixels[i * 4 + 2] = shade
    pixels[i * 4 + 3] = Math.min(255, Math.round(Math.abs(value) * 900))
  }
  const png = await sharp(pixels, { raw: { width: tile, height: tile, channels: 4 } })
    .png()
    .toBuffer()
  return `data:image/png;base64,${png.toString('base64')}`
}
