// Records what a version left behind, for upgrade.test.ts: `node --conditions=production scripts/run.mjs
// test/upgrades/record.ts <commit> <name>`. Once for each released migration, never again for an old one.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, chmodSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { CommandArgs } from '../../src/command.ts'
import { startEmbedded } from '../../src/database/embedded.ts'

/** Made while the server runs, or secret. */
const LEFT_OUT = new Set(['rls.key', 'public.users_sessions', 'public.payload_kv'])

const SECRET = 'the-secret-of-a-recorded-installation'

export const run = async ({ args, root }: CommandArgs): Promise<number> => {
  const [commit, name] = args
  if (!commit || !name) {
    process.stderr.write('✗ Say which commit, and what the fixture is called.\n')
    return 2
  }
  const work = mkdtempSync(path.join(tmpdir(), 'vitrine-record-'))
  chmodSync(work, 0o755)
  const checkout = path.join(work, 'checkout')
  const data = path.join(work, 'data')
  const folder = path.join(root, 'test', 'upgrades', 'fixtures')
  mkdirSync(checkout)
  mkdirSync(data)
  const cluster = await startEmbedded({ dataDir: path.join(work, 'cluster'), isThrowAway: true })
  try {
    const tree = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 1e9 })
    execFileSync('tar', ['-x', '-C', checkout], { input: tree })
    mkdirSync(path.join(checkout, 'test', 'upgrades'), { recursive: true })
    cpSync(
      path.join(root, 'test', 'upgrades', 'writeContent.ts'),
      path.join(checkout, 'test', 'upgrades', 'writeContent.ts'),
    )
    execFileSync(
      process.execPath,
      [
        '--conditions=production',
        'scripts/run.mjs',
        'test/upgrades/writeContent.ts',
        path.join(folder, 'files'),
      ],
      {
        cwd: checkout,
        env: {
          ...process.env,
          DATABASE_URL: cluster.url,
          DATA_DIR: data,
          DEMO: '0',
          PAYLOAD_SECRET: SECRET,
          VITRINE_ROOT: checkout,
        },
        stdio: 'inherit',
      },
    )
    const target = path.join(folder, name)
    rmSync(target, { force: true, recursive: true })
    mkdirSync(target, { recursive: true })
    writeFileSync(
      path.join(target, 'rows.json'),
      `${JSON.stringify(await rowsOf(cluster.url), null, 1)}\n`,
    )
    cpSync(data, path.join(target, 'data'), {
      recursive: true,
      filter: (from) => !/\/(mail|uploads|renditions|postgres)(\/|$)/.test(from),
    })
    return 0
  } finally {
    await cluster.stop()
    rmSync(work, { force: true, recursive: true })
  }
}

/** Table → its rows, of every table that has any. */
const rowsOf = async (url: string): Promise<Record<string, unknown[]>> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables
        where schemaname in ('public', 'rls') order by 1`,
    )
    const found: Record<string, unknown[]> = {}
    for (const { name } of tables.filter((table) => !LEFT_OUT.has(table.name))) {
      const { rows } = await client.query<{ rows: unknown[] | null }>(
        `select json_agg(t) as rows from ${name
          .split('.')
          .map((part) => `"${part}"`)
          .join('.')} t`,
      )
      if (rows[0]?.rows) {
        found[name] = rows[0].rows
      }
    }
    return found
  } finally {
    await client.end()
  }
}
