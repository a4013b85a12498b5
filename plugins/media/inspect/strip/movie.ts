// MP4 and MOV: what cameras write beside the film becomes free space, in place, so that no offset
// into the media data moves.
import { type Box, boxesIn, findBox, readBoxes } from '../bmff.ts'
import type { ByteReader } from '../byteReader.ts'
import { fromLatin1 } from '../bytes.ts'
import { blanking, type Edit } from '../edits.ts'
import { planTimedMetadata } from './timedMetadata.ts'

/** User data (places, names, models), iTunes and QuickTime metadata. */
const TELLING = ['udta', 'meta']

/** Also found behind the film: the photo that it was part of, and what its camera knew. */
export const TELLING_AT_TOP = ['udta', 'mpvd', 'sefd', 'thum', 'PICT', 'pnot']

/** The extensions that players need (spherical video, protection); all others are notes. */
const NEEDED_UUIDS = new Set([
  'ffcc8263f8554a938814587a02521fdd',
  'd08a4f1810f34a82b6c832d8aba183d3',
  'a2394f525a9b4f14a2446c427c648df4',
  '6d1d9b0542d544e680e2141daff757b2',
  'd4807ef2ca3946958e5426cb9e46a79f',
])

const FREE = fromLatin1('free')

/** At the top, in the film, in its tracks and in its fragments. */
export const planMovie = async (reader: ByteReader): Promise<Edit[]> => {
  const top = await readBoxes({ end: reader.size, reader, start: 0 })
  return [
    ...(await freed({ boxes: top, reader, types: [...TELLING_AT_TOP, 'meta'] })),
    ...(await planFilm({ reader, top })),
  ]
}

/** The same inside the film alone; a moving AVIF has one, too. */
export const planFilm = async ({
  reader,
  top,
}: {
  reader: ByteReader
  top: readonly Box[]
}): Promise<Edit[]> => {
  const edits: Edit[] = []
  for (const { bodyStart, end } of top.filter(({ type }) => type === 'moov' || type === 'moof')) {
    const boxes = await readBoxes({ end, reader, start: bodyStart })
    edits.push(...(await freed({ boxes, reader, types: TELLING })))
    for (const track of boxes.filter(({ type }) => type === 'trak' || type === 'traf')) {
      const parts = await readBoxes({ end: track.end, reader, start: track.bodyStart })
      edits.push(...(await freed({ boxes: parts, reader, types: TELLING })))
      const media = await boxesIn(reader, findBox(parts, 'mdia'))
      edits.push(...(await freed({ boxes: media, reader, types: TELLING })))
      edits.push(...(await planTimedMetadata({ media, reader })))
    }
  }
  return edits
}

/** Turns these boxes, and notes in `uuid` boxes, into `free` ones full of zeros. */
export const freed = async ({
  boxes,
  reader,
  types,
}: {
  boxes: readonly Box[]
  reader: ByteReader
  types: readonly string[]
}): Promise<Edit[]> => {
  const edits: Edit[] = []
  for (const box of boxes) {
    if (types.includes(box.type) || (box.type === 'uuid' && (await isNote(reader, box)))) {
      edits.push({ start: box.start + 4, end: box.start + 8, bytes: FREE })
      edits.push(...blanking(box.bodyStart, box.end))
    }
  }
  return edits
}

const isNote = async (reader: ByteReader, { bodyStart }: Box): Promise<boolean> => {
  const uuid = await reader.read(bodyStart, bodyStart + 16)
  const hex = Array.from(uuid, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return !NEEDED_UUIDS.has(hex)
}
