/** A form as a visitor sent it. Strangers send them, so only so much of one is read. */
import { readBytes } from '../http/readBytes.ts'

/** Bytes: several times the longest message that is taken, in any encoding. */
const MOST_BYTES = 64 * 1024

/** `multipart/form-data` and `application/x-www-form-urlencoded`; anything else is malformed. */
export const formOf = async (request: Request): Promise<FormData | 'malformed' | 'too_long'> => {
  try {
    const body = await readBytes({ most: MOST_BYTES, raw: request })
    if (body === null) {
      return 'too_long'
    }
    const type = request.headers.get('content-type') ?? ''
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    // Its type is another, it broke off, or its parts make no sense: the sender is told the same.
    return 'malformed'
  }
}
