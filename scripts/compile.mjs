// Compiles our TypeScript programs ahead of running them: packages stay outside, and nothing is
// compiled while a server runs.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { fail, hashOf, root } from './lib.mjs'

/** Where compiled programs lie, one folder for each state of the sources. */
const BUILDS = path.join(root, '.build')

/** What `npm run build` compiles, so that an installation may be read-only afterwards. */
const PROGRAMS = [
  'src/main.ts',
  'src/types.ts',
  'src/import.ts',
  'src/importing/now.ts',
  'src/seed/cli.ts',
  'src/media/moveCli.ts',
  'src/media/usesCli.ts',
  'src/media/takeOverNow.ts',
  'src/database/cli.ts',
  'src/database/migrateNow.ts',
  'src/walls/cli.ts',
  'src/walls/policies.ts',
]

const SOURCES = [
  'access',
  'collections',
  'migrations',
  'plugins',
  'src',
  'package-lock.json',
  'payload.config.ts',
  'scripts/compile.mjs',
]

const isCode = (file) => /\.(tsx?|mjs|json)$/.test(file) && !/\.test\.tsx?$/.test(file)

/** Another server may still run from the build before, and import its later parts from there. */
const KEPT_BUILDS = 2

/**
 * Imports one of our programs, compiled when it was not yet.
 *
 * @param entry Its path from the root, e.g. `src/main.ts`.
 */
export const load = async (entry) => {
  process.env.VITRINE_ROOT = root
  // Next and the sites' style sheets are found from here, wherever the command was given.
  process.chdir(root)
  process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER = 'true'
  process.setSourceMapsEnabled(true)
  const folder = PROGRAMS.includes(entry) ? await compile(PROGRAMS) : await compile([entry])
  return import(pathToFileURL(path.join(folder, entry.replace(/\.ts$/, '.mjs'))).href)
}

/** Compiles all of `PROGRAMS` unless that was done for these sources; returns the folder. */
export const compilePrograms = () => compile(PROGRAMS)

const compile = async (entries) => {
  const isProgram = entries === PROGRAMS
  const sources = isProgram ? SOURCES : [...SOURCES, 'bench', 'test']
  const name = hashOf(sources, { isWanted: isCode }).slice(0, 16)
  const folder = path.join(BUILDS, isProgram ? name : `${name}-${entries[0].replace(/\W+/g, '-')}`)
  if (!existsSync(folder)) {
    writeBuild({ files: await bundle(entries), folder })
    removeOldBuilds({ kept: folder })
  }
  return folder
}

const bundle = async (entries) => {
  const esbuild = await import('esbuild')
  try {
    const { outputFiles } = await esbuild.build({
      absWorkingDir: root,
      alias: { '@payload-config': './payload.config.ts' },
      bundle: true,
      entryPoints: Object.fromEntries(entries.map((entry) => [entry.replace(/\.ts$/, ''), entry])),
      format: 'esm',
      jsx: 'automatic',
      loader: { '.css': 'empty', '.woff2': 'empty' },
      logLevel: 'silent',
      outExtension: { '.js': '.mjs' },
      outdir: BUILDS,
      packages: 'external',
      platform: 'node',
      sourcemap: 'linked',
      splitting: true,
      target: 'node20',
      write: false,
    })
    return outputFiles
  } finally {
    // Its service would stay in memory for as long as the server runs.
    await esbuild.stop()
  }
}

/** Moved into place whole: several processes may do this at once. */
const writeBuild = ({ files, folder }) => {
  const draft = `${folder}.${process.pid}`
  try {
    for (const { contents, path: file } of files) {
      const target = path.join(draft, path.relative(BUILDS, file))
      mkdirSync(path.dirname(target), { recursive: true })
      writeFileSync(target, contents)
    }
  } catch (err) {
    fail(
      `The folder ${root} cannot be written to (${err.code}), and what is in it has not been built. Run “npm run build” as its owner first.`,
    )
  }
  try {
    renameSync(draft, folder)
  } catch {
    rmSync(draft, { force: true, recursive: true })
  }
}

const removeOldBuilds = ({ kept }) => {
  const others = readdirSync(BUILDS)
    .map((name) => path.join(BUILDS, name))
    .filter((folder) => folder !== kept)
    .map((folder) => ({ folder, time: statSync(folder).mtimeMs }))
    .sort((a, b) => b.time - a.time)
  for (const { folder } of others.slice(KEPT_BUILDS - 1)) {
    rmSync(folder, { force: true, recursive: true })
  }
}
