// Commands that started the embedded Postgres stop it when they are interrupted.
import type { Cluster } from './embedded.ts'

/**
 * @param signals What asks a process to end.
 * @returns stops watching, once the command ends by itself.
 */
export const stopOnSignal = ({
  cluster,
  signals,
}: {
  cluster: Cluster | undefined
  signals: readonly NodeJS.Signals[]
}): (() => void) => {
  const stop = (): void => {
    void (cluster?.stop() ?? Promise.resolve()).finally(() => process.exit(143))
  }
  signals.forEach((signal) => process.once(signal, stop))
  return () => signals.forEach((signal) => process.off(signal, stop))
}
