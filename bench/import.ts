// What the public pages cost while two imports run, one of them with something that is made to be too much.
// The demo's server in a process of its own; with and without imports in turns.
import { zipSync } from 'fflate'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { HOSTILE_TEXTS, MIB, writeExport } from '../plugins/importer/testSources.ts'
import { memoryOf } from '../src/importing/memoryOf.ts'
import { demoOf } from '../test/support/demo.ts'
import { freePort, makeDataDir, untilReady, type ServerProcess } from '../test/support/process.ts'

const SECONDS = Number(process.env.SECONDS ?? 30)
const CALM_DOCUMENTS = 300
const PAUSE_MS = 15

const KINDS = ['many lines', 'open emphasis', 'deep lists', 'large export'] as const

type Times = { alone: number[]; beside: number[] }

export const bench = {
  about: 'public pages while two imports run, one of them hostile, beside the same pages without',
  run: async ({ root }: { root: string }): Promise<void> => {
    const dataDir = makeDataDir()
    const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-bench-'))
    const server = start({ dataDir, port: await freePort(), root })
    try {
      await untilReady(server, 400_000)
      const demo = demoOf(server)
      const token = await demo.logIn('owner@northlight.test')
      const pages = await pagesOf(server)
      // Some times each, so that none is made for the first time while it is measured.
      for (const page of [...pages, ...pages, ...pages]) {
        await (await fetch(server.url + page)).arrayBuffer()
      }
      const sum: Times = { alone: [], beside: [] }
      for (const [round, kind] of KINDS.entries()) {
        const alone = await measure({ pages, seconds: SECONDS, server })
        const imports = await startImports({ folder, kind, round, server, token })
        const beside = await measure({ pages, seconds: SECONDS, server })
        report({ kind, times: { alone, beside } })
        const running = imports.running()
        process.stdout.write(`    ${running} of 2 ran to the end of it; ${await imports.ended()}\n`)
        sum.alone.push(...alone)
        sum.beside.push(...beside)
      }
      report({ kind: 'all of it', times: sum })
      process.stdout.write(
        `\nOn ${availableParallelism()} cores, with a load of ${loadavg()[0]!.toFixed(1)} at the end.\n`,
      )
    } finally {
      server.child.kill('SIGTERM')
      await server.exit
      rmSync(dataDir, { force: true, recursive: true })
      rmSync(folder, { force: true, recursive: true })
    }
  },
}

