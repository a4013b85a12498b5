// The environment of every test file. What a file leaves behind would be paid for by those after it, so it
// fails and is named: connections to the databases that it made, servers, child processes and timers. What it
// changed in the process that it shares with them (see runtime.cjs) is put back.
import { AsyncLocalStorage } from 'node:async_hooks'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node'
import pg from 'pg'
import { needsBuild } from './needsBuild.mjs'

/** Node's names for what keeps a process alive. */
const KINDS = {
  PipeServerWrap: 'server',
  ProcessWrap: 'child process',
  TCPServerWrap: 'server',
  Timeout: 'timer',
}

/** What a file's own copies of modules keep on the global object: ours, and those of the test framework. */
const OF_THE_FILE =
  /^(__vitrine|vitrine|row-level-security|JEST_STATE|EVENT_HANDLERS|LOG_ERRORS|RETRY|TEST_TIMEOUT|WAIT_BEFORE)/

const isOfTheFile = (key) => OF_THE_FILE.test(typeof key === 'symbol' ? key.description : key)

/** What ends takes a moment to be gone. */
const PATIENCE_MS = 2_000

/** Those that any file has used. Node asks each of them about every promise, for as long as the worker lives. */
const storages = new Set()

for (const method of ['enterWith', 'run']) {
  const original = AsyncLocalStorage.prototype[method]
  AsyncLocalStorage.prototype[method] = function (...args) {
    storages.add(this)
    return original.apply(this, args)
  }
}

export default class Environment extends NodeEnvironment {
  #before
  #dataDir
  #file
  #hasFailed = false
  #process = { console: globalThis.console, env: { ...process.env }, exit: process.exit }
  #keys = new Set(Reflect.ownKeys(globalThis))

  constructor(config, context) {
    super(config, context)
    this.#file = context.testPath
    this.#before = countKinds()
    // Mails and files that are its own, too: another file may look for them, or empty the folder.
    this.#dataDir = mkdtempSync(path.join(this.#process.env.DATA_DIR, 'file-'))
    process.env.DATA_DIR = this.#dataDir
    this.#shareRealm()
    // Filled by createDatabase in payload.ts.
    this.global.testDatabases = []
  }

  async setup() {
    await super.setup()
    // `npm test` builds beside the first of the tests, and writes this file when it is done.
    const built = process.env.VITRINE_TEST_BUILT
    while (built && !existsSync(built) && needsBuild(this.#file)) {
      await delay(250)
    }
  }

  /** The realm of the worker instead of a new one, with what Jest looks for in it. */
  #shareRealm() {
    for (const symbol of Object.getOwnPropertySymbols(this.global)) {
      if (!(symbol in globalThis)) {
        Object.defineProperty(globalThis, symbol, { value: this.global[symbol] })
      }
    }
    this.global = globalThis
  }

  #putBack() {
    const { console, env, exit } = this.#process
    Object.assign(globalThis, { console })
    Object.assign(process, { exit })
    for (const name of Object.keys(process.env)) {
      if (!(name in env)) {
        delete process.env[name]
      }
    }
    Object.assign(process.env, env)
    for (const key of Reflect.ownKeys(globalThis)) {
      if (isOfTheFile(key) && !this.#keys.has(key)) {
        delete globalThis[key]
      }
    }
    // One that is used again enables itself.
    storages.forEach((storage) => storage.disable())
    storages.clear()
    // Payload itself, by name.
    globalThis._payload?.clear()
  }

  handleTestEvent({ name, test }) {
    this.#hasFailed ||= name === 'hook_failure' || (name === 'test_done' && test.errors.length > 0)
  }

  async teardown() {
    const databases = [...this.global.testDatabases]
    const left = await untilNothing(async () => [
      ...leftBehind(this.#before),
      ...(await connectionsTo(databases)),
    ])
    await drop(databases)
    rmSync(this.#dataDir, { force: true, recursive: true })
    await super.teardown()
    this.#putBack()
    // What failed says why; what it left behind follows from that.
    if (left.length > 0 && !this.#hasFailed) {
      throw new Error(`${this.#file} leaves behind: ${left.join('; ')}. End it in afterAll.`)
    }
  }
}

const countKinds = () => {
  const counts = {}
  for (const resource of process.getActiveResourcesInfo()) {
    const kind = KINDS[resource]
    if (kind) {
      counts[kind] = (counts[kind] ?? 0) + 1
    }
  }
  return counts
}

const leftBehind = (before) =>
  Object.entries(countKinds())
    .map(([kind, count]) => [kind, count - (before[kind] ?? 0)])
    .filter(([, more]) => more > 0)
    .map(([kind, more]) => `${more} × ${kind}`)

const connectionsTo = async (databases) => {
  const rows = await ask(
    databases,
    `select usename, left(regexp_replace(query, '\\s+', ' ', 'g'), 80) as query
       from pg_stat_activity where datname = any ($1)`,
  )
  return rows.map(({ query, usename }) => `a connection of ${usename} (“${query}”)`)
}

const drop = async (databases) => {
  for (const name of databases) {
    await ask([name], `drop database if exists ${name} with (force)`, [])
  }
}

const ask = async (databases, sql, values = [databases]) => {
  if (databases.length === 0) {
    return []
  }
  const client = new pg.Client({ connectionString: process.env.VITRINE_TEST_DATABASE })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

const untilNothing = async (find) => {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const left = await find()
    if (left.length === 0 || Date.now() > deadline) {
      return left
    }
    await delay(50)
  }
}
