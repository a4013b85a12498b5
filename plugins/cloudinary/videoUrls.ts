// What a film's addresses are made of: its poster, its stream and its plain file. No Node, so that
// pages and browsers use the same.
import type { Transformation } from '../media/grammar/index.ts'

export const STREAM_EXTENSION = 'm3u8'
export const MP4_EXTENSION = 'mp4'
export const POSTER_EXTENSION = 'jpg'

/**
 * A still of the film, asked for with {@link POSTER_EXTENSION}.
 *
 * @param seconds From the film's beginning.
 * @param width Pixels at most.
 */
export const posterTransformation = ({
  seconds,
  width,
}: {
  seconds: number
  width: number
}): Transformation => [{ c: 'limit', q: 'auto', so: String(seconds), w: String(width) }]

/** HLS in the qualities that Cloudinary finds fitting, asked for with {@link STREAM_EXTENSION}. */
export const streamTransformation = (): Transformation => [{ sp: 'auto' }]

/**
 * One file for browsers that do not stream, asked for with {@link MP4_EXTENSION}.
 *
 * @param width Pixels at most.
 */
export const mp4Transformation = ({ width }: { width: number }): Transformation => [
  { c: 'limit', q: 'auto', vc: 'h264', w: String(width) },
]
