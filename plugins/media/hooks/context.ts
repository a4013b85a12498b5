// What one operation on a file passes from hook to hook. Kept beside the request and not in its
// `context`, which Payload copies.
import type { PayloadRequest } from 'payload'
import type { AssetRef } from '../driver.ts'
import type { Identity } from '../inspect/index.ts'
import type { Received } from '../receive.ts'

export type FileContext = {
  identity?: Identity
  /** Whether the request itself named a focal point. */
  hasFocalPoint?: boolean
  /** By id: received and described, to be stored once the row is written. */
  waiting: Map<string, Received & { tags: readonly string[]; folder: string; displayName: string }>
  /** Stored in this request; removed again when it fails. */
  stored: AssetRef[]
}

const contexts = new WeakMap<object, FileContext>()

export const contextOf = (req: PayloadRequest): FileContext => {
  // A request that was copied shares its headers with the one that it was copied from.
  const key = req.headers ?? req
  const known = contexts.get(key) ?? { waiting: new Map(), stored: [] }
  contexts.set(key, known)
  return known
}
