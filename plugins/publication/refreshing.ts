// Makes anew what changed, a few at a time, without a reader who waits.

export type Refreshing = {
  /** A name that waits already waits only once. */
  add: (names: Iterable<string>) => void
  clear: () => void
}

/** @param work Never throws: whoever does the work knows whom to tell. */
export const createRefreshing = ({
  atOnce,
  work,
}: {
  atOnce: number
  work: (name: string) => Promise<void>
}): Refreshing => {
  const waiting = new Set<string>()
  let running = 0

  const run = async () => {
    for (const name of waiting) {
      waiting.delete(name)
      await work(name)
      // Readers come in between.
      await new Promise(setImmediate)
    }
    running -= 1
  }

  return {
    add: (names) => {
      for (const name of names) {
        waiting.add(name)
      }
      for (let more = Math.min(atOnce - running, waiting.size); more > 0; more -= 1) {
        running += 1
        // Not within the change that is told, which would wait for it.
        setImmediate(() => void run())
      }
    },
    clear: () => waiting.clear(),
  }
}
