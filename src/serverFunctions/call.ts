// What the HTTP layer and a server function tell each other about one call. The function runs deep
// inside Next, which knows no status but 200 and 500.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Refusal } from './refusal.ts'

export type ServerCall = {
  /** Whether the arguments could be read, and the function was reached. */
  isStarted: boolean
  /** Set where it was refused. */
  refusal?: Refusal
}

// Next bundles modules again for itself; what crosses between the copies lives on globalThis.
const KEY = Symbol.for('vitrine-server-call')
const holder = globalThis as unknown as Record<symbol, AsyncLocalStorage<ServerCall> | undefined>
const storage = (holder[KEY] ??= new AsyncLocalStorage<ServerCall>())

export const inServerCall = <T>(call: ServerCall, work: () => T): T => storage.run(call, work)

/** `undefined` outside of the HTTP layer. */
export const currentCall = (): ServerCall | undefined => storage.getStore()
