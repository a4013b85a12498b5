// The publication: what is kept, what is made, and what a change does to both.
import { prepare } from './answer.ts'
import { createFlights } from './flights.ts'
import { createGenerations, type Told } from './generations.ts'
import { land, sizeOfAnswer, type Landing } from './landing.ts'
import { currentNotes, type Notes } from './notes.ts'
import type { AnswerArgs, PartArgs, Publication, PublicationOptions } from './options.ts'
import { createRefreshing } from './refreshing.ts'
import { createStore, type KeptAnswer } from './store.ts'

/** Those asked for within it are made anew without a reader. */
const RECENT_MS = 5 * 60_000

/** After a failure behind a reader. */
const RETRY_MS = 1_000

/** How often something is made again because it was withdrawn, or ended, while it was made. */
const REPEATS = 3

/**
 * @example
 * const publication = createPublication({ isOutage, onError: (err) => logger.error({ err }) })
 * const answer = await publication.answer({ key: `${tenant.id} /work`, tags: [`tenant:${tenant.id}`], make })
 */
export const createPublication = ({
  isOutage,
  isPublicTag,
  longest = 300_000,
  maxBytes = 128 * 1024 * 1024,
  now = Date.now,
  onError,
  refreshing: atOnce = 2,
}: PublicationOptions): Publication => {
  const generations = createGenerations()
  const flights = createFlights({ generations })
  const store = createStore({ maxBytes })
  const counts = { hits: 0, misses: 0, stale: 0 }
  const reported = new WeakSet<object>()
  let isDistrusted = false
  /** What began before it may have missed a change. */
  let believedFrom = 0
  let isClosed = false

  const isDoubtful = ({ began }: { began: number }) => isDistrusted || began < believedFrom
  const isOld = ({ madeAt }: { madeAt: number }) => now() - madeAt >= longest

  /** Once for each error, however many waited. */
  const report = (err: unknown) => {
    const isKnown = typeof err === 'object' && err !== null && reported.has(err)
    if (!isKnown) {
      if (typeof err === 'object' && err !== null) {
        reported.add(err)
      }
      onError(err)
    }
  }

  /** Kept, and not past its end. */
  const keptAnswer = (key: string): KeptAnswer | undefined => {
    const entry = store.answer(key)
    if (entry && entry.until <= now()) {
      store.drop(entry)
      return undefined
    }
    return entry
  }

  const makeAnswer = (args: KeptAnswer['args']): Promise<Landing> =>
    flights.join({
      key: `answer ${args.key}`,
      tags: args.tags ?? [],
      make: args.make,
      land: (landed) => {
        const previous = store.answer(args.key)
        const landing = land({ args, isPublicTag, landed, now: now(), previous })
        const { entry } = landing
        if (isClosed) {
          return landing
        }
        if (landing.drops) {
          store.drop(landing.drops)
        }
        if (entry && store.put(entry)) {
          entry.answer.codings.onGrown = () => store.grow(entry, sizeOfAnswer(entry))
          if (entry.isStale && !isDistrusted) {
            refreshing.add([entry.key])
          }
        }
        return landing
      },
    })

  /** Never throws. */
  const makeBehindReaders = async (entry: KeptAnswer): Promise<void> => {
    try {
      const { made, answer } = await makeAnswer(entry.args)
      if (made.status >= 500) {
        throw new Error(`Making “${entry.key}” anew answered ${made.status}.`)
      }
      // The readers to come take what those before took.
      for (const coding of entry.answer.codings.known()) {
        answer.codings.ready(coding).catch(report)
      }
    } catch (err) {
      entry.retryAt = now() + RETRY_MS
      if (isOutage(err)) {
        // The others would fail as well. Each is made when somebody asks for it.
        refreshing.clear()
      }
      report(err)
    }
  }

  const refreshing = createRefreshing({
    atOnce,
    work: async (key) => {
      const entry = keptAnswer(key)
      if (entry && (entry.isStale || isDoubtful(entry))) {
        await makeBehindReaders(entry)
      }
    },
  })

  const refreshRecent = (entries: KeptAnswer[]) => {
    const since = now() - RECENT_MS
    const recent = entries.filter(({ askedAt }) => askedAt > since)
    refreshing.add(recent.sort((a, b) => b.askedAt - a.askedAt).map(({ key }) => key))
  }

  /** What is kept, when a reader may have it without waiting. */
  const atOnceFor = (args: KeptAnswer['args']): KeptAnswer | undefined => {
    const entry = keptAnswer(args.key)
    if (entry) {
      entry.askedAt = now()
    }
    if (!entry || isDoubtful(entry)) {
      return undefined
    }
    if (entry.isStale || isOld(entry)) {
      counts.stale += 1
      entry.args = args
      if (now() >= entry.retryAt) {
        void makeBehindReaders(entry)
      }
    }
    return entry
  }

  const waitForAnswer = async (args: KeptAnswer['args']) => {
    try {
      const landing = await makeAnswer(args)
      const older = landing.made.status === 503 && keptAnswer(args.key)
      return older && isOutage(landing.made) ? { answer: older.answer, told: null } : landing
    } catch (err) {
      const older = keptAnswer(args.key)
      if (!older || !isOutage(err)) {
        throw err
      }
      report(err)
      return { answer: older.answer, told: null }
    }
  }

  const answer: Publication['answer'] = async ({ accepts, key, make, tags }: AnswerArgs) => {
    const args = { key, make, tags }
    for (let repeats = 0; ; repeats += 1) {
      const entry = atOnceFor(args)
      if (repeats === 0) {
        counts[entry ? 'hits' : 'misses'] += 1
      }
      const found = entry ? { answer: entry.answer, told: null } : await waitForAnswer(args)
      if (accepts !== undefined) {
        await prepare(found.answer, accepts).catch(report)
      }
      const isValid = found.told !== 'withdrawn' && now() < found.answer.until
      if (isValid || repeats === REPEATS) {
        return found.answer
      }
    }
  }

  type PartLanding<T> = { value: T; notes: Notes; told: Told | null }

  const waitForPart = <T>({ key, read, size, tags }: PartArgs<T>): Promise<PartLanding<T>> =>
    flights.join<T, PartLanding<T>>({
      key: `part ${key}`,
      tags: tags ?? [],
      make: read,
      land: ({ began, notes, told, value }) => {
        const isKept = told === null && !notes.isOutdated && notes.until > now()
        if (isKept && !isDoubtful({ began }) && !isClosed) {
          const all = [...notes.tags]
          store.put({
            kind: 'part',
            key,
            value,
            tags: all,
            until: notes.until,
            madeAt: now(),
            began,
            bytes: Math.max(1, Math.ceil(size?.(value) ?? 1024 * (all.length + 1))),
          })
        }
        return { value, notes, told }
      },
    })

  const keptPart = <T>(key: string): PartLanding<T> | undefined => {
    const entry = store.part(key)
    if (!entry || entry.until <= now() || isOld(entry)) {
      return undefined
    }
    const { tags, until, value } = entry
    return {
      value: value as T,
      notes: { tags: new Set(tags), until, isOutdated: false },
      told: null,
    }
  }

  const part = async <T>(args: PartArgs<T>): Promise<T> => {
    const asker = currentNotes()
    for (let repeats = 0; ; repeats += 1) {
      const { notes, told, value } = keptPart<T>(args.key) ?? (await waitForPart(args))
      const isValid = told === null && now() < notes.until
      if (isValid || repeats === REPEATS) {
        if (asker) {
          passOn({ asker, notes, isPassedOn: args.isPassedOn ?? true, isValid })
        }
        return value
      }
    }
  }

  return {
    answer,
    part,
    refresh: (tags) => {
      generations.tell(tags, 'refreshed')
      flights.detach()
      const stale: KeptAnswer[] = []
      for (const entry of store.tagged(tags)) {
        if (entry.kind === 'part' || entry.answer.status >= 400) {
          store.drop(entry)
        } else {
          entry.isStale = true
          stale.push(entry)
        }
      }
      if (!isDistrusted) {
        refreshRecent(stale)
      }
    },
    withdraw: (tags) => {
      generations.tell(tags, 'withdrawn')
      flights.detach()
      store.tagged(tags).forEach(store.drop)
    },
    distrust: () => {
      isDistrusted = true
      generations.advance()
      flights.detach()
      refreshing.clear()
      store.dropParts()
    },
    trustAgain: () => {
      isDistrusted = false
      believedFrom = generations.advance()
      flights.detach()
      store.dropParts()
      refreshRecent(store.answers())
    },
    stats: () => ({ bytes: store.bytes, entries: store.size, ...counts }),
    close: () => {
      isClosed = true
      refreshing.clear()
      store.clear()
    },
  }
}

const passOn = ({
  asker,
  isPassedOn,
  isValid,
  notes,
}: {
  asker: Notes
  notes: Notes
  isPassedOn: boolean
  isValid: boolean
}): void => {
  // Even for somebody who notes for themselves what matters: it changed faster than it could be read.
  asker.isOutdated ||= notes.isOutdated || !isValid
  if (isPassedOn) {
    notes.tags.forEach((tag) => asker.tags.add(tag))
    asker.until = Math.min(asker.until, notes.until)
  }
}
