// What every part of the dashboard is given, and how a part that fails says so.
import type { PayloadRequest } from 'payload'
import { SHOWS_TITLES } from '../../../collections/shared/hooks/fallBackToMain.ts'
import type { Translate } from '../translations/types.ts'
import type { Scope } from './scope.ts'

export type PartProps = { now: Date; req: PayloadRequest; scope: Scope; t: Translate }

/** A part's data, or `null` after its failure was logged; one part never takes the others along. */
export const loadPart = async <T>({
  load,
  name,
  req,
}: {
  load: () => Promise<T>
  name: string
  req: PayloadRequest
}): Promise<{ data: T } | null> => {
  req.context[SHOWS_TITLES] = true
  try {
    return { data: await load() }
  } catch (err) {
    req.payload.logger.error({ msg: `The dashboard part “${name}” failed.`, err })
    return null
  }
}
