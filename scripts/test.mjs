// `npm test`: types, lint, format, dead exports, the build, and every test. The last line counts.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureBuilt, ensureInstalled, requireNode, root, run, runCaptured } from './lib.mjs'

requireNode()
await ensureInstalled()

const bin = (name) => path.join(root, 'node_modules', '.bin', name)
const totals = { passed: 0, failed: 0, skipped: 0 }
const only = process.argv.slice(2)

/** Where the time goes, in seconds: these are the ones to look at when the whole takes too long. */
const tellSlowest = (files) => {
  const slowest = files
    .map(({ endTime, name, startTime }) => [
      (endTime - startTime) / 1000,
      path.relative(root, name),
    ])
    .sort(([a], [b]) => b - a)
    .slice(0, 10)
  process.stdout.write('\nThe ten slowest files:\n')
  for (const [seconds, name] of slowest) {
    process.stdout.write(`  ${seconds.toFixed(0).padStart(4)} s  ${name}\n`)
  }
}

const check = async (what, command, args) => {
  const began = Date.now()
  const { code, output } = await runCaptured(command, args)
  const isFine = code === 0
  totals[isFine ? 'passed' : 'failed'] += 1
  process.stdout.write(
    `${isFine ? '✓' : '✗'} ${what}: ${((Date.now() - began) / 1000).toFixed(0)} s\n`,
  )
  process.stdout.write(output)
}

const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-results-'))
const report = path.join(folder, 'jest.json')
/** Made when the build is done: what needs one waits for it. */
const built = path.join(folder, 'built')

const build = async () => {
  await ensureBuilt()
  writeFileSync(built, '')
}

const checkAll = async () => {
  await check('Lint and types', bin('oxlint'), [
    '--type-aware',
    '--type-check',
    '--report-unused-disable-directives-severity=error',
  ])
  await check('Format', bin('prettier'), ['--check', '--log-level', 'warn', '.'])
  await check('Dead exports', bin('knip'), ['--no-progress'])
}

const test = () =>
  run(process.execPath, [bin('jest'), '--json', `--outputFile=${report}`, '--forceExit', ...only], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      NODE_OPTIONS: '--experimental-vm-modules --no-warnings --conditions=production',
      PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
      ...(only.length === 0 ? { VITRINE_TEST_BUILT: built } : {}),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

if (only.length === 0) {
  process.stdout.write('\n── Types, lint, format, dead exports, build, and tests meanwhile\n')
  await Promise.all([build(), checkAll(), test()])
} else {
  process.stdout.write('\n── Tests\n')
  await test()
}
if (existsSync(report)) {
  const results = JSON.parse(readFileSync(report, 'utf8'))
  totals.passed += results.numPassedTests
  totals.failed += results.numFailedTests + results.numRuntimeErrorTestSuites
  totals.skipped += results.numPendingTests + results.numTodoTests
  tellSlowest(results.testResults)
} else {
  totals.failed += 1
}
rmSync(folder, { force: true, recursive: true })

process.exitCode = totals.failed === 0 ? 0 : 1
process.stdout.write(
  `\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`,
)
