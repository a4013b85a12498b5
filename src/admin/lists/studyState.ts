// What a reader of the site meets, in one word: from status, visibility and embargo together.

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
  if (visibility === 'private') {
    return { key: 'private', tone: 'plain', hasChanges }
  }
  if (embargoUntil && new Date(embargoUntil) > now) {
    return { key: 'embargo', tone: 'warning', hasChanges }
  }
  if (visibility === 'unlisted' || visibility === 'password') {
    return { key: visibility, tone: 'accent', hasChanges }
  }
  return { key: hasChanges ? 'changed' : 'live', tone: 'accent', hasChanges: false }
}
