// A body, up to a size, whether or not it says its length beforehand.

/**
 * Reads no further than the first chunk beyond the limit.
 *
 * The stream is left where it is. To cancel it in a route of Next would destroy the connection, and the sender
 * would see a reset instead of the refusal. @hono/node-server closes the connection soon after the answer
 * (`drainIncoming`: 64 MB or half a second, and nothing of it is kept).
 *
 * @returns `null` for a body that is larger.
 * @throws when the connection breaks.
 */
export const readBytes = async ({
  most,
  raw,
}: {
  /** Bytes. */
  most: number
  raw: Request
}): Promise<Buffer<ArrayBuffer> | null> => {
  if (Number(raw.headers.get('content-length') ?? 0) > most) {
    return null
  }
  const reader = raw.body?.getReader()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
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
}
