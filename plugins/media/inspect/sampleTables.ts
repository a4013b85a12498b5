// The tables that say where the samples of a film lie (ISO/IEC 14496-12, 8.6 and 8.7). A few bytes of them
// claim any number of samples, and whoever believes them counts for minutes or runs out of memory.
import { type Box, readBoxes } from './bmff.ts'
import type { ByteReader } from './byteReader.ts'
import { u32be } from './bytes.ts'
import { fileProblem } from './problems.ts'

/** Ten hours at sixty pictures a second, and some more. */
const MOST_SAMPLES = 2_500_000

/** Recorders end a chunk after a second or so. */
const MOST_IN_CHUNK = 1_000_000

/** What holds other boxes, and after how many bytes they begin. */
const CONTAINERS: Readonly<Record<string, readonly number[]>> = {
  ...Object.fromEntries(
    'moov trak edts mdia minf dinf stbl sinf schi mvex moof traf mfra udta wave'
      .split(' ')
      .map((type) => [type, [0]]),
  ),
  // With and without a version, as the standard and as QuickTime have it.
  meta: [0, 4],
  stsd: [8],
}

/** In the description of a codec: after a picture's fields, and after those of the three versions of sound. */
const AFTER_CODEC_FIELDS = [78, 28, 44, 64]

const MOST_BOXES = 100_000
const MOST_LEVELS = 12
const AT_ONCE = 64 * 1024

/** @throws FileProblem `video_unreadable` when a film claims more samples than one has. */
export const checkSampleTables = async (reader: ByteReader): Promise<void> => {
  let boxesLeft = MOST_BOXES
  let inFragments = 0

  const visit = async ({ end, isOfCodecs = false, level, start, track }: Part): Promise<void> => {
    insist(level < MOST_LEVELS)
    const boxes = await readBoxes({ end, isTolerant: true, limit: boxesLeft, reader, start })
    boxesLeft -= boxes.length
    insist(boxesLeft > 0)
    for (const box of boxes) {
      switch (box.type) {
        case 'stts':
          track.samples += await sumOf(reader, box)
          break
        case 'ctts':
          track.isReordered = true
          break
        case 'stsc':
          await eachEntry({ box, reader, size: 12 }, (entry) => {
            insist(u32be(entry, 0) <= MOST_SAMPLES && u32be(entry, 4) <= MOST_IN_CHUNK)
          })
          break
        case 'trun':
          inFragments += u32be(await reader.read(box.bodyStart + 4, box.bodyStart + 8), 0) || 0
          insist(inFragments <= MOST_SAMPLES)
          break
        default:
          for (const skipped of isOfCodecs ? AFTER_CODEC_FIELDS : (CONTAINERS[box.type] ?? [])) {
            const inside = box.type === 'trak' ? { isReordered: false, samples: 0 } : track
            await visit({
              end: box.end,
              isOfCodecs: box.type === 'stsd',
              level: level + 1,
              start: box.bodyStart + skipped,
              track: inside,
            })
            // Each sample is listed then, in the order in which it is shown.
            insist(!inside.isReordered || inside.samples <= MOST_SAMPLES)
          }
      }
    }
  }
  await visit({ end: reader.size, level: 0, start: 0, track: { isReordered: false, samples: 0 } })
}

type Track = { isReordered: boolean; samples: number }

type Part = { end: number; isOfCodecs?: boolean; level: number; start: number; track: Track }

const insist = (holds: boolean): void => {
  if (!holds) {
    throw fileProblem('video_unreadable')
  }
}

/** Of the counts in a table of runs: so many samples that are alike. */
const sumOf = async (reader: ByteReader, box: Box): Promise<number> => {
  let sum = 0
  await eachEntry({ box, reader, size: 8 }, (entry) => {
    sum += u32be(entry, 0)
  })
  return sum
}

/** The entries that are there; one that breaks off is nobody's. */
const eachEntry = async (
  { box, reader, size }: { box: Box; reader: ByteReader; size: number },
  visit: (entry: Uint8Array) => void,
): Promise<void> => {
  const first = box.bodyStart + 8
  const step = AT_ONCE - (AT_ONCE % size)
  for (let at = first; at < box.end; at += step) {
    const bytes = await reader.read(at, Math.min(at + step, box.end))
    for (let offset = 0; offset + size <= bytes.byteLength; offset += size) {
      visit(bytes.subarray(offset, offset + size))
    }
  }
}
