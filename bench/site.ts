// What readers wait for, by how an answer comes about: pages served from memory beside a bare route of the same size,
// beside the same page as Next made it before, and the moments between a change and what readers get.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import autocannon from 'autocannon'
import { median } from './rls/search.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 7)
const SECONDS = Number(process.env.SECONDS ?? 2)
const CHANGES = Number(process.env.CHANGES ?? 15)
const CONNECTIONS = 8
/** The last commit whose sites were rendered by Next. */
const BEFORE = process.env.BEFORE ?? 'f7afaff'

type Server = { name: string; url: string; child: ChildProcess }
type Way = { name: string; url: string; headers?: Record<string, string> }

export const bench = {
  about: 'pages of the sites from memory, beside a bare route, Next as it was, and after changes',
  run: async ({ root }: { root: string }): Promise<void> => {
    const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-bench-'))
    chmodSync(folder, 0o755)
    const servers: Server[] = []
    try {
      const now = await startVitrine({ name: 'now', dataDir: path.join(folder, 'now'), root })
      servers.push(now)
      const page = `${now.url}/harbor/work/${await slugOf(now)}`
      const bytes = Buffer.byteLength(await (await fetch(page)).text())
      const bare = await startBare({ bytes, root })
      servers.push(bare)
      const before = await startBefore({ folder, root })
      if (before) {
        servers.push(before)
      }
      await rates({ bare, before, now, page })
      memory(servers)
      await moments(now)
    } finally {
      for (const { child } of servers) {
        child.kill('SIGTERM')
      }
      await wait(3_000)
      rmSync(folder, { force: true, recursive: true })
    }
  },
}

const rates = async ({
  bare,
  before,
  now,
  page,
}: {
  bare: Server
  before: Server | null
  now: Server
  page: string
}): Promise<void> => {
  const gzip = { 'accept-encoding': 'gzip' }
  const etag = (await fetch(page)).headers.get('etag') ?? ''
  const BARE = 'empty Hono route, as many bytes'
  const ways: Way[] = [
    { name: BARE, url: bare.url },
    { name: '/healthz', url: `${now.url}/healthz` },
    { name: 'warm page', url: page },
    { name: 'warm page, gzip', url: page, headers: gzip },
    { name: 'warm page, not modified', url: page, headers: { 'if-none-match': etag } },
    ...(before
      ? [
          { name: 'the same through Next', url: page.replace(now.url, before.url) },
          {
            name: 'the same through Next, gzip',
            url: page.replace(now.url, before.url),
            headers: gzip,
          },
        ]
      : []),
  ]
  const measured = new Map<string, number[]>(ways.map(({ name }) => [name, []]))
  // The first round warms up and does not count.
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const { headers = {}, name, url } of ways) {
      const { non2xx, requests, statusCodeStats } = await autocannon({
        url,
        connections: CONNECTIONS,
        duration: SECONDS,
        headers,
      })
      const others = non2xx - (statusCodeStats?.['304']?.count ?? 0)
      if (others > 0) {
        throw new Error(`${name}: ${others} answers were no success.`)
      }
      if (round >= 0) {
        measured.get(name)!.push(requests.average)
      }
    }
  }
  const floor = median(measured.get(BARE)!)
  print(`Requests a second, ${CONNECTIONS} connections, medians of ${ROUNDS} rounds in turns.`)
  for (const [name, rounds] of measured) {
    const value = median(rounds)
    print(
      `  ${name.padEnd(34)} ${value.toFixed(0).padStart(7)}  ×${(value / floor).toFixed(3)}  (${Math.min(...rounds).toFixed(0)}–${Math.max(...rounds).toFixed(0)})`,
    )
  }
  const of = (name: string) => median(measured.get(name) ?? [])
  print(`  warm page / /healthz: ${(of('warm page') / of('/healthz')).toFixed(2)}`)
  if (before) {
    print(
      `  warm page / through Next: ${(of('warm page') / of('the same through Next')).toFixed(1)}, gzip: ${(of('warm page, gzip') / of('the same through Next, gzip')).toFixed(1)}`,
    )
  }
}

/** Of the whole process, as the kernel counts it. */
const memory = (servers: Server[]): void => {
  for (const { child, name } of servers) {
    const [, kilobytes] =
      /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
    print(`  ${name}: ${(Number(kilobytes) / 1024).toFixed(0)} MiB`)
  }
}

