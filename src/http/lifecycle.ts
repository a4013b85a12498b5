// The state of the process as load balancers see it.

export type Lifecycle = {
  /**
   * - `leaving`: requests are answered as before, and `/readyz` says to send no more.
   * - `draining`: new requests are refused, and those that run may finish.
   */
  state: 'starting' | 'ready' | 'leaving' | 'draining'
  /** Requests that have begun and not ended. */
  inFlight: number
}

export const createLifecycle = (): Lifecycle => ({ state: 'starting', inFlight: 0 })
