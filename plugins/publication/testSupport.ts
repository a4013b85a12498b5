// A publication whose clock, makings and outages a test decides.
import { createPublication } from './publication.ts'
import type { Made, PublicationOptions } from './options.ts'

export class Outage extends Error {}

export const page = (body: string, rest: Partial<Made> = {}): Made => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
  policy: 'shared',
  ...rest,
})

export const setUp = (options: Partial<PublicationOptions> = {}) => {
  const clock = { now: 1_000_000 }
  const errors: unknown[] = []
  const publication = createPublication({
    isOutage: (err) => err instanceof Outage,
    onError: (err) => errors.push(err),
    now: () => clock.now,
    ...options,
  })
  return { clock, errors, publication }
}

/** Something that is made when the test says so: each call waits for its own turn. */
export const controlled = <T>() => {
  const calls: { resolve: (value: T) => void; reject: (err: unknown) => void }[] = []
  return {
    /** How often it was begun. */
    get begun() {
      return calls.length
    },
    make: () => new Promise<T>((resolve, reject) => calls.push({ resolve, reject })),
    /** @param at Which call, from 0. */
    give: (at: number, value: T) => calls[at]!.resolve(value),
    fail: (at: number, err: unknown) => calls[at]!.reject(err),
  }
}

/** Until all that can go on without the test has gone on. */
export const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise(setImmediate)
  }
}

/** Whether it is there by now; what it is. */
export const stateOf = <T>(promise: Promise<T>) => {
  const state: { isDone: boolean; value?: T; err?: unknown } = { isDone: false }
  promise.then(
    (value) => Object.assign(state, { isDone: true, value }),
    (err: unknown) => Object.assign(state, { isDone: true, err }),
  )
  return state
}

export const textOf = ({ codings }: { codings: { identity: Buffer } }): string =>
  codings.identity.toString()

export const TAGS = ['t']

/** A publication, and one answer whose makings the test decides. */
export const setUpOne = (options: Parameters<typeof setUp>[0] = {}) => {
  const { publication, ...rest } = setUp(options)
  const making = controlled<Made>()
  return {
    ...rest,
    publication,
    making,
    ask: () => publication.answer({ key: 'a', tags: TAGS, make: making.make }),
    /** Asks, and gives what is made for it. */
    keep: async (body: string, at = making.begun) => {
      const asked = publication.answer({ key: 'a', tags: TAGS, make: making.make })
      making.give(at, page(body))
      return textOf(await asked)
    },
  }
}