/** From the answer to a change until the first page that shows it, in milliseconds. */
const moments = async (server: Server): Promise<void> => {
  const login = await fetch(`${server.url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'editor@harbor.test', password: 'vitrine-demo' }),
  })
  const { token } = (await login.json()) as { token: string }
  const slug = await slugOf(server)
  const query = `where[slug][equals]=${slug}&where[tenant.slug][equals]=harbor&limit=1&depth=0`
  const list = (await (await fetch(`${server.url}/api/case-studies?${query}`)).json()) as {
    docs: { id: string; title: string }[]
  }
  const { id, title } = list.docs[0]!
  const rename = async (to: string): Promise<void> => {
    const response = await fetch(`${server.url}/api/case-studies/${id}`, {
      method: 'PATCH',
      headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ title: to, _status: 'published' }),
    })
    if (!response.ok) {
      throw new Error(await response.text())
    }
    await response.arrayBuffer()
  }
  const times: number[] = []
  for (let index = 0; index < CHANGES; index += 1) {
    await (await fetch(`${server.url}/harbor/work/${slug}`)).arrayBuffer()
    const to = `${title} ${index}`
    await rename(to)
    const began = performance.now()
    while (!(await (await fetch(`${server.url}/harbor/work/${slug}`)).text()).includes(`>${to}<`)) {
      await wait(2)
    }
    times.push(performance.now() - began)
  }
  await rename(title)
  print(
    `From a change's answer to the first page that shows it, ${CHANGES} times: median ${median(times).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms`,
  )
}

const slugOf = async ({ url }: Server): Promise<string> => {
  const query = 'where[tenant.slug][equals]=harbor&limit=1&sort=slug'
  const { docs } = (await (await fetch(`${url}/api/case-studies?${query}`)).json()) as {
    docs: { slug: string }[]
  }
  return docs[0]!.slug
}

const startVitrine = async ({
  dataDir,
  name,
  root,
}: {
  dataDir: string
  name: string
  root: string
}): Promise<Server> => {
  const { HOME, PATH } = process.env
  return start({
    name,
    args: ['--conditions=production', 'scripts/serve.mjs'],
    cwd: root,
    env: { HOME, PATH, DATA_DIR: dataDir, HOST: '127.0.0.1' },
    path: '/readyz',
  })
}

const startBare = ({ bytes, root }: { bytes: number; root: string }): Promise<Server> =>
  start({
    name: 'bare',
    args: [
      '--input-type=module',
      '--eval',
      `import { serve } from '@hono/node-server'
       import { Hono } from 'hono'
       const body = Buffer.alloc(${bytes}, 'a')
       serve({
         fetch: new Hono().get('/', (c) => c.body(body)).fetch,
         hostname: '127.0.0.1',
         port: Number(process.env.PORT),
       })`,
    ],
    cwd: root,
    env: { PATH: process.env.PATH },
    path: '/',
  })

/** Null, with a reason, where that commit is not at hand. */
const startBefore = async ({
  folder,
  root,
}: {
  folder: string
  root: string
}): Promise<Server | null> => {
  const clone = path.join(folder, 'before')
  try {
    execFileSync('git', ['clone', '--quiet', root, clone])
    execFileSync('git', ['checkout', '--quiet', BEFORE], { cwd: clone, stdio: 'pipe' })
  } catch {
    print(`The commit ${BEFORE} is not here, so nothing is measured through Next.`)
    return null
  }
  cpSync(path.join(root, 'node_modules'), path.join(clone, 'node_modules'), { recursive: true })
  if (!existsSync(path.join(clone, '.next'))) {
    execFileSync('npm', ['run', 'build'], { cwd: clone, stdio: 'pipe' })
  }
  return startVitrine({ name: 'before', dataDir: path.join(folder, 'data-before'), root: clone })
}

const start = async ({
  args,
  cwd,
  env,
  name,
  path: asked,
}: {
  args: string[]
  cwd: string
  env: Record<string, string | undefined>
  name: string
  path: string
}): Promise<Server> => {
  const port = String(await freePort())
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...env, PORT: port } as never,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    const answer = await fetch(url + asked).catch(() => null)
    if (answer?.ok) {
      return { name, url, child }
    }
    if (child.exitCode !== null) {
      throw new Error(`The server “${name}” ended with ${child.exitCode}.`)
    }
    await wait(100)
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const print = (line: string): void => void process.stdout.write(`${line}\n`)
