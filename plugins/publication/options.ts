// What the publication is made with, what it takes and what it gives.
import type { Answer } from './answer.ts'

/** Who may keep an answer. Decided where its document is read, never from its bytes. */
export type Policy =
  /** Everybody, for a minute, then while it is made anew. Strong ETag. Kept here. */
  | 'shared'
  /** Everybody, for a year: versioned assets. Strong ETag. Kept here. */
  | 'immutable'
  /** Only the reader, who asks again each time. No ETag. Kept here only when it is the same for all who may ask. */
  | 'private'
  /** Nobody. Never kept. */
  | 'none'

/** What was made for readers. */
export type Made = {
  status: number
  /** Lower-case names, `content-type` at least. Nothing that depends on who asks. */
  headers: Record<string, string>
  body: string | Uint8Array
  policy: Policy
  /** Default true, false for `none`. */
  isKept?: boolean
}

export type PublicationOptions = {
  /**
   * Bytes of all bodies in all codings, and of parts by the estimate that they are given with. Default 128 MB. A
   * tenth of it is for 404 and 410. One answer takes at most an eighth.
   */
  maxBytes?: number
  /** Whether an outage of the database is why `make` threw this, or made this 503 (then it is given the `Made`). */
  isOutage: (err: unknown) => boolean
  /** Told what went wrong where no reader was told: behind a reader, or when an older answer was sent instead. */
  onError: (err: unknown) => void
  /** Whether readers may see a tag in `Surrogate-Key` and `Cache-Tag`. Default: all of them. */
  isPublicTag?: (tag: string) => boolean
  /** Milliseconds since 1970. Default `Date.now`. */
  now?: () => number
  /** Answers made anew at the same time after a change. Default 2. */
  refreshing?: number
  /** Milliseconds after which an answer is stale, and a part read anew, whatever was told. Default 300,000. */
  longest?: number
}

export type AnswerArgs = {
  /** Names this answer and no other: the tenant, and all that it depends on. */
  key: string
  tags?: readonly string[]
  /**
   * Runs outside of the request that asks, with nothing of its context, since it is made for everybody; and again
   * later, when no request is there. What it needs, such as claims, it sets up itself.
   */
  make: () => Promise<Made>
  /**
   * The reader's `Accept-Encoding`. When given, the bytes in the coding that `respond` will choose are ready, so
   * that their length is sent as well. Without it, the first reader of a coding gets it in chunks.
   */
  accepts?: string | null
}

export type PartArgs<T> = {
  key: string
  tags?: readonly string[]
  /** Whether what was noted for it is noted for whoever asks as well. Default true. */
  isPassedOn?: boolean
  /** Runs outside of the request that asks, as `make` does. Must not ask for the part itself. */
  read: () => Promise<T>
  /** An estimate in bytes. Default 1 KB for each of its tags, and 1 KB. */
  size?: (value: T) => number
}

export type Publication = {
  /**
   * The answer of a key: kept, or made once for all who wait. Its tags and the moment it ends are those noted while
   * it was made (`noteTags`, `noteUntil`), and `tags`.
   *
   * @throws What `make` threw, when there is no older answer that may be sent instead.
   */
  answer: (args: AnswerArgs) => Promise<Answer>
  /**
   * A value that several answers share, such as a tenant's cards. Kept by reference: nobody changes it. Never stale:
   * whoever asks after a change waits for a fresh one.
   */
  part: <T>(args: PartArgs<T>) => Promise<T>
  /**
   * Content changed: answers with one of these tags are stale. A reader gets the old bytes while the new ones are
   * made; those asked for in the last minutes are made anew at once, a few at a time. Parts, 404 and 410 are gone.
   */
  refresh: (tags: readonly string[]) => void
  /**
   * Who may read changed: answers and parts with one of these tags are gone when this returns. Nothing begun before
   * is kept, or given to anybody who asks afterwards.
   */
  withdraw: (tags: readonly string[]) => void
  /**
   * Changes are no longer told. From now on whatever is kept is made anew before it is sent, and sent as it was only
   * when making it fails by an outage.
   */
  distrust: () => void
  /** Changes are told again: everything counts as changed, and what is made from now on is believed. */
  trustAgain: () => void
  /** `hits` were sent as kept, `stale` of them before they were made anew; `misses` waited. */
  stats: () => { bytes: number; entries: number; hits: number; misses: number; stale: number }
  /** Forgets everything and makes nothing anew. */
  close: () => void
}
