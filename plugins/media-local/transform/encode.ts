// How each format is written. Nothing of the original's metadata is, and colours are sRGB: sharp's
// default, which tests hold it to.
import type { Sharp } from 'sharp'
import type { AutoQuality, Colour, OutputFormat, Quality } from './types.ts'

/**
 * What `q_auto` is in each format: alike to the eye, not in number. Efforts are the highest that keep
 * a page's picture under about a second on two cores; see bench/results/media.md.
 */
const AUTO: Record<'avif' | 'webp' | 'jpg', Record<AutoQuality, number>> = {
  avif: { best: 68, good: 60, eco: 50, low: 40 },
  webp: { best: 85, good: 75, eco: 64, low: 50 },
  jpg: { best: 88, good: 78, eco: 68, low: 55 },
}

/** Higher ones took two to twenty times as long here, for files a sixth smaller at best. */
const AVIF_EFFORT = 2
const WEBP_EFFORT = 4

export const encode = ({
  background,
  format,
  image,
  quality,
}: {
  image: Sharp
  format: OutputFormat
  quality: Quality
  /** Behind transparent parts where the format knows none; white by default. */
  background: Colour | null
}): Sharp => {
  switch (format) {
    case 'avif':
      return image.avif({ quality: numberOf('avif', quality), effort: AVIF_EFFORT })
    case 'webp':
      return image.webp({ quality: numberOf('webp', quality), effort: WEBP_EFFORT })
    case 'jpg':
      return image
        .flatten({ background: background?.alpha === 1 ? background : '#fff' })
        .jpeg({ quality: numberOf('jpg', quality), mozjpeg: true })
    case 'png':
      return image.png({ compressionLevel: 8 })
    case 'gif':
      return image.gif()
  }
}

const numberOf = (format: keyof typeof AUTO, quality: Quality): number =>
  typeof quality === 'number' ? quality : AUTO[format][quality]
