// Runs one of our programs in a process of its own, with another right on the database than the server's.
import { spawn } from 'node:child_process'
import path from 'node:path'

/**
 * @param url The database that it works on.
 * @param signal Ends it.
 * @returns what it said on stderr, and the code it ended with; `null` when a signal ended it.
 */
export const runProgram = ({
  env = {},
  program,
  root,
  signal,
  url,
}: {
  env?: Record<string, string>
  /** From the root: `src/database/migrateNow.ts`. */
  program: string
  root: string
  signal?: AbortSignal | undefined
  url: string
}): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--conditions=production', path.join(root, 'scripts', 'run.mjs'), program],
      {
        cwd: root,
        env: { ...process.env, ...env, DATABASE_URL: url, FORCE_COLOR: '0' },
        signal,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('error', reject)
    child.on('exit', (code) => resolve({ code, said: said.trim() }))
  })
