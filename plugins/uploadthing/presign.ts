// Signed addresses of UploadThing. The SDK has the same in it, but not for keys of one's own.
import { createHmac } from 'node:crypto'

/**
 * The address with `expires`, the data and `signature` after it.
 *
 * @param data Values are escaped twice, as UploadThing expects: once here, once by the query.
 * @param expires Unix milliseconds.
 * @see https://docs.uploadthing.com/uploading-files, "Generating presigned URLs"
 */
export const presign = ({
  apiKey,
  data = {},
  expires,
  url,
}: {
  apiKey: string
  data?: Record<string, string | number | undefined>
  expires: number
  url: string
}): string => {
  const signed = new URL(url)
  signed.searchParams.append('expires', String(expires))
  for (const [name, value] of Object.entries(data)) {
    if (value !== undefined) {
      signed.searchParams.append(name, encodeURIComponent(value))
    }
  }
  const hex = createHmac('sha256', apiKey).update(signed.href).digest('hex')
  signed.searchParams.append('signature', `hmac-sha256=${hex}`)
  return signed.href
}
