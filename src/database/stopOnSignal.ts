// Commands that are interrupted end what works for them, and stop the embedded Postgres that they started.
import { endChildren } from '../jobs/children.ts'
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
    void endChildren()
      .then(() => cluster?.stop())
      .finally(() => process.exit(143))
  }
  signals.forEach((signal) => process.once(signal, stop))
  return () => signals.forEach((signal) => process.off(signal, stop))
}
