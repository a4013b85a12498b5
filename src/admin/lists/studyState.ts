// What a reader of the site meets, in one word: from status, visibility and embargo together.
import { conditions } from '../../../access/conditions.ts'

export type StudyState = {
  key: 'live' | 'changed' | 'draft' | 'unlisted' | 'password' | 'private' | 'embargo'
  tone: 'accent' | 'warning' | 'plain'
  /** Online in one version, while a newer one waits. */
  hasChanges: boolean
}

/**
 * @param status `_displayStatus` of a list row: `changed` when a published study has a newer draft.
 */
export const studyState = ({
  embargoUntil,
  now,
  status,
  visibility,
}: {
  embargoUntil?: string | null
  now: Date
  status?: string | null
  visibility?: string | null
}): StudyState => {
  const hasChanges = status === 'changed'
  if (status !== 'published' && !hasChanges) {
    return { key: 'draft', tone: 'plain', hasChanges }
  }
  // In the tenant's own admin; whether readers meet the tenant at all is told there.
  const around = { isTenantActive: true, now }
  const study = { _status: 'published', embargoUntil, visibility }
  if (conditions.publicStudy.holds(study, around)) {
    return { key: hasChanges ? 'changed' : 'live', tone: 'accent', hasChanges: false }
  }
  if (conditions.sharedByLink.holds(study, around)) {
    return { key: visibility as 'password' | 'unlisted', tone: 'accent', hasChanges }
  }
  return visibility === 'private'
    ? { key: 'private', tone: 'plain', hasChanges }
    : { key: 'embargo', tone: 'warning', hasChanges }
}
