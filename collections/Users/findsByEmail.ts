// An account is found by its email in any spelling: to sign in, to get a link, to unlock. Payload looks
// before any hook could change what it looks for, so the adapter reads the question.
import type { DatabaseAdapterObj, Where } from 'payload'
import { normaliseEmail } from '../shared/normaliseEmail.ts'

type Asked = { collection: string; where?: Where }
type Ask = (this: unknown, asked: Asked) => Promise<unknown>

/** By whose conditions Payload looks for an account: signing in and unlocking by the first, a link by the second. */
const ASKING = ['findOne', 'updateOne', 'find'] as const

/** The same database, in which users are found by any spelling of their email. */
export const findsByEmail = <T extends DatabaseAdapterObj>(database: T): T => ({
  ...database,
  init: (args) => {
    const adapter = database.init(args)
    const asking = adapter as unknown as Record<(typeof ASKING)[number], Ask>
    for (const name of ASKING) {
      const ask = asking[name]
      asking[name] = function (asked) {
        const { collection, where } = asked
        return ask.call(
          this,
          collection === 'users' && where ? { ...asked, where: inOneSpelling(where) } : asked,
        )
      }
    }
    return adapter
  },
})

/** The same conditions, with each email that is to be equal in the spelling that is stored. */
const inOneSpelling = (where: Where): Where =>
  Object.fromEntries(
    Object.entries(where).map(([path, condition]) => {
      if (Array.isArray(condition)) {
        return [path, condition.map(inOneSpelling)]
      }
      return path === 'email' && 'equals' in condition
        ? [path, { ...condition, equals: normaliseEmail(condition.equals) as string }]
        : [path, condition]
    }),
  )
