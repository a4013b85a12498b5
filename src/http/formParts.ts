// The parts of a form that brings a file, as their bytes pass. Payload's parser stores bytes that are not UTF-8 as
// U+FFFD, and takes fields for nothing when they come twice, in an unknown charset or under a name of their own.
import { isUtf8 } from 'node:buffer'
import { refusal } from './problem.ts'
import { requirePlainText } from './readText.ts'

/** What Payload reads of a form, its file apart: fields as JSON, and the receipt of a file that is here already. */
const READ = new Set(['_payload', 'file'])

/** Bytes of the largest field that Payload takes, and of all headers of a part. */
const MOST = { field: 1024 * 1024, headers: 16 * 1024 }

/** Letters of a name that a sentence repeats. */
const MOST_NAME = 40

type Part = { isFile: boolean; name: string }

/**
 * The same bytes, which end with a refusal at the first part that would be stored as something else. What is no form at
 * all passes; Payload's parser says so.
 *
 * @param type The request's `Content-Type`.
 */
export const formParts = (
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  type: string,
): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const boundary = boundaryOf(type)
  if (boundary === undefined) {
    return body
  }
  const read = reader(boundary)
  return body.pipeThrough(
    new TransformStream({
      transform: (chunk, controller) => {
        read(chunk)
        controller.enqueue(chunk)
      },
    }),
  )
}

/** @see https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1 */
const boundaryOf = (type: string): string | undefined => {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(type) ?? []
  return quoted ?? plain
}

/** Takes the body chunk by chunk, and throws at what is wrong with it. */
const reader = (boundary: string): ((chunk: Uint8Array) => void) => {
  const delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1')
  const seen = new Map<string, Part>()
  /** Bytes that are not understood yet. A form without a preamble begins with its first delimiter. */
  let left: Buffer = Buffer.from('\r\n')
  /** `null` in front of the first part and behind the last. */
  let part: Part | null = null
  let isInHeaders = false
  let isOver = false
  let field: Buffer[] = []
  let size = 0

  const keep = (bytes: Buffer): void => {
    if (part && !part.isFile && size <= MOST.field) {
      field.push(Buffer.from(bytes))
      size += bytes.length
    }
  }
  const begin = (headers: Buffer): void => {
    part = partOf(headers)
    const before = seen.get(part.name)
    // Of two files Payload's parser says so.
    if (before && !(before.isFile && part.isFile)) {
      throw refusal({
        code: 'malformed_upload',
        detail: `Give “${part.name}” once in the form.`,
      })
    }
    seen.set(part.name, part)
  }
  const end = (): void => {
    if (part && size <= MOST.field && !isUtf8(Buffer.concat(field))) {
      throw refusal({
        code: 'bad_request',
        detail: `“${part.name}” holds bytes that are not UTF-8. Encode all of its text as UTF-8.`,
      })
    }
    part = null
    field = []
    size = 0
  }
  /** @returns whether more can be understood of what is left. */
  const step = (): boolean => {
    if (isInHeaders) {
      const length = left.indexOf('\r\n\r\n')
      if (length < 0) {
        return false
      }
      begin(left.subarray(0, length))
      // The line that ends the headers may begin the delimiter.
      left = left.subarray(length + 2)
      isInHeaders = false
      return true
    }
    const at = left.indexOf(delimiter)
    if (at < 0) {
      const known = Math.max(0, left.length - delimiter.length)
      keep(left.subarray(0, known))
      left = left.subarray(known)
      return false
    }
    const next = at + delimiter.length
    if (left.length < next + 2) {
      return false
    }
    const line = left.toString('latin1', next, next + 2)
    if (line !== '\r\n' && line !== '--') {
      // The same letters within a part.
      keep(left.subarray(0, next))
      left = left.subarray(next)
      return true
    }
    keep(left.subarray(0, at))
    end()
    left = left.subarray(next)
    isInHeaders = line === '\r\n'
    isOver = !isInHeaders
    return isInHeaders
  }
  return (chunk) => {
    if (isOver) {
      return
    }
    left = Buffer.concat([left, chunk])
    while (step()) {
      // One delimiter or one part's headers at a time.
    }
    if (isInHeaders && left.length > MOST.headers) {
      // Payload's parser gives up here too.
      left = Buffer.alloc(0)
    }
  }
}

/** @throws a refusal of a part that Payload would misread or leave out. */
const partOf = (bytes: Buffer): Part => {
  if (!isUtf8(bytes) || bytes.includes(0)) {
    throw refusal({
      code: 'malformed_upload',
      detail: 'The name of a part or of its file is not UTF-8, or holds a NUL. Rename it.',
    })
  }
  // A header may go on in the next line.
  const headers = bytes.toString('utf8').replace(/\r\n[ \t]+/g, ' ')
  const disposition = parametersOf(headerIn(headers, 'content-disposition'))
  const type = headerIn(headers, 'content-type')
  const name = (disposition.get('name') ?? '').slice(0, MOST_NAME)
  const isFile =
    disposition.has('filename') ||
    disposition.has('filename*') ||
    /^\s*application\/octet-stream\b/i.test(type)
  if (isFile) {
    return { isFile, name }
  }
  if (!READ.has(name)) {
    throw refusal({ code: 'malformed_upload', detail: unreadSentence(name) })
  }
  requirePlainText(new Headers({ 'content-type': type }))
  return { isFile, name }
}

/** Of a part that nothing reads. */
export const unreadSentence = (name: string): string =>
  `${name === '' ? 'A part of the form has no name' : `Nothing reads “${name.slice(0, MOST_NAME)}” of the form`}. Send fields as JSON in “_payload”, and a file as “file”.`

const headerIn = (headers: string, name: string): string =>
  new RegExp(`^${name}[ \\t]*:(.*)$`, 'im').exec(headers)?.[1] ?? ''

/** Names in lower case; what stands in quotes is part of a value. */
const parametersOf = (header: string): ReadonlyMap<string, string> =>
  new Map(
    [...header.matchAll(PARAMETER)].map(([, name = '', quoted, plain = '']) => [
      name.toLowerCase(),
      quoted?.replace(/\\(.)/g, '$1') ?? plain.trim(),
    ]),
  )

/** @see https://www.rfc-editor.org/rfc/rfc2183#section-2 */
const PARAMETER = /;\s*([^=;\s]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;]*))/g
