// `npm run prove`: the proofs that need large numbers, in full. `npm test` runs them in short.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root } from './lib.mjs'

const ATTEMPTS = process.env.VITRINE_ATTEMPTS ?? '12000'
const TIMES = process.env.VITRINE_TIMES ?? '10'

/** See test/support/inShort.ts. */
const CLASS_TESTS =
  '(fieldRules|fieldQuestions|hiddenReferences|canaries|canaryPreviews|browser/demo)\\.test'

const PROOFS = [
  [`The walls, ${ATTEMPTS} generated attempts`, 'test/walls/agreement'],
  ['The class tests, every question as everybody', CLASS_TESTS],
  [`Two processes, ${TIMES} times what the tests do`, 'test/process/twoProcesses'],
]

for (const [what, test] of PROOFS) {
  process.stdout.write(`${what} …\n`)
  const { status } = spawnSync(
    process.execPath,
    ['--conditions=production', path.join(root, 'scripts', 'test.mjs'), test],
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
