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

/** What holds other boxes, in the order of the standard; `wave` is QuickTime's. */
const CONTAINERS = new Set([
  'moov',
  'trak',
  'edts',
  'mdia',
  'minf',
  'dinf',
  'stbl',
  'mvex',
  'moof',
  'traf',
  'mfra',
  'udta',
  'wave',
])

const MOST_BOXES = 100_000
const MOST_LEVELS = 12
const AT_ONCE = 64 * 1024

/** @throws FileProblem `video_unreadable` when a film claims more samples than one has. */
export const checkSampleTables = async (reader: ByteReader): Promise<void> => {
  let boxesLeft = MOST_BOXES
  let inFragments = 0

  const visit = async (start: number, end: number, level: number): Promise<void> => {
    const boxes = await readBoxes({ end, isTolerant: true, limit: boxesLeft, reader, start })
    boxesLeft -= boxes.length
    const isReordered = boxes.some(({ type }) => type === 'ctts')
    for (const box of boxes) {
      switch (box.type) {
        // Each sample is listed, in the order in which it is shown.
        case 'stts':
          require(!isReordered || (await sumOf(reader, box)) <= MOST_SAMPLES)
          break
        case 'stsc':
          await eachEntry({ box, reader, size: 12 }, (entry) => {
            require(u32be(entry, 0) <= MOST_SAMPLES && u32be(entry, 4) <= MOST_IN_CHUNK)
          })
          break
        case 'trun':
          inFragments += u32be(await reader.read(box.bodyStart + 4, box.bodyStart + 8), 0) || 0
          require(inFragments <= MOST_SAMPLES)
          break
        default:
          if (CONTAINERS.has(box.type) && level < MOST_LEVELS) {
            await visit(box.bodyStart, box.end, level + 1)
          }
      }
      require(boxesLeft > 0)
    }
  }
  await visit(0, reader.size, 0)
}

const require = (holds: boolean): void => {
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
