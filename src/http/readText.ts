// A body as text, up to a size, whether or not it says its length beforehand.

/** @returns `null` for one that is larger. */
export const readText = async ({
  most,
  raw,
}: {
  /** Bytes. */
  most: number
  raw: Request
}): Promise<string | null> => {
  if (Number(raw.headers.get('content-length') ?? 0) > most) {
    return null
  }
  const reader = raw.body?.getReader()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || !value) {
      return Buffer.concat(chunks).toString('utf8')
    }
    bytes += value.byteLength
    if (bytes > most) {
      await reader?.cancel()
      return null
    }
    chunks.push(value)
  }
}
