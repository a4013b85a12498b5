// A body that does not come to its end is given up.
import { describe, expect, it } from '@jest/globals'
import { readText } from './readText.ts'

const requestOf = (body: ReadableStream<Uint8Array>): Request =>
  new Request('http://vitrine.test/', {
    body,
    duplex: 'half',
    headers: { 'content-type': 'application/json' },
    method: 'POST',
  } as RequestInit)

describe('a body', () => {
  it('that stops before its end is refused, and says how long it may take', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from('{"title":')),
    })
    await expect(
      readText({ longest: 20, most: 1_000, raw: requestOf(body) }),
    ).rejects.toMatchObject({
      data: { code: 'request_timeout' },
      message: expect.stringContaining('not complete within'),
      status: 408,
    })
  })

  it('that comes in pieces is read as a whole', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        // Half of a letter each.
        controller.enqueue(Uint8Array.of(0xc3))
        controller.enqueue(Uint8Array.of(0xa9))
        controller.close()
      },
    })
    expect(await readText({ most: 1_000, raw: requestOf(body) })).toBe('é')
  })
})
