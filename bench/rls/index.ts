// What the second wall costs: the same server, the same 100,000 studies in 100 tenants, with the
// policies and contexts and without either, asked in turns in one run.
import { spawn, type ChildProcess } from 'node:child_process'
import { pbkdf2Sync, randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { ensureRuntimeRole, registerContextKey } from '../../src/database/runtimeRole.ts'
import { wallsOf } from '../../src/walls/build.ts'
import { loadOffline } from '../../src/walls/offline.ts'
import { fill, STUDIES } from './data.ts'
import { measureSearch, median } from './search.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 15)
const REQUESTS = Number(process.env.REQUESTS ?? 30)
const TENANTS = 100
const SECRET = randomBytes(24).toString('hex')
const PASSWORD = 'bench-password'

type Side = { name: 'with' | 'without'; url: string; token: string; child: ChildProcess }
type Way = { name: string; path: string; isWrite?: boolean }

export const bench = {
  about: 'the second wall: the same server with and without it, 100,000 studies',
  run: async ({ root }: { root: string }): Promise<void> => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'vitrine-bench-'))
    chmodSync(dataDir, 0o755)
    process.env.PAYLOAD_SECRET = SECRET
    const cluster = await startEmbedded({ dataDir })
    const sides: Side[] = []
    try {
      const { open, ids, walled } = await prepare({ root, url: cluster.url })
      sides.push(
        await start({ name: 'with', root, url: walled, env: {} }),
        // Payload's own adapter, as it is: no context, no policy.
        await start({ name: 'without', root, url: open, env: { PAYLOAD_MIGRATING: 'true' } }),
      )
      const ways = waysOf(ids)
      const owner = new pg.Client({ connectionString: ownerOf(cluster.url, 'bench') })
      await owner.connect()
      const before = await sequentialScans(owner)
      const times = await measure({ sides, ways })
      const after = await sequentialScans(owner)
      const scans = [...after].filter(([table, count]) => count > (before.get(table) ?? 0))
      await owner.end()
      const search = await measureSearch({
        adminUrl: cluster.url,
        runtimeUrlOf: (database) => ownerOf(walled, database),
        secret: SECRET,
        template: 'bench_empty',
      })
      const text = report({ times, ways, scans: scans.map(([table]) => table), search })
      process.stdout.write(text)
      writeFileSync(path.join(root, 'bench', 'results', 'rls.md'), text)
    } finally {
      sides.forEach(({ child }) => child.kill('SIGTERM'))
      await new Promise((resolve) => setTimeout(resolve, 500))
      await cluster.stop()
      rmSync(dataDir, { force: true, recursive: true })
    }
  },
}

const ownerOf = (url: string, database: string): string => {
  const to = new URL(url)
  to.pathname = `/${database}`
  return to.href
}

type Ids = { tenant: string; study: string }

/** Two databases with the same rows: one behind the wall, one where it has been taken down. */
const prepare = async ({
  root,
  url,
}: {
  root: string
  url: string
}): Promise<{ walled: string; open: string; ids: Ids }> => {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query('create database bench')
  const ownerUrl = ownerOf(url, 'bench')
  await migrate({ ownerUrl, root })
  await registerContextKey({ ownerUrl, secret: SECRET })
  await admin.query('create database bench_empty template bench')
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const salt = randomBytes(32).toString('hex')
  const hash = `pbkdf2-sha256-v1:${pbkdf2Sync(PASSWORD, salt, 600_000, 32, 'sha256').toString('hex')}`
  const ids = await fill({ hash, owner, salt, tenants: TENANTS })
  await owner.end()
  await admin.query('create database bench_open template bench')
  await admin.end()
  const open = new pg.Client({ connectionString: ownerOf(url, 'bench_open') })
  await open.connect()
  await open.query(wallsOf(await loadOffline()).down)
  // For the servers that follow, which have a database.
  delete process.env.PAYLOAD_MIGRATING
  // Who reaches what is asked of the database in both; here of a function that trusts everybody.
  await open.query(`create schema rls; create function rls.reach(this_user uuid)
    returns table (tenant uuid, role text, permissions jsonb, access text) language sql stable as $$
      select t.id, m.role::text, null::jsonb, case when t.id = home.id then 'owner' else t.agency_access::text end
        from memberships m join tenants home on home.id = m.tenant_id
        join tenants t on t.id = home.id or (home.kind = 'agency' and t.agency_id = home.id)
       where m.user_id = this_user and m.status = 'active' $$; analyze`)
  await open.end()
  return {
    walled: await ensureRuntimeRole({ ownerUrl, secret: SECRET }),
    open: ownerOf(url, 'bench_open'),
    ids,
  }
}

