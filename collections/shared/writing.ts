// What the write that is under way does to a document's life, noted by hooks/draftUnlessPublished.ts for
// the hooks that run later in the same operation and are not told.
import type { PayloadRequest } from 'payload'

export type Writing = {
  /** Brings back an earlier version. */
  isRestore?: boolean
  /** Takes what is online offline. */
  takesOffline?: boolean
  /** Changes nothing else of many documents, which Payload reads as they are online and not as last saved. */
  keepsDrafts?: boolean
}

const key = (slug: string) => `writing:${slug}`

/** Replaces what an earlier operation of the request noted about the collection. */
export const noteWriting = ({
  req,
  slug,
  writing,
}: {
  req: PayloadRequest
  slug: string
  writing: Writing
}): void => {
  req.context[key(slug)] = writing
}

export const writingOf = ({ req, slug }: { req: PayloadRequest; slug: string }): Writing =>
  (req.context[key(slug)] as Writing | undefined) ?? {}
