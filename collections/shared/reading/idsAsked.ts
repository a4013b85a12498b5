// Takes a question apart: what has to be true of every document that answers it.
import type { Where } from 'payload'
import { isUuid } from '../isUuid.ts'

/** One comparison, e.g. `slug` with `{ equals: 'x' }`. */
export type Conjunct = [path: string, comparison: Record<string, unknown>]

/** All comparisons that stand beside each other; those of which one is enough are left out. */
export const conjunctsOf = (where: unknown): Conjunct[] =>
  isRecord(where)
    ? Object.entries(where).flatMap(([key, value]): Conjunct[] => {
        const isAnd = /^and$/i.test(key)
        if (Array.isArray(value) && (isAnd || (/^or$/i.test(key) && value.length === 1))) {
          return value.flatMap(conjunctsOf)
        }
        return !isAnd && isRecord(value) ? [[key, value]] : []
      })
    : []

/** The values that a path is compared with, by `equals` or `in`; `null` when it is not. */
export const valuesAsked = (conjuncts: readonly Conjunct[], path: string): string[] | null => {
  for (const [name, { equals, in: oneOf }] of conjuncts) {
    if (name === path && typeof equals === 'string') {
      return [equals]
    }
    if (name === path && (Array.isArray(oneOf) || typeof oneOf === 'string')) {
      return (typeof oneOf === 'string' ? oneOf.split(',') : oneOf).filter(
        (value): value is string => typeof value === 'string',
      )
    }
  }
  return null
}

/** The ids that a question is about; `null` when it is not about certain documents. */
export const idsAsked = (where: Where | undefined): string[] | null =>
  valuesAsked(conjunctsOf(where), 'id')?.filter(isUuid) ?? null

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
