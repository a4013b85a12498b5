// What becomes of an answer that was just made: kept, kept as stale, or only sent.
import { toAnswer, type Answer } from './answer.ts'
import type { Landed } from './flights.ts'
import type { Told } from './generations.ts'
import type { Made } from './options.ts'
import type { KeptAnswer } from './store.ts'

export type Landing = {
  made: Made
  answer: Answer
  told: Told | null
  /** To be kept. */
  entry: KeptAnswer | null
  /** No longer what readers see. */
  drops: KeptAnswer | null
}

/** @param previous What is kept under its key. */
export const land = ({
  args,
  isPublicTag,
  landed: { began, notes, told, value: made },
  now,
  previous,
}: {
  args: KeptAnswer['args']
  isPublicTag?: ((tag: string) => boolean) | undefined
  landed: Landed<Made>
  now: number
  previous: KeptAnswer | undefined
}): Landing => {
  const tags = [...notes.tags]
  const answer = toAnswer({ isPublicTag, made, tags, until: notes.until })
  const landing = { made, answer, told, entry: null, drops: null }
  const isBehind = previous !== undefined && previous.began > began
  if (isBehind || told === 'withdrawn' || notes.until <= now || made.status >= 500) {
    return landing
  }
  const isStale = told !== null || notes.isOutdated
  const isMissing = made.status >= 400
  // Nobody is told “not found” behind a change that may have been its publishing.
  if (!isKept(made) || (isMissing && isStale)) {
    return { ...landing, drops: previous ?? null }
  }
  const entry: KeptAnswer = {
    kind: 'answer',
    key: args.key,
    answer,
    args,
    tags,
    until: notes.until,
    began,
    madeAt: now,
    askedAt: previous?.askedAt ?? now,
    isStale,
    retryAt: 0,
    bytes: 0,
  }
  entry.bytes = sizeOfAnswer(entry)
  return { ...landing, entry }
}

/** All codings that are at hand, the headers and tags, and what it takes to keep them. */
export const sizeOfAnswer = ({ answer: { codings, headers, tags }, key }: KeptAnswer): number => {
  const texts = [key, ...tags, ...Object.values(headers)]
  return codings.bytes + texts.reduce((sum, { length }) => sum + length + 64, 512)
}

/** Only what is there, what has moved and what is not there: other refusals and failures are of the moment. */
const isKept = ({ isKept: given, policy, status }: Made): boolean =>
  policy !== 'none' && given !== false && (status < 400 || status === 404 || status === 410)
