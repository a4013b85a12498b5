// What every step of the seed shares: the tenant at hand, and the ids that keys have become.
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { Payload, TypedUser } from 'payload'
import { inEither, inLanguage } from '../content/body.ts'
import type { Language, TenantContent, Text } from '../content/types.ts'

export const ROLES = ['viewer', 'contributor', 'reviewer', 'editor', 'admin', 'owner'] as const
export type Role = (typeof ROLES)[number]

type KeyedCollection =
  | 'media'
  | 'documents'
  | 'services'
  | 'industries'
  | 'technologies'
  | 'organisations'
  | 'people'
  | 'testimonials'
  | 'pages'
  | 'case-studies'

export type SeedContext = {
  payload: Payload
  content: TenantContent
  tenant: string
  /** Who writes: studies and pages carry an author, as they would in use. */
  authors: Record<Role, TypedUser>
  remember: (collection: KeyedCollection, key: string, id: string) => void
  /** @throws when the content points at something it does not contain. */
  idOf: (collection: KeyedCollection, key: string) => string
}

export const createContext = ({
  payload,
  content,
  tenant,
  authors,
}: Pick<SeedContext, 'payload' | 'content' | 'tenant' | 'authors'>): SeedContext => {
  const ids = new Map<string, string>()
  return {
    payload,
    content,
    tenant,
    authors,
    remember: (collection, key, id) => void ids.set(`${collection}/${key}`, id),
    idOf: (collection, key) => {
      const id = ids.get(`${collection}/${key}`)
      if (id === undefined) {
        throw new Error(
          `The demo of ${content.slug} points at ${collection} “${key}”, which it does not contain.`,
        )
      }
      return id
    },
  }
}

type Running = { signal: AbortSignal | undefined; transactionID: number | string }

const running = new AsyncLocalStorage<Running>()

/**
 * Runs the seed in one transaction: it is there as a whole or not at all, and a start that was
 * interrupted begins anew.
 */
export const seedInTransaction = async <T>({
  payload,
  signal,
  work,
}: {
  payload: Payload
  signal: AbortSignal | undefined
  work: () => Promise<T>
}): Promise<T> => {
  const transactionID = await payload.db.beginTransaction()
  if (transactionID === null) {
    throw new Error('The demo is seeded in a transaction, and the database began none.')
  }
  try {
    const result = await running.run({ signal, transactionID }, work)
    await payload.db.commitTransaction(transactionID)
    return result
  } catch (err) {
    await payload.db.rollbackTransaction(transactionID)
    throw err
  }
}

/**
 * At once: while one waits for the database or for a picture, another is worked at. What fails is thrown when
 * all have ended, since the transaction is theirs in common.
 */
export const together = async (all: Promise<void>[]): Promise<void> => {
  // The first one in time: after it the others fail because of it.
  const failures: unknown[] = []
  await Promise.all(all.map((one) => one.catch((err: unknown) => failures.push(err))))
  if (failures.length > 0) {
    throw failures[0]
  }
}

/**
 * What every call of the seed passes. Hooks may skip what only matters for a change that somebody is
 * waiting to hear about. The request is new each time, since Payload's data loader keeps what it read; there is
 * none any more once the seed was given up.
 */
export const quietly = {
  overrideAccess: true,
  depth: 0,
  context: { seeding: true },
  get req() {
    const { signal, transactionID } = running.getStore() ?? {}
    signal?.throwIfAborted()
    return { transactionID }
  },
} as const

/** Ids of array rows and blocks, in the form that Payload makes them. */
export const createId = () => randomBytes(12).toString('hex')

/** A text in one language; `undefined` where it has not been translated. */
export const say = (text: Text | undefined, language: Language): string | undefined =>
  text === undefined ? undefined : inLanguage(text, language)

/** The same for required fields: the other language rather than nothing. */
export const sayAlways = (text: Text, language: Language): string => inEither(text, language)

/** The languages after the first, which every document is created in. */
export const translations = (content: TenantContent): Exclude<Language, 'en'>[] =>
  content.locales.filter((locale): locale is 'de' => locale !== 'en')
