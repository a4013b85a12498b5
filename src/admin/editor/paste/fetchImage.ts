// A picture that a pasted text shows, from where it lies: asked for by this browser, as any page may, and without
// cookies of the place or a word about where it is asked from. The server never fetches what was pasted.
import { named } from './read/imageFiles.ts'

const MOST_BYTES = 60_000_000

/** @returns null when the place does not let this page have it, or it is no picture */
export const fetchImage = async (url: string, name: string): Promise<File | null> => {
  try {
    const response = await fetch(url, {
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(30_000),
    })
    const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
    if (!response.ok || !type.startsWith('image/')) {
      return null
    }
    const blob = await response.blob()
    return blob.size > 0 && blob.size <= MOST_BYTES
      ? new File([blob], named(name, type), { type })
      : null
  } catch {
    return null
  }
}
