// What a page needs to know about a picture before it has arrived, and whether it is one at all.
import sharp, { type SharpOptions } from 'sharp'
import { type ByteReader, readerOfBytes } from './byteReader.ts'
import { withFileReader } from './fileReader.ts'
import { type Format, identify, type Identity } from './identify.ts'
import { fileProblem } from './problems.ts'
import { planStrip } from './strip.ts'

export type ImageDescription = {
  /** Pixels, as the picture is seen: after the turn that its Exif asks for. */
  width: number
  height: number
  /** Frames of an animation or pages of a document; 1 for all others. */
  pages: number
  hasAlpha: boolean
  isAnimated: boolean
  /** At most 16 pixels wide, as a WebP in a data URI. */
  blurDataUrl: string
  palette: {
    /** The colour that covers most of it, `#rrggbb`. */
    dominant: string
    /** Black or white, whichever reads better on it. */
    ink: '#000000' | '#ffffff'
  }
}

/** sharp would also draw an SVG, which is a program more than a picture. */
const WITH_PIXELS: readonly Format[] = ['jpg', 'png', 'webp', 'avif', 'gif', 'heic', 'tiff']
const ANIMATED: readonly Format[] = ['gif', 'webp']
/** Their decoders leave out in silence what is missing at the end, a whole frame even. */
const FORGIVEN: readonly Format[] = ['gif', 'png']
const BLUR_WIDTH = 16
const THUMB = 64

/**
 * Decodes the whole picture once, into a thumbnail, so that a file that breaks off is found without
 * its pixels ever being in memory together.
 *
 * @param source a path, or bytes
 * @param maxPixels width × height × pages; looked at in the header, before anything is decoded
 * @throws FileProblem `file_empty`, `not_a_picture`, `picture_too_large`, `picture_truncated`; the
 * error of the file system, if there is no such file
 */
export const describeImage = async (
  source: string | Uint8Array,
  { maxPixels }: { maxPixels: number },
): Promise<ImageDescription> => {
  return typeof source === 'string'
    ? withFileReader(source, (reader) => describe({ maxPixels, reader, source }))
    : describe({ maxPixels, reader: readerOfBytes(source), source })
}

const describe = async ({
  maxPixels,
  reader,
  source,
}: {
  maxPixels: number
  reader: ByteReader
  source: string | Uint8Array
}): Promise<ImageDescription> => {
  const identity = await identifyPicture(reader)
  const { format } = identity
  const header = await sharp(source, OPTIONS).metadata().catch(refusing(format))
  const { hasAlpha, height: rawHeight, orientation = 1, pages = 1, width: rawWidth } = header
  if (!(rawWidth * rawHeight * pages <= maxPixels)) {
    throw fileProblem(
      'picture_too_large',
      `This picture has ${rawWidth} × ${rawHeight} pixels${pages > 1 ? ` in each of ${pages} frames` : ''}, more than the ${sayPixels(maxPixels)} that fit. Make it smaller first.`,
    )
  }
  if (FORGIVEN.includes(format)) {
    // Planning walks from block to block until the end.
    await planStrip(reader, identity).catch(refusing(format))
  }
  const isAnimated = pages > 1 && ANIMATED.includes(format)
  const thumb = await decodeSmall({ isAnimated, orientation, source }).catch(refusing(format))
  const isTurned = orientation >= 5
  const [blur, { dominant }] = await Promise.all([
    sharp(thumb)
      .resize({ fit: 'inside', height: BLUR_WIDTH * 4, width: BLUR_WIDTH })
      // With few colours a palette keeps them true; lossy formats halve them at this size.
      .png({ colours: 32, compressionLevel: 9, palette: true })
      .toBuffer(),
    sharp(thumb).stats(),
  ])
  return {
    width: isTurned ? rawHeight : rawWidth,
    height: isTurned ? rawWidth : rawHeight,
    pages,
    hasAlpha,
    isAnimated,
    blurDataUrl: `data:image/png;base64,${blur.toString('base64')}`,
    palette: { dominant: hex(dominant), ink: inkOn(dominant) },
  }
}

const OPTIONS: SharpOptions = { failOn: 'error', limitInputPixels: false, sequentialRead: true }

const identifyPicture = async (reader: ByteReader): Promise<Identity> => {
  if (reader.size === 0) {
    throw fileProblem('file_empty')
  }
  const identity = await identify(reader, { name: '' })
  if (!identity || !WITH_PIXELS.includes(identity.format)) {
    throw fileProblem('not_a_picture')
  }
  return identity
}

/** The bytes say that it is a picture: what fails is the rest. For HEIC it is the codec we lack. */
const refusing =
  (format: Format) =>
  (err: unknown): never => {
    throw fileProblem(format === 'heic' ? 'not_a_picture' : 'picture_truncated', undefined, err)
  }

/** A PNG of at most 64 × 64 pixels, upright; of an animation the first frame. */
const decodeSmall = async ({
  isAnimated,
  orientation,
  source,
}: {
  isAnimated: boolean
  orientation: number
  source: string | Uint8Array
}): Promise<Buffer> => {
  // With all frames, since any of them may be the one that breaks off. Turning comes afterwards:
  // a turned decoder needs all pixels at once.
  const { data, info } = await sharp(source, { ...OPTIONS, animated: isAnimated })
    .resize({ fit: 'inside', height: THUMB, width: THUMB })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { channels, width } = info
  const height = info.pageHeight ?? info.height
  const frame = data.subarray(0, width * height * channels)
  const upright = await sharp(frame, { raw: { channels, height, width } })
    .withMetadata({ orientation })
    .png()
    .toBuffer()
  return sharp(upright).autoOrient().png().toBuffer()
}

const sayPixels = (pixels: number): string =>
  pixels >= 1_000_000 ? `${Math.floor(pixels / 100_000) / 10} million` : String(pixels)

type Rgb = { r: number; g: number; b: number }

const hex = ({ r, g, b }: Rgb): string =>
  `#${[r, g, b].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`

/** Relative luminance, WCAG 2.2; 0.179 is where black and white contrast equally. */
const inkOn = (colour: Rgb): '#000000' | '#ffffff' => {
  const [r, g, b] = [colour.r, colour.g, colour.b].map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000000' : '#ffffff'
}
