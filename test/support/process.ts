// The server as users start it: a process of its own with a folder of its own.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { asRuntime } from './payload.ts'

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))

export type ServerProcess = {
  url: string
  child: ChildProcess
  output: () => string
  /** Resolves with the exit code. */
  exit: Promise<number | null>
}

/** A new folder that the embedded database's user may enter. */
export const makeDataDir = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-process-'))
  chmodSync(folder, 0o755)
  return folder
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** How people and process managers start it. */
const COMMANDS = {
  node: [process.execPath, '--conditions=production', path.join(root, 'scripts', 'serve.mjs')],
  npm: ['npm', 'start'],
} as const

export type Launcher = keyof typeof COMMANDS

/** Starts the production server; does not wait until it is ready. */
export const launch = ({
  env,
  port,
  through = 'node',
}: {
  env: Record<string, string>
  port: number
  through?: Launcher
}): ServerProcess => {
  const {
    DATABASE_URL: _,
    NODE_OPTIONS: __,
    PAYLOAD_SECRET: ___,
    LOG_LEVEL: ____,
    ...rest
  } = process.env
  const [command, ...args] = COMMANDS[through]
  const child = spawn(command, args, {
    cwd: root,
    env: { ...rest, DEMO: '0', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    output: () => output,
    exit: new Promise((resolve) => child.once('exit', (code) => resolve(code))),
  }
}

/** Waits until the server takes requests. */
export const untilReady = async (server: ServerProcess, timeoutMs = 120_000): Promise<void> => {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const answer = await fetch(`${server.url}/readyz`).catch(() => null)
    if (answer?.status === 200) {
      return
    }
    if (server.child.exitCode !== null || Date.now() > deadline) {
      throw new Error(`The server did not become ready:\n${server.output()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}

/** The people of that database have passwords that the test hashed. */
export const fewRounds = `--import=${pathToFileURL(path.join(root, 'test/support/fewRounds.mjs')).href}`

/** A server on a database that a test has prepared. */
export const startServerOn = async (
  databaseUrl: string,
  dataDir = makeDataDir(),
  env: Record<string, string> = {},
): Promise<ServerProcess> => {
  const server = launch({
    env: {
      DATA_DIR: dataDir,
      DATABASE_OWNER_URL: databaseUrl,
      DATABASE_URL: asRuntime(databaseUrl),
      HOST: '127.0.0.1',
      NODE_OPTIONS: fewRounds,
      PAYLOAD_SECRET: process.env.PAYLOAD_SECRET ?? '',
      ...env,
    },
    port: await freePort(),
  })
  await untilReady(server, 400_000)
  return server
}
