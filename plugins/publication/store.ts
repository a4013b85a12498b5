// What is kept, within a limit of bytes: the least wanted goes first. Found by key and by tag.
import { LRUCache } from 'lru-cache'
import type { Answer } from './answer.ts'
import type { AnswerArgs } from './options.ts'

type Kept = {
  key: string
  tags: readonly string[]
  /** Milliseconds since 1970, as are all moments here. */
  until: number
  madeAt: number
  /** The generation in which its making began. */
  began: number
  bytes: number
}

export type KeptPart = Kept & { kind: 'part'; value: unknown }

export type KeptAnswer = Kept & {
  kind: 'answer'
  answer: Answer
  /** Once more, without a reader. */
  args: Pick<AnswerArgs, 'key' | 'make' | 'tags'>
  askedAt: number
  isStale: boolean
  /** After a failure, not made anew behind readers before this moment. */
  retryAt: number
}

export type Entry = KeptAnswer | KeptPart

export type Store = {
  answer: (key: string) => KeptAnswer | undefined
  part: (key: string) => KeptPart | undefined
  /** @returns Whether it fits. What was kept under its key is gone in any case. */
  put: (entry: Entry) => boolean
  /** Counts what an answer takes by now; no effect when it is no longer kept. */
  grow: (entry: KeptAnswer, bytes: number) => void
  drop: (entry: Entry) => void
  dropParts: () => void
  tagged: (tags: Iterable<string>) => Set<Entry>
  answers: () => KeptAnswer[]
  clear: () => void
  readonly bytes: number
  readonly size: number
}

/** Nothing is there: somebody who asks for what never was could otherwise push out what is. */
const isMissing = (entry: Entry): boolean => entry.kind === 'answer' && entry.answer.status >= 400

export const createStore = ({ maxBytes }: { maxBytes: number }): Store => {
  const byTag = new Map<string, Set<Entry>>()

  const unlist = (entry: Entry) => {
    for (const tag of entry.tags) {
      const tagged = byTag.get(tag)
      if (tagged?.delete(entry) && tagged.size === 0) {
        byTag.delete(tag)
      }
    }
  }
  const list = (entry: Entry) => {
    for (const tag of entry.tags) {
      const tagged = byTag.get(tag) ?? new Set()
      byTag.set(tag, tagged.add(entry))
    }
  }
  const bounded = (maxSize: number) =>
    new LRUCache<string, Entry>({
      maxSize,
      maxEntrySize: Math.max(1, Math.floor(maxSize / 8)),
      sizeCalculation: ({ bytes }) => bytes,
      dispose: unlist,
    })

  const forMissing = Math.max(1, Math.floor(maxBytes / 10))
  const missing = bounded(forMissing)
  const present = bounded(Math.max(1, maxBytes - forMissing))
  const all = [present, missing]
  const find = (name: string) => present.get(name) ?? missing.get(name)

  const put = (entry: Entry): boolean => {
    const name = nameOf(entry)
    const [into, other] = isMissing(entry) ? [missing, present] : [present, missing]
    other.delete(name)
    into.set(name, entry)
    const fits = into.peek(name) === entry
    if (fits) {
      list(entry)
    }
    return fits
  }

  return {
    answer: (key) => find(nameOf({ kind: 'answer', key })) as KeptAnswer | undefined,
    part: (key) => find(nameOf({ kind: 'part', key })) as KeptPart | undefined,
    put,
    grow: (entry, bytes) => {
      const name = nameOf(entry)
      const cache = all.find((one) => one.peek(name) === entry)
      entry.bytes = bytes
      if (cache) {
        // The same value set again would keep its size.
        cache.delete(name)
        put(entry)
      }
    },
    drop: (entry) => {
      const name = nameOf(entry)
      for (const cache of all) {
        if (cache.peek(name) === entry) {
          cache.delete(name)
        }
      }
    },
    dropParts: () => {
      for (const [name, { kind }] of present.entries()) {
        if (kind === 'part') {
          present.delete(name)
        }
      }
    },
    tagged: (tags) => {
      const found = new Set<Entry>()
      for (const tag of tags) {
        byTag.get(tag)?.forEach((entry) => found.add(entry))
      }
      return found
    },
    answers: () =>
      all.flatMap((cache) =>
        [...cache.values()].filter((entry): entry is KeptAnswer => entry.kind === 'answer'),
      ),
    clear: () => all.forEach((cache) => cache.clear()),
    get bytes() {
      return present.calculatedSize + missing.calculatedSize
    },
    get size() {
      return present.size + missing.size
    },
  }
}

/** Answers and parts never meet, whatever their keys. */
export const nameOf = ({ key, kind }: Pick<Entry, 'key' | 'kind'>): string => `${kind} ${key}`
