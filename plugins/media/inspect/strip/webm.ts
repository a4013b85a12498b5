// WebM and Matroska: tags, attachments and titles become Void elements of the same size, in place,
// so that the index of the clusters stays right.
import type { ByteReader } from '../byteReader.ts'
import { type Element, readElement } from '../ebml.ts'
import { blanking, type Edit } from '../edits.ts'
import { fileProblem } from '../problems.ts'

const EBML_HEADER = 0x1a45dfa3
const SEGMENT = 0x18538067
const INFO = 0x1549a966
const TAGS = 0x1254c367
const ATTACHMENTS = 0x1941a469
const CLUSTER = 0x1f43b675

/** Title, recording date, and the names of this file and its neighbours (RFC 9559, 5.1.2). */
const TELLING = new Set([TAGS, ATTACHMENTS, 0x7ba9, 0x4461, 0x7384, 0x3c83ab, 0x3e83bb])

/** A live recording of several hours, whose clusters have to be walked block by block. */
const MAX_ELEMENTS = 5_000_000

/** Elements of unknown length are entered; what comes in them is looked at as if it stood beside. */
export const planWebm = async (reader: ByteReader): Promise<Edit[]> => {
  const edits: Edit[] = []
  let at = 0
  for (let count = 0; at < reader.size; count += 1) {
    const element = await readElement(reader, at)
    if (!element || count >= MAX_ELEMENTS || (count === 0 && element.id !== EBML_HEADER)) {
      throw fileProblem('file_damaged')
    }
    const { bodyStart, end, id } = element
    if (id === SEGMENT || id === INFO || (end === null && id === CLUSTER)) {
      at = bodyStart
      continue
    }
    // A cluster that breaks off can be played up to there; nothing else may be longer than the file.
    if (end === null || (end > reader.size && id !== CLUSTER)) {
      throw fileProblem('file_damaged')
    }
    if (TELLING.has(id)) {
      edits.push(...voided(element, end))
    }
    at = end
  }
  return edits
}

const VOID = 0xec

/** Void (RFC 8794, 11.3.2): its id, a length of one or eight bytes, zeros. */
const voided = ({ start }: Element, end: number): Edit[] => {
  const total = end - start
  const header = total < 10 ? Uint8Array.of(VOID, 0x80 | (total - 2)) : longVoid(total - 9)
  return [
    { start, end: start + header.byteLength, bytes: header },
    ...blanking(start + header.byteLength, end),
  ]
}

const longVoid = (length: number): Uint8Array => {
  const bytes = new Uint8Array(9)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, VOID)
  view.setBigUint64(1, BigInt(length) | (1n << 56n))
  return bytes
}
