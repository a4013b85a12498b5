// The state of the process as load balancers see it.

export type Lifecycle = {
  state: 'starting' | 'ready' | 'draining'
  /** Requests that have begun and not ended. */
  inFlight: number
}

export const createLifecycle = (): Lifecycle => ({ state: 'starting', inFlight: 0 })
