// Where the cluster and its binaries lie. Usually in DATA_DIR and node_modules; when root runs us
// from a folder that the user `postgres` cannot enter, in a place that it can.
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { binariesIn, type Binaries } from './binaries.ts'

/** The system user that runs Postgres when we are root. */
export type Owner = { uid: number; gid: number }

const SHARED_ROOT = '/var/tmp/vitrine'

export const placeFor = ({
  binaries,
  dataDir,
  owner,
}: {
  binaries: Binaries
  dataDir: string
  owner: Owner | null
}): { cluster: string; binaries: Binaries } => {
  const isReachable = owner === null || (othersMayEnter(dataDir) && othersMayEnter(binaries.folder))
  if (isReachable) {
    return { cluster: path.join(dataDir, 'postgres'), binaries }
  }
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  mkdirSync(SHARED_ROOT, { recursive: true })
  chmodSync(SHARED_ROOT, 0o755)
  return { cluster: path.join(SHARED_ROOT, name), binaries: copyOf(binaries) }
}

/** Copied once per version of the package. */
const copyOf = (binaries: Binaries): Binaries => {
  const version = createHash('sha256').update(binaries.folder).digest('hex').slice(0, 8)
  const folder = path.join(SHARED_ROOT, `bin-${version}`)
  if (!existsSync(path.join(folder, 'bin'))) {
    cpSync(binaries.folder, folder, { recursive: true, verbatimSymlinks: true })
  }
  return binariesIn(folder)
}

/** Whether every folder on the way lets other users through. */
const othersMayEnter = (folder: string): boolean => {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) {
      return false
    }
    if (at === path.dirname(at)) {
      return true
    }
  }
}
