// Reads what is posted: forms with a file, which goes to the disk as it arrives, and plain ones.
import { createWriteStream, type WriteStream } from 'node:fs'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { refuse } from './state.ts'

export type Form = {
  fields: Record<string, string>
  file: { path: string; name: string; bytes: number } | null
}

/** @param onData Called with each piece, so that a test can hang up in the middle. */
export const readForm = async ({
  onData,
  path,
  req,
}: {
  req: IncomingMessage
  /** Where a file is to lie. */
  path: string
  onData: () => void
}): Promise<Form> => {
  const type = req.headers['content-type'] ?? ''
  const boundary = /^multipart\/form-data;\s*boundary="?([^";]+)"?/i.exec(type)?.[1]
  const pieces = watched(req, onData)
  return boundary === undefined
    ? { fields: plainFields(await textOf(pieces)), file: null }
    : readMultipart({ boundary, path, pieces })
}

async function* watched(req: IncomingMessage, onData: () => void): AsyncGenerator<Buffer> {
  // Whoever stops reading still wants to answer.
  const pieces = req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
  for await (const piece of pieces) {
    onData()
    yield piece
  }
}

const textOf = async (pieces: AsyncIterable<Buffer>): Promise<string> => {
  const all: Buffer[] = []
  for await (const piece of pieces) {
    all.push(piece)
  }
  return Buffer.concat(all).toString()
}

const plainFields = (text: string): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(text)) {
    addField(fields, name, value)
  }
  return fields
}

/** Lists arrive as `tags[]` once per entry, and are signed joined by commas. */
const addField = (fields: Record<string, string>, name: string, value: string): void => {
  const plain = name.replace(/\[\d*\]$/, '')
  const known = fields[plain]
  fields[plain] = plain !== name && known !== undefined ? `${known},${value}` : value
}

const readMultipart = async ({
  boundary,
  path,
  pieces,
}: {
  boundary: string
  path: string
  pieces: AsyncIterable<Buffer>
}): Promise<Form> => {
  const form: Form = { fields: {}, file: null }
  const mark = Buffer.from(`\r\n--${boundary}`)
  // As if a line had ended before the first mark, so that all marks look the same.
  let rest: Buffer = Buffer.from('\r\n')
  let part: { name: string; file: WriteStream | null; text: Buffer[] } | null = null
  const write = async (data: Buffer): Promise<void> => {
    if (part?.file) {
      form.file!.bytes += data.length
      if (!part.file.write(data)) {
        await once(part.file, 'drain')
      }
    } else {
      part?.text.push(data)
    }
  }
  const close = async (): Promise<void> => {
    if (part?.file) {
      part.file.end()
      await once(part.file, 'close')
    } else if (part) {
      addField(form.fields, part.name, Buffer.concat(part.text).toString())
    }
    part = null
  }
  let isOver = false
  for await (const piece of pieces) {
    if (isOver) {
      continue
    }
    rest = Buffer.concat([rest, piece])
    for (;;) {
      const at = rest.indexOf(mark)
      if (at < 0) {
        const safe = Math.max(0, rest.length - mark.length)
        await write(rest.subarray(0, safe))
        rest = rest.subarray(safe)
        break
      }
      const headEnd = rest.indexOf('\r\n\r\n', at + mark.length)
      const isLast = rest.subarray(at + mark.length, at + mark.length + 2).toString() === '--'
      if (!isLast && headEnd < 0) {
        await write(rest.subarray(0, at))
        rest = rest.subarray(at)
        break
      }
      await write(rest.subarray(0, at))
      await close()
      if (isLast) {
        isOver = true
        break
      }
      const head = rest.subarray(at, headEnd).toString()
      const name = /name="([^"]*)"/.exec(head)?.[1] ?? ''
      const fileName = /filename="([^"]*)"/.exec(head)?.[1]
      if (fileName !== undefined) {
        form.file = { path, name: fileName, bytes: 0 }
      }
      part = { name, file: fileName === undefined ? null : createWriteStream(path), text: [] }
      rest = rest.subarray(headEnd + 4)
    }
  }
  if (!isOver) {
    throw refuse(400, 'Malformed form')
  }
  return form
}
