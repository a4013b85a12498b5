/** A form as a visitor sent it. Strangers send them, so only so much of one is read. */
import { isUtf8 } from 'node:buffer'
import { problem, type Problem } from '../http/problem.ts'
import type { ProblemCode } from '../http/problemCodes.ts'
import { readBytes } from '../http/readBytes.ts'
import { isDecodable } from '../http/urlPath.ts'

/** Bytes: several times the longest message that is taken, in any encoding. */
const MOST_BYTES = 64 * 1024

export type Fields = ReadonlyMap<string, string>

/** What is wrong with a body, and in which of its fields where it is one. */
export type FormRefusal = { code: FormCode; field?: string }

/** In codes of the catalogue. */
type FormCode = Extract<
  ProblemCode,
  | 'bad_request'
  | 'body_not_an_object'
  | 'body_too_large'
  | 'malformed_json'
  | 'malformed_upload'
  | 'malformed_value'
  | 'no_files_here'
  | 'request_timeout'
  | 'unsupported_media_type'
>

/** What each refusal says, to whoever wrote the program that sent it. */
const FORM_SENTENCES: Readonly<Record<FormCode, string>> = {
  bad_request: 'This text is not UTF-8. Send all of the form as UTF-8.',
  body_not_an_object: 'Send an object of texts: {"field": "text"}.',
  body_too_large: 'Send a form of at most 64 KB.',
  malformed_json: 'Check the quotes, commas and brackets.',
  malformed_upload: 'The form broke off or its parts make no sense. Send it again.',
  malformed_value: 'Every field of this form is one text. Put it in quotes, or leave it out.',
  no_files_here: 'This form takes no files. Send its fields as text.',
  request_timeout: 'The form took too long to arrive. Send it again.',
  unsupported_media_type:
    'Send application/json, application/x-www-form-urlencoded or multipart/form-data.',
}

export const isRefusal = (form: Fields | FormRefusal): form is FormRefusal => 'code' in form

/** The refusal of a form as an answer says it. */
export const formProblem = ({ code, field }: FormRefusal): Problem => {
  const said = FORM_SENTENCES[code]
  return field === undefined
    ? problem({ code, detail: said })
    : {
        ...problem({ code, detail: `“${field}”: ${said}` }),
        errors: [{ message: said, path: field }],
      }
}

/** The fields of a form, of JSON or of either kind of form; those that are `null` are left out. */
export const formOf = async (request: Request): Promise<Fields | FormRefusal> => {
  const header = request.headers.get('content-type') ?? ''
  const type = header.split(';', 1)[0]!.trim().toLowerCase()
  const read = READERS.get(type)
  if (!read) {
    return { code: 'unsupported_media_type' }
  }
  try {
    const body = await readBytes({ most: MOST_BYTES, raw: request })
    return body === null ? { code: 'body_too_large' } : await read(body, header)
  } catch (err) {
    // Otherwise the sender went away before the end.
    const isLate = (err as { status?: unknown }).status === 408
    return { code: isLate ? 'request_timeout' : 'malformed_upload' }
  }
}

type Read = (
  body: Buffer<ArrayBuffer>,
  type: string,
) => FormRefusal | Fields | Promise<FormRefusal | Fields>

const readForm: Read = async (body, type) => {
  if (!isUtf8(body)) {
    return { code: 'bad_request' }
  }
  const form = await new Response(body, { headers: { 'content-type': type } }).formData()
  const fields = new Map<string, string>()
  for (const [name, value] of form) {
    if (typeof value !== 'string') {
      return { code: 'no_files_here', field: name }
    }
    if (!fields.has(name)) {
      fields.set(name, value)
    }
  }
  return fields
}

/** A percent-encoding that is no UTF-8 would be read as U+FFFD. */
const readEncoded: Read = (body, type) => {
  const pairs = body.toString('latin1').split('&')
  // A sign that stands for itself is taken for what it is.
  const odd = pairs.find((pair) => !isDecodable(pair.replace(/%(?![0-9a-f]{2})/gi, '%25')))
  return odd === undefined
    ? readForm(body, type)
    : { code: 'bad_request', field: odd.split('=', 1)[0]!.slice(0, 100) }
}

const readJson: Read = (body) => {
  let given: unknown
  try {
    given = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return { code: 'malformed_json' }
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return { code: 'body_not_an_object' }
  }
  const entries = Object.entries(given).filter(([, value]) => value !== null)
  const odd = entries.find(([, value]) => typeof value !== 'string')
  return odd
    ? { code: 'malformed_value', field: odd[0].slice(0, 100) }
    : new Map(entries as [string, string][])
}

const READERS: ReadonlyMap<string, Read> = new Map([
  ['application/json', readJson],
  ['application/x-www-form-urlencoded', readEncoded],
  ['multipart/form-data', readForm],
])
