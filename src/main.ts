// Runs the server until a signal asks it to stop.
import { loadEnvFile, readEnvironment } from './env.ts'
import { failStart } from './fail.ts'
import { startServer, type RunningServer } from './server.ts'
import { tell } from './tell.ts'

/** Process managers wait about ten seconds before they kill; DRAIN_MS comes on top. */
const LONGEST_STOP_MS = 9_500
/** Whatever takes longer is left behind; the embedded Postgres is not. */
const LAST_MOMENT_MS = 8_500

type MainArgs = { isDev: boolean; root: string; signals: readonly NodeJS.Signals[] }

export const main = async ({ isDev, root, signals }: MainArgs): Promise<void> => {
  const stopping = new AbortController()
  const lastMoment = new AbortController()
  let starting: Promise<RunningServer> | undefined
  let drainMs = 0

  const stop = (signal: NodeJS.Signals): void => {
    if (stopping.signal.aborted) {
      // Asked twice: somebody is in a hurry.
      process.exit(1)
    }
    tell.print(`\n  Stopping (${signal}) …`)
    // A start that is under way gives up at its next step and takes back what it began.
    stopping.abort()
    setTimeout(() => lastMoment.abort(), LAST_MOMENT_MS + drainMs).unref()
    setTimeout(() => process.exit(1), LONGEST_STOP_MS + drainMs).unref()
    const stopped = (starting ?? Promise.resolve(undefined)).then(
      (server) => server?.stop(),
      () => undefined,
    )
    stopped.then(
      () => process.exit(0),
      (err: unknown) => failStart(err),
    )
  }
  for (const signal of signals) {
    process.on(signal, stop)
  }
  // A library that asks several things at once may wait for one of them alone: when the database goes away, the others
  // fail with nobody there. Whoever asked is told by the one that is waited for; the process goes on.
  process.on('unhandledRejection', (err) => {
    console.error('Something failed that nobody waited for.', err)
  })

  try {
    loadEnvFile({ root })
    const environment = readEnvironment({ root })
    drainMs = environment.drainMs
    starting = startServer({
      environment,
      isDev,
      lastMoment: lastMoment.signal,
      root,
      signal: stopping.signal,
    })
    await starting
  } catch (err) {
    if (!stopping.signal.aborted) {
      failStart(err)
    }
  }
}
