// Lets each caller have only so many calls running at once. The next few wait their turn, in the order
// in which they came; the rest are told to come back, so that nobody's calls pile up in the process.

export type Turns = {
  /**
   * @param key Whose turn it is: a user's id.
   * @param signal Gives up the place in the line, as when the caller has gone.
   * @returns Ends the turn; may be called more than once. `null` when the line is full or was left.
   */
  take: (args: { key: string; signal?: AbortSignal }) => Promise<(() => void) | null>
}

type Line = { running: number; waiting: (() => void)[] }

/**
 * @param atOnce How many calls of one key run at the same time.
 * @param inLine How many more of them wait.
 * @example
 * const turns = createTurns({ atOnce: 2, inLine: 8 })
 * const done = await turns.take({ key: user.id })
 */
export const createTurns = ({ atOnce, inLine }: { atOnce: number; inLine: number }): Turns => {
  const lines = new Map<string, Line>()

  const endTurn = (key: string, line: Line): (() => void) => {
    let hasEnded = false
    return () => {
      if (hasEnded) {
        return
      }
      hasEnded = true
      line.running -= 1
      line.waiting.shift()?.()
      if (line.running === 0) {
        lines.delete(key)
      }
    }
  }

  return {
    take: async ({ key, signal }) => {
      const line = lines.get(key) ?? { running: 0, waiting: [] }
      lines.set(key, line)
      if (line.running < atOnce) {
        line.running += 1
        return endTurn(key, line)
      }
      if (line.waiting.length >= inLine || signal?.aborted) {
        return null
      }
      return new Promise((resolve) => {
        const leave = (): void => {
          line.waiting = line.waiting.filter((one) => one !== start)
          resolve(null)
        }
        const start = (): void => {
          signal?.removeEventListener('abort', leave)
          line.running += 1
          resolve(endTurn(key, line))
        }
        signal?.addEventListener('abort', leave, { once: true })
        line.waiting.push(start)
      })
    },
  }
}
