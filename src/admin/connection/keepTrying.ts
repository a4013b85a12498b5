// Asks again what a form has to know or to save, until the server can answer: a `fetch` that waits out an outage.

/** Why the server could not answer, and that it will. Anything else is an answer. */
const PASSING = new Set(['database_unreachable', 'shutting_down', 'starting', 'unavailable'])

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 10_000

type Fetch = typeof fetch

/**
 * @param ask The browser's own.
 * @param isForForm Whether a request belongs to an open form, so that it may come late and has to come.
 * @param onChange Told when such a request cannot be answered, and when one is again.
 */
export const keepTrying =
  ({
    ask,
    isForForm,
    onChange,
    pauseMs = FIRST_PAUSE_MS,
  }: {
    ask: Fetch
    isForForm: (input: Parameters<Fetch>[0], init: RequestInit | undefined) => boolean
    onChange: (isAway: boolean) => void
    pauseMs?: number
  }): Fetch =>
  async (input, init) => {
    if (!isForForm(input, init)) {
      return ask(input, init)
    }
    const { signal } = init ?? {}
    for (let pause = pauseMs; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
      const answer = await ask(input, init).catch((err: unknown) => {
        // Who asked no longer waits, or the browser refuses to ask at all.
        if (signal?.aborted || !(err instanceof TypeError)) {
          throw err
        }
        return null
      })
      if (answer !== null && !(await isPassing(answer))) {
        onChange(false)
        return answer
      }
      onChange(true)
      await wait(pause * (0.75 + Math.random() / 2), signal)
    }
  }

const isPassing = async (answer: Response): Promise<boolean> => {
  // What stands between the browser and us answers for a server that is away.
  if (answer.status === 502 || answer.status === 504) {
    return true
  }
  if (answer.status !== 503) {
    return false
  }
  const problem = (await answer
    .clone()
    .json()
    .catch(() => null)) as { code?: unknown } | null
  return problem === null || PASSING.has(String(problem.code))
}

const wait = (ms: number, signal: AbortSignal | null | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        reject(new DOMException('The request was given up.', 'AbortError'))
      },
      { once: true },
    )
  })