/** The demo as people start it, on an embedded database of its own. */
const start = ({
  dataDir,
  port,
  root,
}: {
  dataDir: string
  port: number
  root: string
}): ServerProcess => {
  const { DATABASE_URL: _, NODE_OPTIONS: __, ...env } = process.env
  const child = spawn(
    process.execPath,
    ['--conditions=production', path.join(root, 'scripts', 'serve.mjs')],
    {
      cwd: root,
      env: { ...env, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return {
    child,
    exit: new Promise((resolve) => child.once('exit', resolve)),
    output: () => output,
    url: `http://127.0.0.1:${port}`,
  }
}

type Page = string

/** The homes and a study of each client of the demo, and what their lists are made of. */
const pagesOf = async (server: ServerProcess): Promise<Page[]> => {
  const pages: Page[] = []
  for (const tenant of ['harbor', 'kiln', 'atlas', 'northlight']) {
    const list = `/api/case-studies?where[tenant.slug][equals]=${tenant}&limit=2`
    const { docs } = (await (await fetch(server.url + list)).json()) as { docs: { slug: string }[] }
    pages.push(`/${tenant}`, list, ...docs.map(({ slug }) => `/${tenant}/work/${slug}`))
  }
  return pages
}

/** @returns milliseconds of each request: one visitor, who looks at one page after the other. */
const measure = async ({
  pages,
  seconds,
  server,
}: {
  pages: Page[]
  seconds: number
  server: ServerProcess
}): Promise<number[]> => {
  const times: number[] = []
  for (
    let index = 0, end = performance.now() + seconds * 1000;
    performance.now() < end;
    index += 1
  ) {
    const page = pages[index % pages.length]!
    const began = performance.now()
    const response = await fetch(server.url + page)
    await response.arrayBuffer()
    times.push(performance.now() - began)
    if (!response.ok) {
      throw new Error(`${page} answered ${response.status}`)
    }
    await delay(PAUSE_MS)
  }
  return times
}

type Running = {
  /** How many of them are under way. */
  running: () => number
  /** Waits for all, and says how each ended and what it cost the server. */
  ended: () => Promise<string>
}

/** One that is as it should be, and one that is not, into two tenants. */
const startImports = async ({
  folder,
  kind,
  round,
  server,
  token,
}: {
  folder: string
  kind: (typeof KINDS)[number]
  round: number
  server: ServerProcess
  token: string
}): Promise<Running> => {
  const before = await memoryOf(server.child.pid!)
  let most = before
  const watching = setInterval(() => {
    void memoryOf(server.child.pid!).then((bytes) => (most = Math.max(most, bytes)))
  }, 250)
  const calm = zipped(
    Array.from({ length: CALM_DOCUMENTS }, (_, index) => [
      `round-${round}/${index}.md`,
      `---\ntitle: Round ${round}, ${index}\n---\n${'A paragraph with *some* [words](/a).\n\n'.repeat(20)}`,
    ]),
  )
  const hostile = await hostileOf({ folder, kind, round })
  const both = [
    send({ bytes: calm, name: `round-${round}.zip`, server, tenant: 'harbor', token }),
    send({ ...hostile, server, tenant: 'kiln', token }),
  ]
  let left = both.length
  const sentences = both.map(({ last }) => last.finally(() => (left -= 1)))
  await Promise.all(both.map(({ hasBegun }) => hasBegun))
  return {
    ended: async () => {
      const said = await Promise.all(sentences)
      clearInterval(watching)
      const [from, to] = [before, most].map((bytes) => (bytes / MIB).toFixed(0))
      return `server ${from} → at most ${to} MB.\n      calm: ${said[0]}\n      hostile: ${said[1]}`
    },
    running: () => left,
  }
}

const zipped = (files: [name: string, text: string][]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(([name, text]) => [name, Buffer.from(text)])))

const hostileOf = async ({
  folder,
  kind,
  round,
}: {
  folder: string
  kind: (typeof KINDS)[number]
  round: number
}): Promise<{ bytes: Uint8Array; name: string }> => {
  if (kind === 'large export') {
    const file = path.join(folder, 'large.xml')
    await writeExport({ bytes: 103 * MIB, file, posts: 400 })
    return { bytes: readFileSync(file), name: 'large.xml' }
  }
  // The first one says when it has begun, the second one never ends.
  const text = `---\ntitle: Hostile ${round}\n---\n${HOSTILE_TEXTS[kind]}`
  const files: [string, string][] = [
    [`hostile-${round}/a.md`, `---\ntitle: Before ${round}\n---\nText`],
    [`hostile-${round}/b.md`, text],
  ]
  return { bytes: zipped(files), name: `hostile-${round}.zip` }
}

/** @returns when its first line has come, and what its last one says. */
const send = ({
  bytes,
  name,
  server,
  tenant,
  token,
}: {
  bytes: Uint8Array
  name: string
  server: ServerProcess
  tenant: string
  token: string
}): { hasBegun: Promise<void>; last: Promise<string> } => {
  let begin: () => void = () => undefined
  const hasBegun = new Promise<void>((resolve) => (begin = resolve))
  const last = (async () => {
    const headers = { authorization: `JWT ${token}` }
    const found = await fetch(`${server.url}/api/tenants?where[slug][equals]=${tenant}`, {
      headers,
    })
    const { docs } = (await found.json()) as { docs: { id: string }[] }
    const body = new FormData()
    body.append('file', new Blob([bytes as never]), name)
    body.append('_payload', JSON.stringify({ mode: 'draft', tenant: docs[0]?.id }))
    const response = await fetch(`${server.url}/api/importer`, { body, headers, method: 'POST' })
    let said = ''
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      begin()
      said = (said + Buffer.from(chunk).toString()).slice(-2 * MIB)
    }
    return sentenceOf(said.trim().split('\n').at(-1) ?? '')
  })().finally(() => begin())
  return { hasBegun, last }
}

const sentenceOf = (line: string): string => {
  const { message, report: done } = JSON.parse(line) as {
    message?: string
    report?: { documents: { reason?: string }[]; seconds: number; totals: Record<string, number> }
  }
  const reason = done?.documents.find((document) => document.reason)?.reason
  return done
    ? `${Object.entries(done.totals)
        .filter(([, count]) => count > 0)
        .map(([status, count]) => `${count} ${status}`)
        .join(', ')} in ${done.seconds.toFixed(0)} s${reason ? `: ${reason}` : ''}`
    : (message ?? line.slice(0, 300))
}

const report = ({ kind, times: { alone, beside } }: { kind: string; times: Times }): void => {
  const ms = (value: number): string => `${value.toFixed(1).padStart(6)} ms`
  const line = (share: number): string => {
    const [a, b] = [quantile(alone, share), quantile(beside, share)]
    return `p${share * 100} ${ms(a)} → ${ms(b)} ×${(b / a).toFixed(2)}`
  }
  process.stdout.write(
    `  ${kind.padEnd(14)} ${line(0.5)}   ${line(0.95)}   (${alone.length} and ${beside.length} requests)\n`,
  )
}

const quantile = (values: number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
