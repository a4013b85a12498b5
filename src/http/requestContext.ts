// What belongs to one HTTP request wherever its work runs: its id, for answers and for the log, and the
// error that Payload has already turned into an answer.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { AfterErrorHook } from 'payload'

type RequestContext = { requestId: string; error?: unknown }

const KEY = Symbol.for('vitrine.requestContext')

/** On `globalThis`: Next bundles this module once more for itself. */
const storage = (): AsyncLocalStorage<RequestContext> => {
  const holder = globalThis as { [KEY]?: AsyncLocalStorage<RequestContext> }
  holder[KEY] ??= new AsyncLocalStorage()
  return holder[KEY]
}

/** Runs what answers a request. */
export const withRequestContext = <T>(requestId: string, run: () => T): T =>
  storage().run({ requestId }, run)

/** The id of the request that is being answered, if one is. */
export const currentRequestId = (): string | undefined => storage().getStore()?.requestId

/** Payload tells its error only to hooks; its answer no longer says which kind it was. */
export const noteError: AfterErrorHook = ({ error }) => {
  const context = storage().getStore()
  if (context) {
    context.error = error
  }
}

/** The error behind the answer that Payload has just given, once. */
export const takeError = (): unknown => {
  const context = storage().getStore()
  const error = context?.error
  if (context) {
    delete context.error
  }
  return error
}
