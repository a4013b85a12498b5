// Writes the edited copy of a file, piece by piece.
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { type Edit, partsOf } from './edits.ts'

/**
 * Copies `from` to `to` with the edits applied. Memory stays at a few blocks, whatever the size.
 *
 * @param to overwritten if it exists; must not be `from`
 */
export const writeStripped = async ({
  edits,
  from,
  to,
}: {
  edits: readonly Edit[]
  from: string
  to: string
}): Promise<void> => {
  const { size } = await stat(from)
  await pipeline(() => piecesOf({ edits, from, size }), createWriteStream(to))
}

async function* piecesOf({
  edits,
  from,
  size,
}: {
  edits: readonly Edit[]
  from: string
  size: number
}): AsyncGenerator<Uint8Array> {
  for (const part of partsOf(edits, size)) {
    if (part instanceof Uint8Array) {
      yield part
    } else {
      // A stream's `end` is the last byte that it reads.
      yield* createReadStream(from, { start: part.start, end: part.end - 1 })
    }
  }
}
