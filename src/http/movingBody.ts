// Files may take long, and their bytes have to keep coming: a connection that hardly moves is held for nobody.
import { requestMs } from './patience.ts'
import { refusal } from './problem.ts'

/** Bytes of each window, and its milliseconds: 1 KB a second, which the slowest of telephones sends. */
const least = (): { bytes: number; within: number } => {
  const within = 2 * requestMs()
  return { bytes: Math.floor((within * 1024) / 1000), within }
}

/**
 * The same bytes, which end with a refusal once fewer than `bytes` came while somebody waited for them for `within`
 * milliseconds. Time in which nobody reads does not count.
 */
export const movingBody = (
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  { bytes, within }: { bytes: number; within: number } = least(),
): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const reader = body.getReader()
  let received = 0
  let waited = 0
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      cancel: (reason) => reader.cancel(reason),
      pull: async (controller) => {
        const next = reader.read()
        for (;;) {
          const since = performance.now()
          const arrived = await beforeLong(next, within - waited)
          waited += performance.now() - since
          if (arrived) {
            received += arrived.value?.byteLength ?? 0
            if (arrived.done) {
              controller.close()
            } else {
              controller.enqueue(arrived.value)
            }
            return
          }
          if (received < bytes) {
            throw TOO_SLOW()
          }
          received = 0
          waited = 0
        }
      },
    },
    { highWaterMark: 0 },
  )
}

const TOO_SLOW = () =>
  refusal({
    code: 'request_timeout',
    detail: 'The file came at less than 1 KB a second. Send it again over a better connection.',
  })

/** @returns undefined when it takes longer. */
const beforeLong = async <T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, milliseconds))
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
