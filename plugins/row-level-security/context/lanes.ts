/**
 * Who may use how many connections of a pool at once, so that many questions of one caller leave some to all others.
 * A place is held for one statement and never while another one is waited for, so that nobody waits for themselves.
 */
import { poolExhausted } from './outage.ts'

export type Lane = {
  /**
   * @returns gives the place back; to be called once.
   * @throws as a pool does that has no connection free in time.
   */
  enter: () => Promise<() => void>
}

type LaneArgs = {
  /** Places. */
  size: number
  /** The longest that somebody waits for one, in milliseconds. */
  waitMs: number
}

/** Places are given in the order in which they were asked for. */
export const createLane = ({ size, waitMs }: LaneArgs): Lane => {
  let taken = 0
  const waiting = new Set<() => void>()
  const leave = (): void => {
    const [next] = waiting
    if (next) {
      // The place goes on without having been free.
      next()
    } else {
      taken -= 1
    }
  }
  return {
    enter: async () => {
      if (taken < size) {
        taken += 1
        return leave
      }
      return new Promise((resolve, reject) => {
        const begin = (): void => {
          waiting.delete(begin)
          clearTimeout(timer)
          resolve(leave)
        }
        const timer = setTimeout(() => {
          waiting.delete(begin)
          reject(poolExhausted())
        }, waitMs)
        waiting.add(begin)
      })
    },
  }
}

type Asker = {
  /** One object for all statements of a request; without one, the work is our own. */
  request: object | undefined
  isNobody: boolean
}

/**
 * @returns enters the lanes of whoever asks: that of the request, and for those who are not signed in the one that all
 *   of them share.
 */
export const createLanes = ({
  nobody,
  perRequest,
  waitMs,
}: {
  nobody: number
  perRequest: number
  waitMs: number
}): ((asker: Asker) => Promise<() => void>) => {
  const ofNobody = createLane({ size: nobody, waitMs })
  const ofRequests = new WeakMap<object, Lane>()
  return async ({ isNobody, request }) => {
    if (!request) {
      return () => undefined
    }
    const own = ofRequests.get(request) ?? createLane({ size: perRequest, waitMs })
    ofRequests.set(request, own)
    const leaveOwn = await own.enter()
    if (!isNobody) {
      return leaveOwn
    }
    try {
      const leaveShared = await ofNobody.enter()
      return () => {
        leaveShared()
        leaveOwn()
      }
    } catch (err) {
      leaveOwn()
      throw err
    }
  }
}
