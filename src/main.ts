// Runs the server until a signal asks it to stop.
import { loadEnvFile, readEnvironment } from './env.ts'
import { failStart } from './fail.ts'
import { startServer, type RunningServer } from './server.ts'
import { tell } from './tell.ts'

export const main = async ({ isDev, root }: { isDev: boolean; root: string }): Promise<void> => {
  let starting: Promise<RunningServer> | undefined
  let isStopping = false

  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) {
      // Asked twice: somebody is in a hurry.
      process.exit(1)
    }
    isStopping = true
    tell.print(`\n  Stopping (${signal}) …`)
    const stopped = (starting ?? Promise.resolve(undefined)).then((server) => server?.stop())
    stopped.then(
      () => process.exit(0),
      (err: unknown) => failStart(err),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)

  try {
    loadEnvFile({ root })
    starting = startServer({ environment: readEnvironment({ root }), isDev, root })
    await starting
  } catch (err) {
    failStart(err)
  }
}
