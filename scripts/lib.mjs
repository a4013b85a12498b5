// What start, test and build share before anything is installed: Node built-ins only.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

/** `nohup` starts a program with SIGHUP ignored, and a handler of ours would undo that. */
function isHangupIgnored() {
  try {
    const mask = /^SigIgn:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    return mask !== undefined && (BigInt(`0x${mask}`) & 1n) === 1n
  } catch {
    return false
  }
}

/** Ends the process with one sentence, and what runs beside it. */
export const fail = (sentence) => {
  process.stderr.write(`\n✗ ${sentence}\n`)
  children.forEach((child) => child.kill('SIGTERM'))
  process.exit(1)
}

/**
 * Lexical's packages choose their build with an `await` at module level, dozens of them at once, and
 * on Node 20 about one start in five never got past that. Under this condition they do not.
 */
const CONDITION = '--conditions=production'

/** Checks Node itself and how it was started; processes started from here inherit the rest. */
export const requireNode = () => {
  if (major < 20 || (major === 20 && minor < 9)) {
    fail(`This is Node ${process.versions.node}. Vitrine needs Node 20.9 or later.`)
  }
  const options = process.env.NODE_OPTIONS ?? ''
  if (!process.execArgv.includes(CONDITION) && !options.includes(CONDITION)) {
    fail(
      `Start this through npm, or with node ${CONDITION} ${path.relative(root, process.argv[1] ?? '')}.`,
    )
  }
  if (!options.includes(CONDITION)) {
    process.env.NODE_OPTIONS = `${options} ${CONDITION}`.trim()
  }
}

/** What runs on our behalf right now: it ends when we are told to end. */
const children = new Set()

const startChild = (command, args, options) => {
  const child = spawn(command, args, { cwd: root, ...options })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/**
 * Until the server runs and handles signals itself, a signal ends what was started, and then us.
 * Node would end at once and leave an install or a build running.
 */
const endWithChildren = (signal) => {
  for (const child of children) {
    child.kill(signal)
  }
  if (children.size === 0) {
    process.exit(128 + (signal === 'SIGHUP' ? 1 : signal === 'SIGINT' ? 2 : 15))
  }
  setTimeout(() => endWithChildren('SIGKILL'), 3_000).unref()
  const exitWhenGone = setInterval(() => {
    if (children.size === 0) {
      clearInterval(exitWhenGone)
      process.exit(143)
    }
  }, 50)
}

/** What asks us to end. */
export const SIGNALS = ['SIGINT', 'SIGTERM', ...(isHangupIgnored() ? [] : ['SIGHUP'])]

for (const signal of SIGNALS) {
  process.on(signal, endWithChildren)
}

/** From here on signals are the program's own to handle. */
export const handOverSignals = () => {
  for (const signal of SIGNALS) {
    process.off(signal, endWithChildren)
  }
}

/**
 * npm passes signals on to its child, a shell, which ends without us; killed outright it passes on
 * nothing. Losing the parent that started us therefore counts as being told to stop.
 */
export const followParent = () => {
  if (process.env.npm_lifecycle_event === undefined) {
    return
  }
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) {
      process.kill(process.pid, 'SIGTERM')
    }
  }, 500).unref()
}

/** Runs a command; resolves with its exit code. */
export const run = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = startChild(command, args, { stdio: 'inherit', ...options })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })

/** Runs a command and keeps what it says. */
export const runCaptured = async (command, args, options = {}) => {
  const output = []
  const code = await new Promise((resolve, reject) => {
    const child = startChild(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    child.on('error', reject)
    child.on('exit', (exitCode, signal) => resolve(exitCode ?? (signal ? 1 : 0)))
  })
  return { code, output: Buffer.concat(output) }
}

/** Runs a command quietly; its output is shown only when it fails. */
const runQuietly = async (what, command, args, options = {}) => {
  const began = Date.now()
  process.stdout.write(`  ${what} …\n`)
  const { code, output } = await runCaptured(command, args, options)
  if (code !== 0) {
    process.stderr.write(output)
    fail(`${what} failed; the output above says why.`)
  }
  process.stdout.write(`  ${what}: ${((Date.now() - began) / 1000).toFixed(1)} s\n`)
}

/** Installs the dependencies when node_modules does not match package-lock.json.
 *
 * Not with `npm ci`: the lock file may lack the optional binaries of platforms other than the one it
 * was made on, which `ci` takes for damage and `install` simply adds. */
export const ensureInstalled = async () => {
  const wanted = hashOf(['package-lock.json', 'package.json'])
  const marker = path.join(root, 'node_modules', '.vitrine-lock')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) {
    return
  }
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const env = { ...process.env, NODE_ENV: 'development' }
  await runQuietly(
    'Installing the dependencies',
    npm,
    ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund'],
    { env },
  )
  writeFileSync(marker, wanted)
}

const SOURCES = [
  'access',
  'collections',
  'plugins',
  'public',
  'src',
  'next.config.ts',
  'package-lock.json',
  'payload.config.ts',
  'tsconfig.json',
]

/** Builds the admin and the sites when a source changed since the last build. */
export const ensureBuilt = async ({ force = false } = {}) => {
  const dist = path.join(root, process.env.NEXT_DIST_DIR || '.next')
  const marker = path.join(dist, 'vitrine-sources')
  const wanted = hashOf(SOURCES)
  if (!force && existsSync(marker) && readFileSync(marker, 'utf8') === wanted) {
    return
  }
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
    VITRINE_BUILD: '1',
  }
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  await runQuietly('Building the admin and the sites', process.execPath, [next, 'build'], { env })
  mkdirSync(dist, { recursive: true })
  writeFileSync(marker, wanted)
}

/** Runs src/main.ts in this process. */
export const runServer = async ({ isDev }) => {
  process.env.NODE_ENV = isDev ? 'development' : 'production'
  // Payload's adapter queries one client several times at once, of which pg warns at every start.
  process.noDeprecation = true
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  const { load } = await import('./compile.mjs')
  const { main } = await load('src/main.ts')
  handOverSignals()
  followParent()
  await main({ isDev, root, signals: SIGNALS })
}

/** SHA-256 of the contents of files and folders, and of Node's major version. */
export const hashOf = (paths, { isWanted = () => true } = {}) => {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0])
  for (const file of paths.flatMap(filesIn).filter(isWanted).sort()) {
    hash.update(path.relative(root, file)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

const filesIn = (name) => {
  const at = path.resolve(root, name)
  if (!existsSync(at)) {
    return []
  }
  return statSync(at).isDirectory()
    ? readdirSync(at).flatMap((entry) => filesIn(path.join(at, entry)))
    : [at]
}
