// While something is made: what it was made of.
import { AsyncLocalStorage } from 'node:async_hooks'

export type Notes = {
  tags: Set<string>
  /** Milliseconds since 1970; `Infinity` when nothing ends. */
  until: number
  /** Whether it holds a part that changed each time while it was read. */
  isOutdated: boolean
}

/** Notes the tags of something that was read. No effect when nothing is being made. */
export const noteTags = (tags: Iterable<string>): void => {
  const notes = currentNotes()
  if (notes) {
    for (const tag of tags) {
      notes.tags.add(tag)
    }
  }
}

/**
 * Notes when what was read ends, or begins, to be what readers see. The earliest counts.
 *
 * @param moment Milliseconds since 1970.
 */
export const noteUntil = (moment: number): void => {
  const notes = currentNotes()
  if (notes && moment < notes.until) {
    notes.until = moment
  }
}

export const isNoting = (): boolean => currentNotes() !== null

/** Nothing that `read` reads is noted: the caller notes what matters. */
export const unnoted = <T>(read: () => Promise<T>): Promise<T> => storage().run(null, read)

export const currentNotes = (): Notes | null => storage().getStore() ?? null

export const noting = <T>(notes: Notes, make: () => Promise<T>): Promise<T> =>
  storage().run(notes, make)

const KEY = Symbol.for('vitrine.publication')

/** On `globalThis`: Next bundles this module once more for itself. */
const storage = (): AsyncLocalStorage<Notes | null> => {
  const holder = globalThis as { [KEY]?: AsyncLocalStorage<Notes | null> }
  holder[KEY] ??= new AsyncLocalStorage()
  return holder[KEY]
}
