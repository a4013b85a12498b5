// What start, test and build share before anything is installed: Node built-ins only.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

/** Ends the process with one sentence. */
export const fail = (sentence) => {
  process.stderr.write(`\n✗ ${sentence}\n`)
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

/** Runs a command; resolves with its exit code. */
export const run = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })

/** Runs a command quietly; its output is shown only when it fails. */
const runQuietly = async (what, command, args, options = {}) => {
  const began = Date.now()
  process.stdout.write(`  ${what} …\n`)
  const output = []
  const code = await new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    child.on('error', reject)
    child.on('exit', (exitCode, signal) => resolve(exitCode ?? (signal ? 1 : 0)))
  })
  if (code !== 0) {
    process.stderr.write(Buffer.concat(output))
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
  const { main } = await load('src/main.ts')
  await main({ isDev, root })
}

/**
 * Compiles one of our TypeScript programs and imports it. Packages stay outside, and nothing is
 * compiled while the server runs.
 */
export const load = async (entry) => {
  process.env.VITRINE_ROOT = root
  // Next and the sites' style sheets are found from here, wherever the command was given.
  process.chdir(root)
  process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER = 'true'
  process.setSourceMapsEnabled(true)
  const { build } = await import('esbuild')
  const cache = path.join(root, 'node_modules', '.cache', 'vitrine')
  const { outputFiles } = await build({
    absWorkingDir: root,
    alias: { '@payload-config': './payload.config.ts' },
    bundle: true,
    entryPoints: { main: entry },
    format: 'esm',
    jsx: 'automatic',
    loader: { '.css': 'empty', '.woff2': 'empty' },
    logLevel: 'silent',
    outExtension: { '.js': '.mjs' },
    outdir: cache,
    packages: 'external',
    platform: 'node',
    sourcemap: 'linked',
    splitting: true,
    target: 'node20',
    write: false,
  })
  // Named by what is in it, and moved into place whole: several processes may do this at once.
  const hash = createHash('sha256')
  for (const { contents } of outputFiles) {
    hash.update(contents)
  }
  const folder = path.join(cache, hash.digest('hex').slice(0, 16))
  if (!existsSync(folder)) {
    const draft = `${folder}-${process.pid}`
    for (const { contents, path: file } of outputFiles) {
      const target = path.join(draft, path.relative(cache, file))
      mkdirSync(path.dirname(target), { recursive: true })
      writeFileSync(target, contents)
    }
    try {
      renameSync(draft, folder)
    } catch {
      rmSync(draft, { force: true, recursive: true })
    }
  }
  return import(pathToFileURL(path.join(folder, 'main.mjs')).href)
}

const hashOf = (paths) => {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0])
  for (const file of paths.flatMap(filesIn).sort()) {
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
