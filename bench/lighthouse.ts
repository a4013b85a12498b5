// Lighthouse on the demo's homes and one study of each client, on an emulated telephone.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { measure } from '../test/support/lighthouse.ts'

const RUNS = 3

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

export const bench = {
  about: 'Lighthouse scores of the demo’s homes and studies',
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
    const url = server.url.replace('localhost', '127.0.0.1')
    try {
      process.stdout.write(
        `Scores of ${RUNS} runs: performance · accessibility · best practices · SEO\n`,
      )
      for (const tenant of ['harbor', 'kiln', 'atlas']) {
        const list = await fetch(
          `${url}/api/case-studies?where[tenant.slug][equals]=${tenant}&limit=1`,
        )
        const { docs } = (await list.json()) as { docs: { slug: string }[] }
        for (const page of [`/${tenant}`, `/${tenant}/work/${docs[0]?.slug}`]) {
          const lines: string[] = []
          for (let run = 0; run < RUNS; run += 1) {
            const scores = await measure({ categories: CATEGORIES, url: url + page })
            lines.push(
              `${scores.performance}·${scores.accessibility}·${scores['best-practices']}·${scores.seo}`,
            )
          }
          process.stdout.write(`  ${page.padEnd(60)} ${lines.join('   ')}\n`)
        }
      }
    } finally {
      await server.stop()
      rmSync(dataDir, { force: true, recursive: true })
    }
  },
}
