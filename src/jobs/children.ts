// Processes that work for this one. The job runner ends them when it stops, and they never outlive it.
import type { ChildProcess } from 'node:child_process'

const owned = new Set<ChildProcess>()
let isEnding = false

/** Between being asked to end and being made to. */
const PATIENCE_MS = 2_000

const killAll = (): void => {
  for (const child of owned) {
    child.kill('SIGKILL')
  }
}

/** Whether nothing may be started any more. */
export const isStopping = (): boolean => isEnding

/** From now on the process ends with this one, at the latest. */
export const ownChild = (child: ChildProcess): void => {
  if (owned.size === 0) {
    process.on('exit', killAll)
  }
  owned.add(child)
  child.once('exit', () => {
    owned.delete(child)
    if (owned.size === 0) {
      process.off('exit', killAll)
    }
  })
}

/** Ends all of them and starts nothing more. What they had not finished is rolled back by the database. */
export const endChildren = async (): Promise<void> => {
  isEnding = true
  const ends = [...owned].map((child) => new Promise((resolve) => child.once('exit', resolve)))
  for (const child of owned) {
    child.kill('SIGTERM')
  }
  const timer = setTimeout(killAll, PATIENCE_MS)
  await Promise.all(ends)
  clearTimeout(timer)
}

/** A runner has started: work may begin. */
export const allowChildren = (): void => {
  isEnding = false
}
