// A file arrives as it was sent, however long it takes, as long as it keeps coming.
import { describe, expect, it } from '@jest/globals'
import { movingBody } from './movingBody.ts'

const bodyOf = (
  pieces: Uint8Array<ArrayBuffer>[],
  isComplete: boolean,
): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start: (controller) => {
      pieces.forEach((piece) => controller.enqueue(piece))
      if (isComplete) {
        controller.close()
      }
    },
  })

describe('the body of an upload', () => {
  it('comes through whole', async () => {
    const pieces = Array.from({ length: 50 }, (_, at) => new Uint8Array(100).fill(at))
    const moved = await new Response(movingBody(bodyOf(pieces, true))).arrayBuffer()
    expect(Buffer.from(moved)).toEqual(Buffer.concat(pieces))
  })

  it('that stops coming ends with a sentence', async () => {
    const moved = movingBody(bodyOf([new Uint8Array(10)], false), { bytes: 100, within: 20 })
    await expect(new Response(moved).arrayBuffer()).rejects.toMatchObject({
      message: expect.stringContaining('less than 1 KB a second'),
      status: 408,
    })
  })
})
