// GIF89a: comments and applications' notes go, except the one that says how often to repeat.
import type { ByteReader } from '../byteReader.ts'
import { latin1, u8 } from '../bytes.ts'
import { type Edit, removal } from '../edits.ts'
import { fileProblem } from '../problems.ts'

const LOOPS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0'])
const IMAGE = 0x2c
const EXTENSION = 0x21
const TRAILER = 0x3b
const COMMENT = 0xfe
const APPLICATION = 0xff
const MAX_BLOCKS = 5_000_000

/** Whatever follows the trailer goes as well. */
export const planGif = async (reader: ByteReader): Promise<Edit[]> => {
  const screen = await reader.read(0, 13)
  if (!/^GIF8[79]a/.test(latin1(screen, 0, 6)) || screen.byteLength < 13) {
    throw fileProblem('file_damaged')
  }
  const edits: Edit[] = []
  const budget = { blocks: MAX_BLOCKS }
  let at = 13 + colourTableSize(u8(screen, 10))
  while (at < reader.size) {
    const head = await reader.read(at, at + 14)
    const introducer = u8(head, 0)
    if (introducer === TRAILER) {
      return [...edits, removal(at + 1, reader.size)]
    }
    if (introducer === IMAGE) {
      // Place and size, an optional colour table, the code size; then the data.
      const data = at + 10 + colourTableSize(u8(head, 9)) + 1
      at = await skipSubBlocks({ budget, reader, start: data })
    } else if (introducer === EXTENSION) {
      const end = await skipSubBlocks({ budget, reader, start: at + 2 })
      const label = u8(head, 1)
      const isLoop = LOOPS.has(latin1(head, 3, 14))
      if (label === COMMENT || (label === APPLICATION && !isLoop)) {
        edits.push(removal(at, end))
      }
      at = end
    } else {
      throw fileProblem('file_damaged')
    }
  }
  // Many programs leave the trailer out.
  return edits
}

const colourTableSize = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

const skipSubBlocks = async ({
  budget,
  reader,
  start,
}: {
  budget: { blocks: number }
  reader: ByteReader
  start: number
}): Promise<number> => {
  let at = start
  for (;;) {
    const size = u8(await reader.read(at, at + 1), 0)
    budget.blocks -= 1
    if (Number.isNaN(size) || budget.blocks < 0) {
      throw fileProblem('file_damaged')
    }
    at += 1 + size
    if (size === 0) {
      return at
    }
  }
}
