// The proxy configuration that ships, in front of two processes: one after the other is stopped and started
// again while people read and write, and none of them notices.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { createStudy } from '../support/content.ts'
import { IS_FULL } from '../support/inShort.ts'
import { startPayload } from '../support/payload.ts'
import {
  fewRounds,
  freePort,
  launch,
  makeDataDir,
  root,
  untilReady,
  type ServerProcess,
} from '../support/process.ts'
import { createWorld, PASSWORD } from '../support/tenants.ts'

const hasCaddy = spawnSync('caddy', ['version']).status === 0
if (!hasCaddy) {
  process.stderr.write('Left out: the rolling restart, since there is no caddy here.\n')
}
const withCaddy = hasCaddy ? it : it.skip

const dataDir = makeDataDir()
const servers: { port: number; process: ServerProcess }[] = []
let env: Record<string, string>
let proxy: ChildProcess
let url: string
let study: string

const start = async (port: number): Promise<ServerProcess> => {
  const process = launch({ env, port })
  await untilReady(process, 170_000)
  return process
}

beforeAll(async () => {
  if (!hasCaddy) {
    return
  }
  const running = await startPayload()
  const { client } = await createWorld({ payload: running.payload })
  const { id } = await createStudy({ payload: running.payload, tenant: client.id, title: 'Public' })
  study = id
  await running.stop()
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  env = {
    DATABASE_URL: running.databaseUrl,
    DATA_DIR: dataDir,
    DRAIN_MS: '4000',
    HOST: '127.0.0.1',
    NODE_OPTIONS: fewRounds,
    PAYLOAD_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
    SERVER_URL: url,
    TRUST_PROXY: '1',
  }
  for (const _ of [1, 2]) {
    const own = await freePort()
    servers.push({ port: own, process: await start(own) })
  }
  proxy = spawn(
    'caddy',
    ['run', '--adapter', 'caddyfile', '--config', path.join(root, 'docs/operators/Caddyfile')],
    {
      env: {
        ...process.env,
        HOME: dataDir,
        PROXY_PORT: String(port),
        PROXY_UPSTREAMS: servers.map(({ port: own }) => `127.0.0.1:${own}`).join(' '),
      },
      stdio: 'ignore',
    },
  )
  while (!(await fetch(url).catch(() => null)));
}, 400_000)

afterAll(async () => {
  proxy?.kill('SIGTERM')
  for (const { process } of servers) {
    process.child.kill('SIGTERM')
    await process.exit
  }
  rmSync(dataDir, { force: true, recursive: true })
}, 60_000)

const logIn = async (): Promise<string> => {
  const response = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'editor@client.test', password: PASSWORD }),
  })
  return ((await response.json()) as { token: string }).token
}

withCaddy(
  'fails no request through a rolling restart',
  async () => {
    const headers = {
      authorization: `JWT ${await logIn()}`,
      'content-type': 'application/json',
    }
    const ways: [string, RequestInit][] = [
      ['/client', {}],
      ['/api/case-studies?limit=5', {}],
      [
        '/api/graphql',
        { method: 'POST', headers, body: '{"query":"{ CaseStudies { totalDocs } }"}' },
      ],
      [
        `/api/case-studies/${study}?draft=true`,
        { method: 'PATCH', headers, body: JSON.stringify({ summary: 'Changed' }) },
      ],
    ]
    const failed: unknown[] = []
    let answered = 0
    let isOver = false
    const people = ways.map(async ([to, init]) => {
      while (!isOver) {
        const answer = await fetch(url + to, init).then(
          async (response) => ({ status: response.status, text: await response.text() }),
          (err: unknown) => ({ status: 0, text: inspect(err) }),
        )
        answered += 1
        if (answer.status !== 200) {
          failed.push({ to, ...answer })
        }
        // A person does not ask without pause, and two cores also start a server meanwhile.
        await new Promise((resolve) => setTimeout(resolve, IS_FULL ? 25 : 100))
      }
    })
    for (const server of servers) {
      server.process.child.kill('SIGTERM')
      expect(await server.process.exit).toBe(0)
      server.process = await start(server.port)
      // Until the proxy has seen that it is back.
      await new Promise((resolve) => setTimeout(resolve, 5_000))
    }
    isOver = true
    await Promise.all(people)
    expect(failed).toEqual([])
    expect(answered).toBeGreaterThan(100)
  },
  200_000,
)
