// `npm run migrate` and `npm run migrate:create -- <name>`.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { loadEnvFile, readEnvironment } from '../env.ts'
import { isStartError } from '../fail.ts'
import type { CommandArgs } from '../command.ts'
import { prepareDatabase } from './prepare.ts'

export const run = async ({ args, root }: CommandArgs): Promise<number> => {
  const [what, ...rest] = args
  try {
    loadEnvFile({ root })
    const environment = readEnvironment({ root })
    if (what === 'create') {
      // Compares the configuration with the last snapshot; no database is asked.
      process.env.DATABASE_URL ||= 'postgres://nobody@127.0.0.1:1/none'
      return payloadCommand({ args: ['migrate:create', ...rest], root })
    }
    const cluster = await prepareDatabase({ environment, root })
    process.env.DATABASE_URL = environment.databaseOwnerUrl ?? process.env.DATABASE_URL
    const code = await payloadCommand({ args: [rest[0] === 'down' ? 'migrate:down' : 'migrate:status'], root })
    await cluster?.stop()
    return code
  } catch (err) {
    if (!isStartError(err)) {
      throw err
    }
    process.stderr.write(`\n✗ ${err.message}\n`)
    return 1
  }
}

const payloadCommand = ({ args, root }: { args: string[]; root: string }): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--no-deprecation', path.join(root, 'scripts', 'payload.mjs'), ...args],
      { cwd: root, stdio: 'inherit' },
    )
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
