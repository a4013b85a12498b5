// Addresses of files that not everybody may fetch end. What is made with one ends before it does, so that whoever opens
// a page can read it through.
import { AsyncLocalStorage } from 'node:async_hooks'
import { isNoting, noteUntil } from '../../plugins/publication/index.ts'

/** Milliseconds for which an address has to be good when its page is sent. */
const READING_TIME = 12 * 60 * 60 * 1000

type Watch = { isSigned: boolean }

// Next bundles modules again for itself; what crosses between the copies lives on globalThis.
const KEY = Symbol.for('vitrine.signed')
const holder = globalThis as unknown as Record<symbol, AsyncLocalStorage<Watch> | undefined>
const storage = (holder[KEY] ??= new AsyncLocalStorage<Watch>())

/** @param expires Milliseconds since 1970. */
export const noteSigned = (expires: number): void => {
  passOnSigned()
  if (isNoting()) {
    noteUntil(expires - READING_TIME)
  }
}

/** Says once more what was said while something was made that is used again now. */
export const passOnSigned = (): void => {
  const watch = storage.getStore()
  if (watch) {
    watch.isSigned = true
  }
}

/** Runs `work` and tells whether an address was signed meanwhile that not everybody may have. */
export const watchingSigned = async <T>(
  work: () => Promise<T>,
): Promise<{ value: T; isSigned: boolean }> => {
  const outer = storage.getStore()
  const watch: Watch = { isSigned: false }
  const value = await storage.run(watch, async () => await work())
  if (outer && watch.isSigned) {
    outer.isSigned = true
  }
  return { value, isSigned: watch.isSigned }
}
