// `npm run prove`: the proofs that need large numbers, in full. `npm test` runs them in short.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root } from './lib.mjs'

const ATTEMPTS = process.env.VITRINE_ATTEMPTS ?? '12000'

process.stdout.write(`The walls, ${ATTEMPTS} generated attempts …\n`)
const { status } = spawnSync(
  process.execPath,
  ['--conditions=production', path.join(root, 'scripts', 'test.mjs'), 'test/walls/agreement'],
  { cwd: root, env: { ...process.env, VITRINE_ATTEMPTS: ATTEMPTS }, stdio: 'inherit' },
)
process.exitCode = status ?? 1