const start = async ({
  env,
  name,
  root,
  url,
}: {
  name: Side['name']
  root: string
  url: string
  env: Record<string, string>
}): Promise<Side> => {
  const child = spawn(
    process.execPath,
    ['--conditions=production', path.join(root, 'scripts/run.mjs'), 'bench/rls/serve.ts'],
    {
      cwd: root,
      env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /listening on (\S+)/.exec(chunk.toString())?.[1]
      if (found) {
        resolve(found)
      } else {
        process.stderr.write(chunk)
      }
    })
    child.once('exit', () => reject(new Error(`The server ${name} the wall did not start.`)))
  })
  const response = await fetch(`${address}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'editor@bench.test', password: PASSWORD }),
  })
  const answer = (await response.json()) as { token?: string }
  if (!answer.token) {
    throw new Error(`The server ${name} the wall does not log in: ${JSON.stringify(answer)}`)
  }
  const { token } = answer
  return { name, url: address, token, child }
}

const waysOf = ({ study, tenant }: Ids): Way[] => {
  const where = `where[tenant][equals]=${tenant}`
  return [
    { name: 'list of ten, depth 0', path: `/api/case-studies?${where}&limit=10&depth=0` },
    { name: 'list of ten, depth 1', path: `/api/case-studies?${where}&limit=10&depth=1` },
    { name: 'list of drafts', path: `/api/case-studies?${where}&limit=10&depth=0&draft=true` },
    { name: 'count', path: `/api/case-studies/count?${where}` },
    { name: 'one by id', path: `/api/case-studies/${study}?depth=0` },
    { name: 'who am I', path: '/api/users/me' },
    { name: 'change one', path: `/api/case-studies/${study}?depth=0`, isWrite: true },
  ]
}

type Times = Map<string, { with: number[]; without: number[] }>

/** One median per round and side; sides and ways take turns, request by request. */
const measure = async ({ sides, ways }: { sides: Side[]; ways: Way[] }): Promise<Times> => {
  const times: Times = new Map(ways.map(({ name }) => [name, { with: [], without: [] }]))
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const way of ways) {
      const samples = { with: [] as number[], without: [] as number[] }
      for (let index = 0; index < REQUESTS; index += 1) {
        for (const side of index % 2 === 0 ? sides : [...sides].reverse()) {
          samples[side.name].push(await timed({ index, side, way }))
        }
      }
      // The first two rounds warm up and do not count.
      if (round >= 0) {
        times.get(way.name)!.with.push(median(samples.with))
        times.get(way.name)!.without.push(median(samples.without))
      }
    }
  }
  return times
}

const timed = async ({
  index,
  side,
  way,
}: {
  index: number
  side: Side
  way: Way
}): Promise<number> => {
  const began = performance.now()
  const response = await fetch(side.url + way.path, {
    headers: { authorization: `JWT ${side.token}`, 'content-type': 'application/json' },
    ...(way.isWrite
      ? { method: 'PATCH', body: JSON.stringify({ year: 2000 + (index % 20) }) }
      : {}),
  })
  const body = await response.text()
  if (!response.ok) {
    throw new Error(`${way.name} ${side.name} the wall answered ${response.status}: ${body}`)
  }
  return performance.now() - began
}

/** Of tables that are large enough for it to matter. */
const sequentialScans = async (owner: pg.Client): Promise<Map<string, number>> => {
  await owner.query('select pg_stat_clear_snapshot()')
  const { rows } = await owner.query<{ table: string; count: string }>(
    `select relname as "table", seq_scan as count from pg_stat_user_tables where n_live_tup > 1000`,
  )
  return new Map(rows.map(({ count, table }) => [table, Number(count)]))
}

const report = ({
  scans,
  search,
  times,
  ways,
}: {
  times: Times
  ways: Way[]
  scans: string[]
  search: string[]
}): string =>
  [
    '# What the second wall costs',
    '',
    `\`npm run bench -- rls\`: ${STUDIES.toLocaleString('en')} studies in ${TENANTS} tenants, one connection, ${ROUNDS} rounds of ${REQUESTS} requests to each side in turns, on ${cpus().length} cores. Medians of rounds; the range is that of the rounds' ratios.`,
    '',
    '“Without” is Payload’s own adapter as its owner, with the policies taken down. “With” is the server as',
    'it runs: policies, contexts, guards and keys. Its pool also prepares statements that come again,',
    'which Payload’s does not; before it did, the same requests cost ×1.1 to ×1.26.',
    '',
    '| request | without, ms | with, ms | ratio | range |',
    '| --- | --: | --: | --: | --- |',
    ...ways.map(({ name }) => {
      const { with: on, without: off } = times.get(name)!
      const ratios = on.map((value, index) => value / off[index]!).sort((a, b) => a - b)
      return `| ${name} | ${median(off).toFixed(2)} | ${median(on).toFixed(2)} | ×${median(ratios).toFixed(2)} | ${ratios[0]!.toFixed(2)}–${ratios.at(-1)!.toFixed(2)} |`
    }),
    '',
    scans.length === 0
      ? 'No table of more than a thousand rows was read from end to end.'
      : `Read from end to end: ${scans.join(', ')}.`,
    '',
    '## Full-text search',
    '',
    'A hundred studies a tenant, asked as a member of one: the function `rls.search_studies`, and the',
    'same words asked of the table with a text index underneath its policy. Medians in milliseconds.',
    '',
    '| tenants | studies | function | under the policy |',
    '| --: | --: | --: | --: |',
    ...search,
    '',
  ].join('\n')
