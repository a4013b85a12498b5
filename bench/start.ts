// What the first start takes, and its parts: `npm start` in a clone that has nothing yet, until it is ready. Each
// part is printed as its share of the whole, so that machines of different speed can be compared.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { median } from './rls/search.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 1)

/** Seconds that the terminal names, by what they were for; and the whole. */
type Times = Map<string, number>

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const startOnce = async (root: string): Promise<Times> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-bench-'))
  try {
    execFileSync('git', ['clone', '--quiet', root, path.join(folder, 'clone')])
    // Named from here: what runs this sets some for itself.
    const { HOME, PATH } = process.env
    const began = performance.now()
    const child = spawn('npm', ['start'], {
      cwd: path.join(folder, 'clone'),
      env: { HOME, NODE_ENV: undefined, PATH, PORT: String(await freePort()) } as never,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${said}`)))
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes('Vitrine is ready.')) {
          resolve()
        }
      })
    })
    const whole = (performance.now() - began) / 1000
    child.kill('SIGTERM')
    await exit
    const parts = [...said.matchAll(/^ {2}(\S.*): ([\d.]+) s$/gm)]
    return new Map([
      ...parts.map(([, what, seconds]): [string, number] => [what!, Number(seconds)]),
      ['all of it', whole],
    ])
  } finally {
    rmSync(folder, { force: true, recursive: true })
  }
}

const run = async ({ root }: { root: string }): Promise<void> => {
  const rounds: Times[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push(await startOnce(root))
  }
  const whole = median(rounds.map((times) => times.get('all of it') ?? 0))
  process.stdout.write(`\nThe first start, median of ${ROUNDS}:\n\n`)
  for (const what of rounds[0]!.keys()) {
    const seconds = median(rounds.map((times) => times.get(what) ?? 0))
    process.stdout.write(
      `  ${what.padEnd(44)} ${seconds.toFixed(1).padStart(6)} s   ${((100 * seconds) / whole).toFixed(0).padStart(3)} %\n`,
    )
  }
}

export const bench = {
  about: 'the first start of a fresh clone, and what its parts take',
  run,
}
