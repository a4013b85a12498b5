// The same thing asked for by many at the same time is made once; after a change, nobody joins what began before.
import { AsyncResource } from 'node:async_hooks'
import type { Generations, Told } from './generations.ts'
import { noting, type Notes } from './notes.ts'

/** What was made, and what happened meanwhile. */
export type Landed<T> = { value: T; began: number; notes: Notes; told: Told | null }

export type Flight<T, R> = {
  /** Names what is made, and of which type it is. */
  key: string
  tags: readonly string[]
  make: () => Promise<T>
  /** Called once, in the same turn in which nobody can join any more; what it returns is for all who wait. */
  land: (landed: Landed<T>) => R
}

export type Flights = {
  join: <T, R>(flight: Flight<T, R>) => Promise<R>
  /** From now on nobody joins what is under way. */
  detach: () => void
}

export const createFlights = ({ generations }: { generations: Generations }): Flights => {
  const open = new Map<string, Promise<unknown>>()
  // Made for everybody, hence with nothing of the request that happens to ask first, or of the one whose change makes
  // it anew: an editor's claims would publish their drafts.
  const outside = new AsyncResource('publication')

  return {
    detach: () => open.clear(),
    join: <T, R>({ key, land, make, tags }: Flight<T, R>): Promise<R> => {
      const joined = open.get(key)
      if (joined) {
        return joined as Promise<R>
      }
      const making = generations.begin()
      const notes: Notes = { tags: new Set(tags), until: Infinity, isOutdated: false }
      const fly = async (): Promise<R> => {
        try {
          const value = await noting(notes, async () => await make())
          const told = generations.toldSince(making, notes)
          return land({ value, began: making.began, notes, told })
        } finally {
          generations.end(making)
          if (open.get(key) === flight) {
            open.delete(key)
          }
        }
      }
      const flight: Promise<R> = outside.runInAsyncScope(fly)
      open.set(key, flight)
      return flight
    },
  }
}
