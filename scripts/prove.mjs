// `npm run prove`: the proofs that need large numbers, in full. `npm test` runs them in short.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './lib.mjs'

const ATTEMPTS = process.env.VITRINE_ATTEMPTS ?? '12000'
const TIMES = process.env.VITRINE_TIMES ?? '10'

/** Every test file of which something runs in short (test/support/inShort.ts); parts by their folder. */
const shortened = [
  ...new Set(
    readdirSync(path.join(root, 'test'), { recursive: true })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('support'))
      .filter((name) => /\binShort\.ts'/.test(readFileSync(path.join(root, 'test', name), 'utf8')))
      .map((name) => (name.endsWith('.test.ts') ? name : `${path.dirname(name)}.test.ts`)),
  ),
].sort()

const PROOFS = [
  [`The walls, ${ATTEMPTS} generated attempts`, ['walls/agreement.test.ts']],
  [`Two processes, ${TIMES} times what the tests do`, ['process/twoProcesses.test.ts']],
  ['What runs in short otherwise: every question, every signal, outages of a minute', shortened],
]

for (const [what, tests] of PROOFS) {
  process.stdout.write(`${what} …\n`)
  const { status } = spawnSync(
    process.execPath,
    [
      '--conditions=production',
      path.join(root, 'scripts', 'test.mjs'),
      ...tests.map((name) => `test/${name}`),
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        VITRINE_ATTEMPTS: ATTEMPTS,
        VITRINE_FULL: '1',
        VITRINE_TIMES: TIMES,
      },
      stdio: 'inherit',
    },
  )
  process.exitCode ||= status ?? 1
}
