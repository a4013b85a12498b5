import { isAutosaved } from '../views/requireTenant.ts'

/** The segments of the view that answers for a URL of the admin: `create` of what is saved while it is typed is ours. */
export const viewOf = (segments: string[] | undefined): string[] | undefined => {
  const [kind, slug, action, ...more] = segments ?? []
  const isNew = kind === 'collections' && action === 'create' && more.length === 0
  return isNew && isAutosaved(slug) ? ['start', slug] : segments
}
