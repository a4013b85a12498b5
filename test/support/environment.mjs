// The environment of every test file. What a file leaves behind would be paid for by those after it, so it
// fails and is named: connections to the databases that it made, servers, child processes and timers.
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node'
import pg from 'pg'

/** Node's names for what keeps a process alive. */
const KINDS = {
  PipeServerWrap: 'server',
  ProcessWrap: 'child process',
  TCPServerWrap: 'server',
  Timeout: 'timer',
}

/** What ends takes a moment to be gone. */
const PATIENCE_MS = 2_000

export default class Environment extends NodeEnvironment {
  #before
  #file
  #hasFailed = false

  constructor(config, context) {
    super(config, context)
    this.#file = context.testPath
    this.#before = countKinds()
    // Filled by createDatabase in payload.ts.
    this.global.testDatabases = []
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
    await super.teardown()
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
  if (databases.length === 0) {
    return []
  }
  const client = new pg.Client({ connectionString: process.env.VITRINE_TEST_DATABASE })
  await client.connect()
  try {
    const { rows } = await client.query(
      `select usename, left(regexp_replace(query, '\\s+', ' ', 'g'), 80) as query
         from pg_stat_activity where datname = any ($1)`,
      [databases],
    )
    return rows.map(({ query, usename }) => `a connection of ${usename} (“${query}”)`)
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
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
