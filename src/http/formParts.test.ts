// However a form is cut into pieces, it comes through as it was sent, and what is wrong with it is found.
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { formParts } from './formParts.ts'

const BOUNDARY = 'abc'
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`

/** Through the check in pieces of the given lengths. */
const pass = async (bytes: Buffer, lengths: readonly number[], type = TYPE): Promise<Buffer> => {
  let at = 0
  let piece = 0
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      const length = lengths[piece++ % lengths.length]!
      if (at < bytes.length) {
        controller.enqueue(new Uint8Array(bytes.subarray(at, at + length)))
        at += length
      } else {
        controller.close()
      }
    },
  })
  return Buffer.from(await new Response(formParts(body, type)).arrayBuffer())
}

const formOf = (field: Buffer, file: Buffer, disposition = 'form-data; name="_payload"'): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n`,
    ),
    file,
    Buffer.from(`\r\n--${BOUNDARY}\r\ncontent-disposition: ${disposition}\r\n\r\n`),
    field,
    Buffer.from(`\r\n--${BOUNDARY}--\r\nafter the end`),
  ])

/** Bytes that look like the end of a part, and others. */
const bytes = fc
  .array(
    fc.oneof(
      fc.constantFrom('\r\n', '\r\n--', '\r\n--ab', `\r\n--${BOUNDARY}x`, '--', '\r\n\r\n'),
      fc.uint8Array({ maxLength: 20 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => Buffer.concat(parts.map((part) => Buffer.from(part as string))))

const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 5, minLength: 1 })

describe('a form', () => {
  it('comes through as it was sent, in whatever pieces', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.string({ unit: 'grapheme' }), lengths, async (file, text, cut) => {
        const form = formOf(Buffer.from(text), file)
        expect(await pass(form, cut)).toEqual(form)
      }),
      { numRuns: 300 },
    )
  })

  it('with bytes that are no UTF-8 in a field is refused, in whatever pieces', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, bytes, lengths, async (file, around, cut) => {
        const field = Buffer.concat([around, Buffer.of(0xe9, 0x20), around])
        await expect(pass(formOf(field, file), cut)).rejects.toMatchObject({
          message: expect.stringContaining('“_payload” holds bytes'),
        })
      }),
      { numRuns: 300 },
    )
  })

  it('is read as its parser reads it', async () => {
    const latin1 = Buffer.of(0xe9)
    for (const [disposition, isRead] of [
      ['form-data; name=_payload', true],
      ['form-data;name="_payload"; x="; filename=a"', true],
      ['form-data; filename*=utf-8\'\'a; name="other"', false],
      ['form-data; name="other"; filename=""', false],
    ] as const) {
      const passed = pass(formOf(latin1, Buffer.of(1), disposition), [1_000])
      await (isRead
        ? expect(passed).rejects.toMatchObject({ status: 400 })
        : expect(passed).resolves.toBeDefined())
    }
  })

  it('without an end, or without a boundary, is left to its parser', async () => {
    const form = formOf(Buffer.of(0xe9), Buffer.alloc(50_000, 13)).subarray(0, -20)
    expect(await pass(form, [999])).toEqual(form)
    const whole = formOf(Buffer.of(0xe9), Buffer.of(1))
    expect(await pass(whole, [999], 'multipart/form-data')).toEqual(whole)
    const headers = Buffer.from(`--${BOUNDARY}\r\n${'a'.repeat(60_000)}`)
    expect(await pass(headers, [999])).toEqual(headers)
  })
})
