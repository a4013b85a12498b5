// Starting and stopping, as a person at a terminal or a process manager does it.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import path from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import {
  freePort,
  launch,
  makeDataDir,
  untilReady,
  type ServerProcess,
} from '../support/process.ts'

const dataDir = makeDataDir()
const servers: ServerProcess[] = []
const start = async (env: Record<string, string> = {}): Promise<ServerProcess> => {
  const server = launch({ env: { DATA_DIR: dataDir, ...env }, port: await freePort() })
  servers.push(server)
  return server
}
const pidFile = path.join(dataDir, 'postgres', 'postmaster.pid')

afterAll(async () => {
  for (const { child, exit } of servers) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await exit
    }
  }
  rmSync(dataDir, { force: true, recursive: true })
})

describe('the server process', () => {
  it('starts on an empty folder, finishes running requests on SIGTERM, and stops its database', async () => {
    const server = await start()
    await untilReady(server)
    expect(server.output()).toContain('Vitrine is ready.')
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)

    const slow = await beginRequest(server)
    server.child.kill('SIGTERM')
    await untilRefused(server)
    const answer = await slow.finish()
    expect(answer).toMatch(/^HTTP\/1\.1 401/)
    expect(await server.exit).toBe(0)
    expect(existsSync(pidFile)).toBe(false)
  }, 180_000)

  it('starts again after kill -9, on the database that was left running', async () => {
    const killed = await start()
    await untilReady(killed)
    killed.child.kill('SIGKILL')
    await killed.exit
    expect(existsSync(pidFile)).toBe(true)

    const next = await start()
    await untilReady(next)
    expect(next.output()).not.toContain('Migrating')

    // Its database dies, three times, and is started again each time.
    for (let died = 1; died <= 3; died += 1) {
      const [pid] = readFileSync(pidFile, 'utf8').split('\n')
      process.kill(Number(pid), 'SIGKILL')
      while (next.output().split('is back.').length <= died) {
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      await untilReady(next)
      expect((await fetch(`${next.url}/api/users/me`)).status).toBe(200)
    }
    next.child.kill('SIGINT')
    expect(await next.exit).toBe(0)
    expect(existsSync(pidFile)).toBe(false)
  }, 180_000)
})

describe('commands', () => {
  it('start the embedded database, do their work and stop it again', async () => {
    const { run } = await import('../../scripts/lib.mjs')
    const code = await run(
      process.execPath,
      [
        '--conditions=production',
        'scripts/run.mjs',
        'src/import.ts',
        'plugins/importer/fixtures/hugo',
        '--tenant',
        'nobody',
      ],
      {
        env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', NODE_OPTIONS: '' },
        stdio: 'ignore',
      },
    )
    // A tenant that does not exist is the caller's mistake: 1, after a sentence, with the database stopped.
    expect(code).toBe(1)
    expect(existsSync(pidFile)).toBe(false)
  }, 60_000)
})

describe('what is in the way', () => {
  const refused = async (env: Record<string, string>, port?: number) => {
    const server = launch({ env: { DATA_DIR: dataDir, ...env }, port: port ?? (await freePort()) })
    const code = await server.exit
    return {
      code,
      said: server
        .output()
        .split('\n')
        .filter((line) => line.startsWith('✗')),
    }
  }

  it('a taken port', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port))
    })
    const result = await refused({}, port)
    other.close()
    expect(result).toEqual({ code: 1, said: [expect.stringContaining(`Port ${port} is taken.`)] })
  }, 60_000)

  it('an unreachable database', async () => {
    const result = await refused({
      DATABASE_URL: `postgres://u:secret@127.0.0.1:${await freePort()}/x`,
      HOST: '127.0.0.1',
    })
    expect(result).toEqual({
      code: 1,
      said: [expect.stringContaining('cannot be reached (ECONNREFUSED)')],
    })
    expect(result.said[0]).not.toContain('secret')
  }, 60_000)

  it('a folder that is none', async () => {
    const file = path.join(dataDir, 'a-file')
    writeFileSync(file, '')
    const result = await refused({ DATA_DIR: path.join(file, 'data') })
    expect(result).toEqual({ code: 1, said: [expect.stringContaining('cannot be written to')] })
  }, 60_000)

  it('a public address without its name', async () => {
    const result = await refused({ DATABASE_URL: 'postgres://u:secret@127.0.0.1:5/x' })
    expect(result).toEqual({ code: 1, said: [expect.stringContaining('Set SERVER_URL to')] })
  }, 60_000)

  it('a secret that is too short', async () => {
    const result = await refused({ PAYLOAD_SECRET: 'only-thirty-one-characters-long' })
    expect(result).toEqual({
      code: 1,
      said: [expect.stringContaining('PAYLOAD_SECRET is shorter than 32 characters')],
    })
  }, 60_000)

  it('a malformed variable', async () => {
    const result = await refused({ SERVER_URL: 'cms.example.com' })
    expect(result).toEqual({
      code: 1,
      said: [expect.stringContaining('SERVER_URL is “cms.example.com”')],
    })
  }, 60_000)
})

/** Sends the head and half of the body of a log-in; `finish` sends the rest and reads the answer. */
const beginRequest = async ({ url }: ServerProcess): Promise<{ finish: () => Promise<string> }> => {
  const { hostname, port } = new URL(url)
  const body = JSON.stringify({ email: 'nobody@example.com', password: 'not-the-password' })
  const socket = await new Promise<Socket>((resolve) => {
    const opened = connect(Number(port), hostname, () => resolve(opened))
  })
  socket.write(
    `POST /api/users/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
  )
  socket.write(body.slice(0, 10))
  // The server has begun with it once it has read the head.
  await new Promise((resolve) => setTimeout(resolve, 500))
  return {
    finish: () =>
      new Promise((resolve, reject) => {
        let answer = ''
        socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
        socket.on('close', () => resolve(answer))
        socket.on('error', reject)
        socket.write(body.slice(10))
      }),
  }
}

const untilRefused = async ({ url }: ServerProcess): Promise<void> => {
  const { hostname, port } = new URL(url)
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isRefused = await new Promise<boolean>((resolve) => {
      const socket = connect(Number(port), hostname)
      socket.once('connect', () => {
        socket.destroy()
        resolve(false)
      })
      socket.once('error', () => resolve(true))
    })
    if (isRefused) {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The server went on accepting connections.')
}
