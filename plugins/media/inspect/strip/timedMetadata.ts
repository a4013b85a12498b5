// Tracks that are neither seen nor heard: the path of an action camera or a drone, sample by sample.
import { type Box, boxesIn, findBox } from '../bmff.ts'
import type { ByteReader } from '../byteReader.ts'
import { isAllZero, latin1, u32be, u64be } from '../bytes.ts'
import { blanking, type Edit } from '../edits.ts'
import { fileProblem } from '../problems.ts'

const MAX_TABLE = 16 * 1024 * 1024

/** Pictures, sound, text, time codes and what belongs to them; any other track is about the camera. */
const SEEN_OR_HEARD = new Set([
  'vide',
  'auxv',
  'pict',
  'soun',
  'text',
  'sbtl',
  'subt',
  'clcp',
  'tmcd',
  'hint',
])

/**
 * Blanks the samples of a track of metadata. The track itself stays, and says nothing any more.
 *
 * @param media what is inside the track's `mdia`
 */
export const planTimedMetadata = async ({
  media,
  reader,
}: {
  media: readonly Box[]
  reader: ByteReader
}): Promise<Edit[]> => {
  const handler = findBox(media, 'hdlr')
  if (!handler || SEEN_OR_HEARD.has(await typeOfHandler(reader, handler))) {
    return []
  }
  const information = await boxesIn(reader, findBox(media, 'minf'))
  const table = await boxesIn(reader, findBox(information, 'stbl'))
  const edits: Edit[] = []
  for (const { end, start } of await samplesOf({ reader, table })) {
    if (!(await isBlank({ end, reader, start }))) {
      edits.push(...blanking(start, end))
    }
  }
  return edits
}

const typeOfHandler = async (reader: ByteReader, { bodyStart }: Box): Promise<string> =>
  latin1(await reader.read(bodyStart + 8, bodyStart + 12))

type Range = { end: number; start: number }

/** Where the samples lie: chunk offsets, samples per chunk, sizes (14496-12, 8.7). */
const samplesOf = async ({
  reader,
  table,
}: {
  reader: ByteReader
  table: readonly Box[]
}): Promise<Range[]> => {
  const [sizes, runs, offsets32, offsets64] = await Promise.all(
    ['stsz', 'stsc', 'stco', 'co64'].map((type) => readTable(reader, findBox(table, type))),
  )
  const offsets = offsets64 ?? offsets32
  if (!sizes || !runs || !offsets) {
    return []
  }
  const ranges: Range[] = []
  const commonSize = u32be(sizes, 4)
  const sampleCount = u32be(sizes, 8)
  const chunkCount = u32be(offsets, 4)
  if (commonSize === 0 && !(12 + sampleCount * 4 <= sizes.byteLength)) {
    throw fileProblem('file_damaged')
  }
  let sample = 0
  let run = 0
  let total = 0
  for (let chunk = 1; chunk <= chunkCount && sample < sampleCount; chunk += 1) {
    while (u32be(runs, 8 + (run + 1) * 12) <= chunk && run + 1 < u32be(runs, 4)) {
      run += 1
    }
    const index = chunk - 1
    const start = offsets64 ? u64be(offsets, 8 + index * 8) : u32be(offsets, 8 + index * 4)
    const inChunk = Math.min(u32be(runs, 12 + run * 12), sampleCount - sample)
    let length = commonSize * inChunk
    for (let step = 0; commonSize === 0 && step < inChunk; step += 1) {
      length += u32be(sizes, 12 + (sample + step) * 4)
    }
    total += length
    // Tables that point past the end or at the same bytes again and again are made, not recorded.
    if (!(start + length <= reader.size && total <= reader.size)) {
      throw fileProblem('file_damaged')
    }
    ranges.push({ start, end: start + length })
    sample += inChunk
  }
  return ranges
}

const readTable = async (reader: ByteReader, box: Box | undefined): Promise<Uint8Array | null> => {
  if (!box) {
    return null
  }
  if (box.end - box.bodyStart > MAX_TABLE) {
    throw fileProblem('file_damaged')
  }
  return reader.read(box.bodyStart, box.end)
}

const PIECE = 64 * 1024

const isBlank = async ({
  end,
  reader,
  start,
}: Range & { reader: ByteReader }): Promise<boolean> => {
  for (let at = start; at < end; at += PIECE) {
    if (!isAllZero(await reader.read(at, Math.min(at + PIECE, end)))) {
      return false
    }
  }
  return true
}
