// How much memory another process uses.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** @returns bytes, or 0 where nobody can tell. */
export const memoryOf = async (pid: number): Promise<number> => {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
  } catch {
    // Not Linux, or it has just ended.
    const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]).catch(() => ({
      stdout: '',
    }))
    return Number(stdout.trim() || 0) * 1024
  }
}
