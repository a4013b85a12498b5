// What a request costs by the way it takes: an empty route, a cached page of a site, one study and a
// list of ten through REST, the same through GraphQL. One server, one client, taken in turns.
import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const ROUNDS = 12
const REQUESTS = 40

type Way = { name: string; request: () => Promise<Response> }

export const bench = {
  about: 'requests by the way they take, as multiples of an empty route',
  run: async ({ root }: { root: string }): Promise<void> => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'vitrine-bench-'))
    chmodSync(dataDir, 0o755)
    Object.assign(process.env, {
      DATA_DIR: dataDir,
      PORT: '0',
      HOST: '127.0.0.1',
      VITRINE_QUIET: '1',
    })
    delete process.env.DATABASE_URL
    const { readEnvironment } = await import('../src/env.ts')
    const { startServer } = await import('../src/server.ts')
    const server = await startServer({ environment: readEnvironment({ root }), root })
    try {
      report(await measure(await waysOf(server.url.replace('localhost', '127.0.0.1'))))
    } finally {
      await server.stop()
      rmSync(dataDir, { force: true, recursive: true })
    }
  },
}

const waysOf = async (url: string): Promise<Way[]> => {
  const where = 'where[tenant.slug][equals]=harbor'
  const list = (await (await fetch(`${url}/api/case-studies?${where}&limit=1`)).json()) as {
    docs: { slug: string }[]
  }
  const slug = list.docs[0]?.slug
  if (!slug) {
    throw new Error('The demo has no public study to measure with.')
  }
  const query = `{ CaseStudies(where: {slug: {equals: "${slug}"}}, limit: 1) { docs { title headline outcomes { label value } } } }`
  return [
    { name: 'empty route', request: () => fetch(`${url}/healthz`) },
    { name: 'cached study page', request: () => fetch(`${url}/harbor/work/${slug}`) },
    {
      name: 'REST, one study',
      request: () =>
        fetch(
          `${url}/api/case-studies?${where}&where[slug][equals]=${slug}&limit=1&pagination=false`,
        ),
    },
    {
      name: 'REST, list of ten',
      request: () => fetch(`${url}/api/case-studies?${where}&limit=10`),
    },
    {
      name: 'GraphQL, one study',
      request: () =>
        fetch(`${url}/api/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        }),
    },
  ]
}

/** Milliseconds per request, one median per round; the ways take turns within each round. */
const measure = async (ways: Way[]): Promise<Map<string, number[]>> => {
  const times = new Map<string, number[]>(ways.map(({ name }) => [name, []]))
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const { name, request } of ways) {
      const samples: number[] = []
      for (let index = 0; index < REQUESTS; index += 1) {
        const began = performance.now()
        const response = await request()
        await response.arrayBuffer()
        if (!response.ok) {
          throw new Error(`${name} answered ${response.status}`)
        }
        samples.push(performance.now() - began)
      }
      // The first round warms up and does not count.
      if (round >= 0) {
        times.get(name)?.push(median(samples))
      }
    }
  }
  return times
}

const report = (times: Map<string, number[]>): void => {
  const floor = median(times.get('empty route') ?? [])
  process.stdout.write(
    `Medians of ${ROUNDS} rounds of ${REQUESTS} requests, one connection, taken in turns.\n`,
  )
  for (const [name, rounds] of times) {
    const value = median(rounds)
    process.stdout.write(
      `  ${name.padEnd(20)} ${value.toFixed(2).padStart(7)} ms  ×${(value / floor).toFixed(1).padStart(5)}  (${Math.min(...rounds).toFixed(2)}–${Math.max(...rounds).toFixed(2)})\n`,
    )
  }
}

const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
