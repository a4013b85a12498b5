// One throw-away Postgres for the whole run, with a migrated template that every test file copies.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded, type Cluster } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { ensureRuntimeRole, registerContextKey } from '../../src/database/runtimeRole.ts'
import { filledTables } from './remembered.ts'
import { TEMPLATE } from './template.ts'

const root = process.env.VITRINE_ROOT ?? process.cwd()

/** Another server to test against, as its superuser: VITRINE_TEST_POSTGRES=postgres://… */
const given = process.env.VITRINE_TEST_POSTGRES

export const startCluster = async (): Promise<void> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vitrine-test-'))
  chmodSync(dataDir, 0o755)
  const cluster = given
    ? { url: given, stop: () => dropDatabases(given) }
    : await startEmbedded({ dataDir, isThrowAway: true })
  const url = new URL(cluster.url)
  const admin = new pg.Client({ connectionString: cluster.url })
  await admin.connect()
  await admin.query(`drop database if exists ${TEMPLATE}`)
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()
  url.pathname = `/${TEMPLATE}`
  process.env.PAYLOAD_SECRET = 'a-secret-for-tests-only-0123456789abcdef'
  process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER = 'true'
  process.env.LOG_LEVEL = process.env.VITRINE_TEST_LOG ?? 'silent'
  process.env.DATA_DIR = dataDir
  process.env.VITRINE_TEST_SHARED = dataDir
  await migrate({ ownerUrl: url.href, root })
  await registerContextKey({ ownerUrl: url.href, secret: process.env.PAYLOAD_SECRET })
  const template = new pg.Client({ connectionString: url.href })
  await template.connect()
  process.env.VITRINE_TEST_FILLED = (await filledTables(template)).join()
  await template.end()
  const runtime = new URL(
    await ensureRuntimeRole({ ownerUrl: url.href, secret: process.env.PAYLOAD_SECRET }),
  )
  process.env.VITRINE_TEST_RUNTIME = `${runtime.username}:${runtime.password}`
  process.env.VITRINE_TEST_DATABASE = cluster.url
  Object.assign(globalThis, { __vitrineTestCluster: cluster, __vitrineTestData: dataDir })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void stopCluster().finally(() => process.exit(1)))
  }
}

const dropDatabases = async (url: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  const { rows } = await admin.query<{ datname: string }>(
    `select datname from pg_database where datname ~ '^test_[0-9a-f]{12}$' or datname = '${TEMPLATE}'`,
  )
  for (const { datname } of rows) {
    await admin.query(`drop database if exists ${datname} with (force)`)
  }
  await admin.end()
}

export const stopCluster = async (): Promise<void> => {
  const { __vitrineTestCluster: cluster, __vitrineTestData: dataDir } = globalThis as unknown as {
    __vitrineTestCluster?: Pick<Cluster, 'stop'>
    __vitrineTestData?: string
  }
  await cluster?.stop()
  if (dataDir) {
    rmSync(dataDir, { force: true, recursive: true })
  }
}
