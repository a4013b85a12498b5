// A folder that became empty is removed, by whoever took the last file out of it: perhaps between the moment
// at which another one makes sure of it and that at which it moves a file there.
import { mkdir, rename, stat } from 'node:fs/promises'
import path from 'node:path'

/** Each of them is a removal by somebody else in a few microseconds. */
const MOST_ATTEMPTS = 50

/**
 * Moves a file or a folder, and makes the folder that it goes into.
 *
 * @param check Asked before each attempt, once that folder is there.
 * @throws the error of the file system; `ENOENT` when there is nothing to move.
 */
export const moveInto = async ({
  check,
  from,
  to,
}: {
  check?: (parent: string) => Promise<void>
  from: string
  to: string
}): Promise<void> => {
  const parent = path.dirname(to)
  for (let attempt = 1; ; attempt += 1) {
    try {
      await mkdir(parent, { recursive: true })
      await check?.(parent)
      await rename(from, to)
      return
    } catch (err) {
      const isGone = (err as NodeJS.ErrnoException).code === 'ENOENT'
      if (!isGone || attempt === MOST_ATTEMPTS || !(await isThere(from))) {
        throw err
      }
    }
  }
}

const isThere = (place: string): Promise<boolean> =>
  stat(place).then(
    () => true,
    () => false,
  )
