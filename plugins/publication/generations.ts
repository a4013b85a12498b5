// Which tags were told to have changed since something was begun.
import type { Notes } from './notes.ts'

/** A withdrawal counts as more than a refresh. */
export type Told = 'refreshed' | 'withdrawn'

/** Something that is being made. `began` is the number of the last tell before it. */
export type Making = { readonly began: number }

export type Generations = {
  begin: () => Making
  end: (making: Making) => void
  /** Numbers a moment: whatever began before it has a lower or equal number of its own. */
  advance: () => number
  tell: (tags: Iterable<string>, told: Told) => void
  toldSince: (making: Making, notes: Pick<Notes, 'tags'>) => Told | null
  /** How many tags are remembered. */
  readonly remembered: number
}

export const createGenerations = (): Generations => {
  let sequence = 0
  /** By tag, in the order of `last`. */
  const log = new Map<string, { last: number; withdrawn: number }>()
  /** In the order of `began`. */
  const makings = new Set<Making>()

  /** What was told before the oldest making began concerns nobody. */
  const prune = () => {
    const [oldest] = makings
    for (const [tag, { last }] of log) {
      if (oldest && last > oldest.began) {
        return
      }
      log.delete(tag)
    }
  }

  return {
    advance: () => (sequence += 1),
    begin: () => {
      const making = { began: sequence }
      makings.add(making)
      return making
    },
    end: (making) => {
      makings.delete(making)
      prune()
    },
    tell: (tags, told) => {
      sequence += 1
      if (makings.size === 0) {
        return
      }
      for (const tag of tags) {
        const before = log.get(tag)
        log.delete(tag)
        log.set(tag, {
          last: sequence,
          withdrawn: told === 'withdrawn' ? sequence : (before?.withdrawn ?? 0),
        })
      }
    },
    toldSince: ({ began }, { tags }) => {
      let found: Told | null = null
      for (const tag of log.size > 0 ? tags : []) {
        const told = log.get(tag)
        if (told && told.withdrawn > began) {
          return 'withdrawn'
        }
        if (told && told.last > began) {
          found = 'refreshed'
        }
      }
      return found
    },
    get remembered() {
      return log.size
    },
  }
}
