// What it costs that an answer names nothing its caller may not read: the same requests of one
// server on the demo, as nobody, with the hook that takes such references out and without it, taken
// in turns.
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { CollectionSlug, Payload } from 'payload'
import { actAsPlatform } from '../access/claims.ts'
import { startEmbedded } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import { ensureRuntimeRole, registerContextKey } from '../src/database/runtimeRole.ts'
import { createApp } from '../src/http/app.ts'
import { createLifecycle } from '../src/http/lifecycle.ts'
import { listen } from '../src/http/listen.ts'
import { closePayload } from '../src/database/closePayload.ts'
import { median } from './rls/search.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 12)
const REQUESTS = Number(process.env.REQUESTS ?? 20)

const SIDES = ['with', 'without'] as const
type Side = (typeof SIDES)[number]
type Times = Map<string, Record<Side, number[]>>

export const bench = {
  about: 'answers that name nothing hidden: lists of studies with and without the hook',
  run: async ({ root }: { root: string }): Promise<void> => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'vitrine-bench-'))
    chmodSync(dataDir, 0o755)
    const secret = randomBytes(24).toString('hex')
    Object.assign(process.env, { DATA_DIR: dataDir, LOG_LEVEL: 'error', PAYLOAD_SECRET: secret })
    const cluster = await startEmbedded({ dataDir })
    try {
      await migrate({ ownerUrl: cluster.url, root })
      await registerContextKey({ ownerUrl: cluster.url, secret })
      process.env.DATABASE_URL = await ensureRuntimeRole({ ownerUrl: cluster.url, secret })
      actAsPlatform()
      await compare()
    } finally {
      await cluster.stop()
      rmSync(dataDir, { force: true, recursive: true })
    }
  },
}

const compare = async (): Promise<void> => {
  const { default: config } = await import('../payload.config.ts')
  const { getPayload } = await import('payload')
  const payload = await getPayload({ config })
  const { seedDemo } = await import('../src/seed/index.ts')
  await seedDemo({ payload })
  const server = createServer((req, res) => {
    void getRequestListener(app.fetch, { overrideGlobalObjects: false })(req, res)
  })
  const lifecycle = createLifecycle()
  lifecycle.state = 'ready'
  const app = createApp({
    config,
    files: () => Promise.resolve(new Response(null, { status: 404 })),
    getPayload: () => payload,
    directory: { isTenantHost: () => Promise.resolve(false) },
    serverUrl: '',
    trustProxy: false,
    lifecycle,
    pages: () => Promise.resolve(new Response(null, { status: 404 })),
  })
  const port = await listen({ host: '127.0.0.1', port: 0, server })
  try {
    report(
      await measure({
        choose: await switchFor(payload),
        url: `http://127.0.0.1:${port}/api/case-studies`,
      }),
    )
  } finally {
    server.closeAllConnections()
    server.close()
    await closePayload({ payload })
  }
}

const WAYS = [0, 1, 2].map((depth) => ({
  name: `list of ten, depth ${depth}`,
  query: `?limit=10&depth=${depth}`,
}))

/** Takes the hook out of every collection, or puts it back. */
const switchFor = async (payload: Payload): Promise<(side: Side) => void> => {
  const { afterRead } = await import('../collections/shared/reads/index.ts')
  const all = Object.keys(payload.collections).map((slug) => {
    const { hooks } = payload.collections[slug as CollectionSlug].config
    const without = hooks.afterOperation.filter((hook) => hook !== afterRead)
    return { hooks, sides: { with: hooks.afterOperation, without } }
  })
  if (all.every(({ sides }) => sides.with.length === sides.without.length)) {
    throw new Error('No collection is read with the hook.')
  }
  return (side) => all.forEach(({ hooks, sides }) => (hooks.afterOperation = sides[side]))
}

/** One median a round and side; the sides take turns, request by request. */
const measure = async ({
  choose,
  url,
}: {
  choose: (side: Side) => void
  url: string
}): Promise<Times> => {
  const times: Times = new Map(WAYS.map(({ name }) => [name, { with: [], without: [] }]))
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const { name, query } of WAYS) {
      const samples: Record<Side, number[]> = { with: [], without: [] }
      for (let index = 0; index < REQUESTS; index += 1) {
        for (const side of index % 2 === 0 ? SIDES : [...SIDES].reverse()) {
          choose(side)
          const began = performance.now()
          const response = await fetch(url + query)
          const { docs } = (await response.json()) as { docs?: unknown[] }
          samples[side].push(performance.now() - began)
          if (docs?.length !== 10) {
            throw new Error(`${name} answered ${response.status} with ${docs?.length} studies.`)
          }
        }
      }
      // The first rounds warm up and do not count.
      if (round >= 0) {
        SIDES.forEach((side) => times.get(name)![side].push(median(samples[side])))
      }
    }
  }
  return times
}

const report = (times: Times): void => {
  process.stdout.write(
    `As nobody; medians of ${ROUNDS} rounds of ${REQUESTS} requests to each side, taken in turns.\n`,
  )
  for (const [name, { with: on, without: off }] of times) {
    const ratios = on.map((value, index) => value / off[index]!).sort((a, b) => a - b)
    process.stdout.write(
      `  ${name}  without ${median(off).toFixed(2)} ms  with ${median(on).toFixed(2)} ms  ` +
        `×${median(ratios).toFixed(2)}  (${ratios[0]!.toFixed(2)}–${ratios.at(-1)!.toFixed(2)})\n`,
    )
  }
}
