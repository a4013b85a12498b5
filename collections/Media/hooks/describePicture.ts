// Derives from each picture what a page needs before the picture itself has arrived: a tiny blurred
// copy and its main colour.
import sharp from 'sharp'
import type { CollectionBeforeChangeHook } from 'payload'

const BLUR_WIDTH = 16

export const describePicture: CollectionBeforeChangeHook = async ({ data, req }) => {
  const { file } = req
  if (!file?.data || !String(data.mimeType ?? file.mimetype).startsWith('image/')) {
    return data
  }
  try {
    const picture = sharp(file.data, { limitInputPixels: 120_000_000 }).rotate()
    const [blur, { dominant }] = await Promise.all([
      picture.clone().resize(BLUR_WIDTH).webp({ quality: 40 }).toBuffer(),
      picture.clone().resize(64, 64, { fit: 'inside' }).stats(),
    ])
    return {
      ...data,
      blurDataUrl: `data:image/webp;base64,${blur.toString('base64')}`,
      palette: { dominant: hex(dominant), ink: inkOn(dominant) },
    }
  } catch (err) {
    // The upload itself has been accepted; the page only loses its placeholder.
    req.payload.logger.warn({ msg: 'No placeholder could be made of this picture.', err })
    return data
  }
}

type Rgb = { r: number; g: number; b: number }

const hex = ({ r, g, b }: Rgb): string =>
  `#${[r, g, b].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`

/** Relative luminance, WCAG 2.2; 0.179 is where black and white contrast equally. */
const inkOn = (colour: Rgb): string => {
  const [r, g, b] = [colour.r, colour.g, colour.b].map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000000' : '#ffffff'
}
