// Which of the admin's views answers for a URL.
import { isAutosaved } from '../../../collections/shared/drafts.ts'

/** The segments of the view that answers for a URL of the admin: `create` of what is saved while it is typed is ours. */
export const viewOf = (segments: string[] | undefined): string[] | undefined => {
  const [kind, slug, action] = segments ?? []
  const isNew = kind === 'collections' && action === 'create'
  return isNew && isAutosaved(slug) ? ['start', slug] : segments
}
