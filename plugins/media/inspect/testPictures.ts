// Real pictures for tests, with everything beside the pixels that must not be published.
import sharp, { type Sharp } from 'sharp'

export const SECRET = 'Rue de la Pompe 12'

export type PictureFormat = 'jpg' | 'png' | 'webp' | 'avif' | 'gif' | 'tiff'

export type PictureOptions = {
  /** Default 48 × 32. */
  width?: number
  height?: number
  /** Exif orientation, 1 to 8; default none. */
  orientation?: number
  /** Exif with a place, XMP, and a colour profile; default no. */
  hasNotes?: boolean
  hasAlpha?: boolean
}

/** A picture with a gradient in it, so that turned or shifted pixels are noticed. */
export const makePicture = async (
  format: PictureFormat,
  options: PictureOptions = {},
): Promise<Uint8Array> => {
  const picture = withNotes(draw(options), options)
  return new Uint8Array(await encode(picture, format).toBuffer())
}

/** A GIF or WebP of three frames. */
export const makeAnimation = async (format: 'gif' | 'webp'): Promise<Uint8Array> => {
  const frames = await Promise.all(
    ['#c0392b', '#27ae60', '#2980b9'].map((background) =>
      sharp({ create: { background, channels: 3, height: 20, width: 30 } })
        .png()
        .toBuffer(),
    ),
  )
  const picture = sharp(frames, { join: { animated: true } })
  const bytes = await (
    format === 'gif'
      ? picture.gif({ delay: [100, 100, 100], loop: 3 })
      : picture.webp({ delay: [100, 100, 100], loop: 3 })
  ).toBuffer()
  return new Uint8Array(bytes)
}

/** All pixels as numbers, all frames, without turning. */
export const pixelsOf = async (bytes: Uint8Array): Promise<Buffer> =>
  sharp(bytes, { animated: true }).raw().toBuffer()

const draw = ({ hasAlpha = false, height = 32, width = 48 }: PictureOptions): Sharp => {
  const channels = hasAlpha ? 4 : 3
  const data = Buffer.alloc(width * height * channels)
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)]
    data.set([(x * 255) / width, (y * 255) / height, 90], pixel * channels)
    if (hasAlpha) {
      data[pixel * channels + 3] = 128
    }
  }
  return sharp(data, { raw: { channels, height, width } })
}

const withNotes = (picture: Sharp, { hasNotes, orientation }: PictureOptions): Sharp => {
  const noted = hasNotes
    ? picture
        .withIccProfile('p3')
        .withExif({
          IFD0: { Copyright: SECRET, Make: 'Camera', Model: 'One' },
          IFD3: {
            GPSLatitude: '48/1 51/1 2772/100',
            GPSLatitudeRef: 'N',
            GPSLongitude: '2/1 17/1 4020/100',
            GPSLongitudeRef: 'E',
          },
        })
        .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>${SECRET}</place></x:xmpmeta>`)
    : picture
  return orientation ? noted.withMetadata({ orientation }) : noted
}

const encode = (picture: Sharp, format: PictureFormat): Sharp => {
  switch (format) {
    case 'jpg':
      return picture.jpeg({ progressive: false })
    case 'png':
      return picture.png()
    case 'webp':
      return picture.webp()
    case 'avif':
      return picture.avif({ effort: 0 })
    case 'gif':
      return picture.gif()
    case 'tiff':
      return picture.tiff()
  }
}
