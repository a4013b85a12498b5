// Behind a transaction pooler, where statements of everybody share a few connections, nobody gets
// another's context. PgBouncer is a system package; without it this is left out, and said.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import pg from 'pg'
import { guardedPg } from '../../plugins/row-level-security/context/pool.ts'
import { createSigner } from '../../plugins/row-level-security/context/signer.ts'
import { deriveKey, withClaims } from '../../plugins/row-level-security/index.ts'
import { RUNTIME_GROUP } from '../../src/walls/group.ts'
import { claimsOf } from '../../access/claims.ts'
import { principalOf } from '../../access/principal.ts'
import { createStudy } from '../support/content.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { freePort } from '../support/process.ts'
import { createWorld, type World } from '../support/tenants.ts'

const hasBouncer = spawnSync('pgbouncer', ['--version']).status === 0
if (!hasBouncer) {
  process.stderr.write('Left out: the transaction pooler, since there is no pgbouncer here.\n')
}
const withBouncer = hasBouncer ? it : it.skip

let running: TestPayload
let world: World
let bouncer: ChildProcess | undefined
let folder: string
let pool: pg.Pool
let pooledUrl: URL

beforeAll(async () => {
  running = await startPayload()
  world = await createWorld({ payload: running.payload })
  for (const tenant of [world.client.id, world.stranger.id, world.agency.id]) {
    await createStudy({ payload: running.payload, tenant, title: 'Draft', _status: 'draft' })
  }
  if (hasBouncer) {
    pooledUrl = await startBouncer(new URL(running.runtimeUrl))
    const { Pool } = guardedPg({
      isBehindTransactionPooler: true,
      role: RUNTIME_GROUP,
      sign: createSigner(deriveKey(process.env.PAYLOAD_SECRET!)),
      statementTimeoutMs: 10_000,
    })
    pool = new Pool({ connectionString: pooledUrl.href, max: 20 })
  }
})

afterAll(async () => {
  await pool?.end()
  bouncer?.kill('SIGINT')
  if (folder) {
    rmSync(folder, { force: true, recursive: true })
  }
  await running.stop()
})

const startBouncer = async (to: URL): Promise<URL> => {
  folder = mkdtempSync(path.join(tmpdir(), 'vitrine-bouncer-'))
  chmodSync(folder, 0o777)
  const port = await freePort()
  const database = to.pathname.slice(1)
  writeFileSync(path.join(folder, 'users.txt'), `"${to.username}" "${to.password}"\n`)
  writeFileSync(
    path.join(folder, 'pgbouncer.ini'),
    [
      '[databases]',
      `${database} = host=127.0.0.1 port=${to.port} dbname=${database}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = plain',
      `auth_file = ${path.join(folder, 'users.txt')}`,
      'pool_mode = transaction',
      // Fewer than there are clients, so that every connection serves everybody.
      'default_pool_size = 3',
      'max_client_conn = 100',
      '',
    ].join('\n'),
  )
  const asRoot = process.getuid?.() === 0
  bouncer = spawn(
    'pgbouncer',
    [...(asRoot ? ['-u', 'nobody'] : []), path.join(folder, 'pgbouncer.ini')],
    {
      stdio: 'ignore',
    },
  )
  const url = new URL(to.href)
  url.port = String(port)
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const client = new pg.Client({ connectionString: url.href })
    if (
      await client.connect().then(
        () => client.end().then(() => true),
        () => false,
      )
    ) {
      return url
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('pgbouncer did not start.')
}

withBouncer('mixes nobody up', async () => {
  const people = await Promise.all(
    (['client', 'stranger', 'agency'] as const).map(async (tenant) => ({
      // The agency reaches its client as well.
      expected:
        tenant === 'agency' ? [world.agency.id, world.client.id].sort() : [world[tenant].id],
      claims: claimsOf(principalOf(await world.user('editor', tenant))),
    })),
  )
  let wrong = 0
  let asked = 0
  const look = async (query: (text: string) => Promise<{ rows: { tenant_id: string }[] }>) => {
    const { rows } = await query('select distinct tenant_id from case_studies order by 1')
    return rows.map(({ tenant_id }) => tenant_id)
  }
  const work = async (index: number) => {
    const { claims, expected } = people[index % people.length]!
    for (let round = 0; round < 25; round += 1) {
      const seen = await withClaims(claims, async () => {
        if (round % 3 > 0) {
          return look((text) => pool.query(text))
        }
        const client = await pool.connect()
        try {
          await client.query('begin')
          const inside = await look((text) => client.query(text))
          await client.query('commit')
          return inside
        } finally {
          client.release()
        }
      })
      asked += 1
      wrong += seen.join() === expected.join() ? 0 : 1
    }
  }
  await Promise.all(Array.from({ length: 40 }, (_, index) => work(index)))
  expect({ asked, wrong }).toEqual({ asked: 1000, wrong: 0 })
})

withBouncer('leaves no context for a client that has none', async () => {
  const plain = new pg.Client({ connectionString: pooledUrl.href })
  await plain.connect()
  try {
    for (let round = 0; round < 10; round += 1) {
      // The log-in role holds nothing; a connection that still ran as another would answer.
      await expect(plain.query('select 1 from case_studies')).rejects.toMatchObject({
        code: '42501',
      })
    }
  } finally {
    await plain.end()
  }
})
