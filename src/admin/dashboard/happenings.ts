// Makes readable news of many small saves: one line for each author and document, one for each
// author's uploads.

type By = {
  authorId: string
  author: string | null
  tenant: string | null
  thumbnail: string | null
  when: string
}

export type Change = By & { href: string; title: string; isPublished: boolean }
export type Upload = By

export type Happening = By &
  (
    | { what: 'changed' | 'published'; href: string; title: string }
    | { what: 'uploaded'; href: string; count: number }
  )

/**
 * One line per author and document, at the time of the newest save. It says “published” when any
 * of the saves was a publish, for that is the news.
 */
export const mergeChanges = (changes: Change[]): Happening[] => {
  const merged = new Map<string, Happening>()
  for (const { isPublished, ...change } of changes) {
    const key = `${change.href} ${change.authorId}`
    const known = merged.get(key)
    if (!known) {
      merged.set(key, { ...change, what: isPublished ? 'published' : 'changed' })
    } else {
      const newer = known.when >= change.when ? known : change
      const wasPublished = isPublished || known.what === 'published'
      merged.set(key, { ...change, ...newer, what: wasPublished ? 'published' : 'changed' })
    }
  }
  return [...merged.values()]
}

/** One line per author and tenant, with the number of files. */
export const mergeUploads = (uploads: Upload[]): Happening[] => {
  const merged = new Map<string, Happening & { what: 'uploaded' }>()
  for (const upload of uploads) {
    const key = `${upload.tenant ?? ''} ${upload.authorId}`
    const known = merged.get(key)
    merged.set(
      key,
      known
        ? {
            ...known,
            count: known.count + 1,
            when: known.when > upload.when ? known.when : upload.when,
          }
        : { ...upload, what: 'uploaded', href: '/admin/collections/media', count: 1 },
    )
  }
  return [...merged.values()]
}
