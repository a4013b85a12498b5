// A body, up to a size and a time, whether or not it says its length beforehand.
import { requestMs } from './patience.ts'
import { refusal } from './problem.ts'

/**
 * Reads no further than the first chunk beyond the limit.
 *
 * The stream is left where it is. To cancel it in a route of Next would destroy the connection, and the sender
 * would see a reset instead of the refusal. @hono/node-server closes the connection soon after the answer
 * (`drainIncoming`: 64 MB or half a second, and nothing of it is kept).
 *
 * @returns `null` for a body that is larger.
 * @throws when the connection breaks, and a refusal when the body takes too long to arrive.
 */
export const readBytes = async ({
  longest = requestMs(),
  most,
  raw,
}: {
  /** Milliseconds until all of it is there. */
  longest?: number
  /** Bytes. */
  most: number
  raw: Request
}): Promise<Buffer<ArrayBuffer> | null> => {
  if (Number(raw.headers.get('content-length') ?? 0) > most) {
    return null
  }
  const reader = raw.body?.getReader()
  const chunks: Uint8Array[] = []
  const deadline = deadlineIn(longest)
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = (await Promise.race([reader?.read(), deadline.passed])) ?? NOTHING
      if (done || !value) {
        return Buffer.concat(chunks)
      }
      bytes += value.byteLength
      if (bytes > most) {
        reader?.releaseLock()
        return null
      }
      chunks.push(value)
    }
  } finally {
    deadline.clear()
  }
}

const NOTHING = { done: true, value: undefined } as const

const deadlineIn = (longest: number): { clear: () => void; passed: Promise<never> } => {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(bodyTooLate(longest)), longest)
  })
  return { clear: () => clearTimeout(timer), passed }
}

/** @param longest Milliseconds. */
export const bodyTooLate = (longest = requestMs()) =>
  refusal({
    code: 'request_timeout',
    detail: `The body was not complete within ${Math.ceil(longest / 1000)} seconds. Send it again, over a better connection or in smaller parts.`,
  })
