// Tells an embedded Postgres that has died from one that runs or was stopped.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

/**
 * Whether its folder names a process that is gone; one that was stopped took the name away.
 *
 * Where nobody waits for it, as in a container whose first process we are, a dead one stays as a zombie, and
 * Postgres would take it for a server that runs: then the name goes as well.
 */
export const hasDied = (cluster: string): boolean => {
  const file = path.join(cluster, 'postmaster.pid')
  if (!existsSync(file)) {
    return false
  }
  const pid = readFileSync(file, 'utf8').split('\n')[0] ?? ''
  try {
    process.kill(Number(pid), 0)
  } catch (err) {
    // With EPERM it is there, and another user's.
    return (err as NodeJS.ErrnoException).code === 'ESRCH'
  }
  if (isZombie(pid)) {
    rmSync(file, { force: true })
    return true
  }
  return false
}

/** On systems with /proc. */
const isZombie = (pid: string): boolean => {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
