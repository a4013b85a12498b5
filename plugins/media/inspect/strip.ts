/**
 * Takes out of a file what nobody meant to publish: where and when it was taken, with which camera,
 * by whom, and what else cameras and programs write beside the picture. Pixels, sound and colour
 * profiles stay as they are, to the bit.
 *
 * Not touched: TIFF, SVG, sound files and documents (their plan is empty), the recording time in
 * the headers of films, and what is written into pixels.
 */
import { type ByteReader, throughWindow } from './byteReader.ts'
import { type Edit, inOrder } from './edits.ts'
import type { Format, Identity } from './identify.ts'
import { planGif } from './strip/gif.ts'
import { planHeif } from './strip/heif.ts'
import { planJpeg } from './strip/jpeg.ts'
import { planMovie } from './strip/movie.ts'
import { planPng } from './strip/png.ts'
import { planWebm } from './strip/webm.ts'
import { planWebp } from './strip/webp.ts'

const PLANS: Partial<Record<Format, (reader: ByteReader) => Promise<Edit[]>>> = {
  avif: planHeif,
  gif: planGif,
  heic: planHeif,
  jpg: planJpeg,
  mkv: planWebm,
  mov: planMovie,
  mp4: planMovie,
  png: planPng,
  webm: planWebm,
  webp: planWebp,
}

/**
 * The edits that make the file clean; none if it is already. Applying them and planning again gives
 * none.
 *
 * @returns sorted, without overlaps; offsets are those of the original
 * @throws FileProblem `file_damaged` where the structure cannot be followed: a file of which nobody
 * knows what is in it must not pass for clean
 * @example applyEditsToBlob(file, await planStrip(readerOfBlob(file), identity))
 */
export const planStrip = async (reader: ByteReader, identity: Identity): Promise<Edit[]> => {
  const plan = PLANS[identity.format]
  return plan ? inOrder(await plan(throughWindow(reader))) : []
}
