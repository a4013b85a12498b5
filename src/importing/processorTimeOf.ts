// How long another process has been worked on.
import { readFile } from 'node:fs/promises'

/** Of a second, in /proc: the same on every Linux that Node runs on. */
const TICK_MS = 10

/** @returns milliseconds of processor time, or undefined where nobody can tell. */
export const processorTimeOf = async (pid: number): Promise<number | undefined> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // proc(5): behind the name, which may hold anything, utime is the 12th and stime the 13th.
  const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(user) + Number(system)
  return Number.isFinite(ticks) ? ticks * TICK_MS : undefined
}
