// Chapters that nobody has written yet are the form's: outside of the study's tenant nobody reads them.
import type { CollectionAfterOperationHook } from 'payload'
import { can, principalOf, type Principal } from '../../../access/principal.ts'
import { isTold } from '../isTold.ts'

type Chapters = Parameters<typeof isTold>[0][] | null
type Study = { chapters?: Chapters; tenant?: unknown }
type Selection = Record<string, unknown>
type ReadArgs = { overrideAccess?: boolean; select?: Selection }

export const hideEmptyChapters: CollectionAfterOperationHook = ({
  args,
  operation,
  req,
  result,
}) => {
  const { overrideAccess, select } = args as ReadArgs
  if (
    (operation !== 'find' && operation !== 'findByID') ||
    // Trusted reads go on to write, or present what is told.
    overrideAccess ||
    !readsWhole(select?.chapters)
  ) {
    return result
  }
  const principal = principalOf(req.user)
  for (const study of studiesIn(result)) {
    if (Array.isArray(study.chapters) && !mayWrite(principal, study)) {
      study.chapters = study.chapters.filter(isTold)
    }
  }
  return result
}

const studiesIn = (result: unknown): Study[] => {
  const found = (result ?? {}) as Study & { docs?: Study[] }
  return found.docs ?? [found]
}

/** Somebody who does sends back what they read, and must not lose a row by that. */
const mayWrite = (principal: Principal, { tenant }: Study): boolean =>
  tenant === undefined
    ? principal.isOperator || principal.reach.size > 0
    : can(principal, 'case-studies.readInternal', tenant)

/** Of a chapter whose title or text was not asked for, nobody can tell whether it is empty. */
const readsWhole = (chapters: unknown): boolean => {
  if (typeof chapters !== 'object' || chapters === null) {
    return true
  }
  const { body, title } = chapters as Selection
  const isWithout = Object.values(chapters).includes(false)
  return isWithout ? body !== false && title !== false : body === true && title === true
}
