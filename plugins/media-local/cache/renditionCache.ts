// Renditions on disk, up to a number of bytes; those not asked for the longest go first.
import {
  mkdir,
  open,
  readdir,
  rename,
  rm,
  rmdir,
  stat,
  utimes,
  type FileHandle,
} from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { moveInto } from '../store/moveInto.ts'
import { purgeRenditions, renditionFolder, sha256 } from './purge.ts'

export type CachedFile = { handle: FileHandle; bytes: number }

export type RenditionKey = {
  publicId: string
  /** Of the bytes, e.g. their hash. */
  version: string
  /** Canonical. */
  transformation: string
  /** The extension of what is made. */
  format: string
}

export type RenditionCache = {
  /** The open file, which the caller closes; `null` when it has to be made. */
  get: (key: RenditionKey) => Promise<CachedFile | null>
  /** Keeps what `write` wrote to the path that it is given; it says how many bytes. */
  put: (key: RenditionKey, write: (file: string) => Promise<number>) => Promise<void>
  purge: (publicId: string) => Promise<void>
  /** Bytes that are known of. */
  readonly size: number
  /** Settles when what lay there at the start is known. */
  ready: Promise<void>
  /** Writes down what was used last, and stops. */
  close: () => Promise<void>
}

/** Evicts to this share of the limit, so that not every new file evicts. */
const KEEP = 0.9
const TOUCH_EVERY_MS = 60_000
/** Of temporary files: longer than any picture may take to be made. */
const ABANDONED_MS = 600_000

export const renditionCache = ({
  folder,
  maxBytes,
}: {
  folder: string
  maxBytes: number
}): RenditionCache => {
  /** By path below the folder; a Map keeps its order, so the first is the one used longest ago. */
  const index = new Map<string, number>()
  const touched = new Set<string>()
  let size = 0
  let evicting: Promise<void> | null = null
  let hasTemporary: Promise<unknown> | null = null

  const placeOf = (key: RenditionKey): string =>
    path.join(
      renditionFolder(key.publicId),
      `${sha256([key.version, key.transformation, key.format].join('\n')).slice(0, 40)}.${key.format}`,
    )

  const note = (place: string, bytes: number): void => {
    size += bytes - (index.get(place) ?? 0)
    index.delete(place)
    index.set(place, bytes)
  }

  const forget = (place: string): void => {
    size -= index.get(place) ?? 0
    index.delete(place)
    touched.delete(place)
  }

  const evict = async (): Promise<void> => {
    for (const place of index.keys()) {
      // The newest stays, however large: somebody is about to read it.
      if (size <= maxBytes * KEEP || index.size <= 1) {
        return
      }
      forget(place)
      const file = path.join(folder, place)
      await rm(file, { force: true })
      await rmdir(path.dirname(file)).catch(() => undefined)
    }
  }

  const keepWithin = (): Promise<void> => {
    if (size <= maxBytes) {
      return Promise.resolve()
    }
    evicting ??= evict().finally(() => {
      evicting = null
    })
    return evicting
  }

  const writeTouches = async (): Promise<void> => {
    const places = [...touched]
    touched.clear()
    const now = new Date()
    for (const place of places) {
      await utimes(path.join(folder, place), now, now).catch(() => undefined)
    }
  }

  const timer = setInterval(() => void writeTouches(), TOUCH_EVERY_MS)
  timer.unref()

  const ready = scan(folder).then((found) => {
    const since = new Map(index)
    index.clear()
    size = 0
    found.forEach(({ bytes, place }) => note(place, bytes))
    since.forEach((bytes, place) => note(place, bytes))
    return keepWithin()
  })
  // A folder that cannot be read is reported by the first request that writes to it.
  ready.catch(() => undefined)

  return {
    get size() {
      return size
    },
    ready,

    get: async (key) => {
      const place = placeOf(key)
      try {
        const handle = await open(path.join(folder, place), 'r')
        let bytes = index.get(place)
        if (bytes === undefined) {
          bytes = (await handle.stat()).size
        }
        note(place, bytes)
        touched.add(place)
        return { handle, bytes }
      } catch (err) {
        if ((err as NodeJS.ErrnoException).code !== 'ENOENT') {
          throw err
        }
        forget(place)
        return null
      }
    },

    put: async (key, write) => {
      const place = placeOf(key)
      const temporary = path.join(folder, 'tmp', `${randomUUID()}.${key.format}`)
      try {
        hasTemporary ??= mkdir(path.dirname(temporary), { recursive: true })
        await hasTemporary
        const bytes = await write(temporary)
        await moveTo({ from: temporary, to: path.join(folder, place) })
        note(place, bytes)
      } catch (err) {
        // Somebody may have removed the folder; the next one makes it anew.
        hasTemporary = null
        await rm(temporary, { force: true })
        throw err
      }
      await keepWithin()
    },

    purge: async (publicId) => {
      const prefix = renditionFolder(publicId) + path.sep
      for (const place of [...index.keys()]) {
        if (place.startsWith(prefix)) {
          forget(place)
        }
      }
      await purgeRenditions({ folder, publicId })
    },

    close: async () => {
      clearInterval(timer)
      await ready.catch(() => undefined)
      await writeTouches()
    },
  }
}

/** Its folder is made only where it is not there yet. */
const moveTo = async ({ from, to }: { from: string; to: string }): Promise<void> => {
  try {
    await rename(from, to)
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw err
    }
    await moveInto({ from, to })
  }
}

type Found = { place: string; bytes: number; usedAt: number }

/** What lies there, the one used longest ago first. Temporary files that nobody ended are removed. */
const scan = async (folder: string): Promise<Found[]> => {
  const found: Found[] = []
  for (const outer of await namesIn(folder)) {
    for (const inner of await namesIn(path.join(folder, outer))) {
      if (outer === 'tmp') {
        await removeAbandoned(path.join(folder, outer, inner))
        continue
      }
      for (const name of await namesIn(path.join(folder, outer, inner))) {
        const place = path.join(outer, inner, name)
        const facts = await stat(path.join(folder, place)).catch(() => null)
        if (facts?.isFile()) {
          found.push({ place, bytes: facts.size, usedAt: facts.mtimeMs })
        }
      }
    }
  }
  return found.sort((a, b) => a.usedAt - b.usedAt)
}

const removeAbandoned = async (file: string): Promise<void> => {
  const facts = await stat(file).catch(() => null)
  if (facts && Date.now() - facts.mtimeMs > ABANDONED_MS) {
    await rm(file, { force: true })
  }
}

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder)
  } catch (err) {
    const { code } = err as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return []
    }
    throw err
  }
}
