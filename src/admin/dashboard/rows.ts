// What one line of the dashboard shows, and how documents become such lines.
import type { Media, User } from '../../../payload-types.ts'

export type Row = {
  id: string
  href: string
  title: string
  /** A short second line. */
  detail?: string | undefined
  /** ISO 8601; shown relative to now. */
  when?: string | undefined
  thumbnail?: string | null | undefined
  tenant?: string | undefined
}

/** One kind of thing that waits. `total` may exceed the rows. */
export type Queue = { total: number; rows: Row[] }

/** Where a document is edited. */
export const editPath = (collection: string, id: string): string =>
  `/admin/collections/${collection}/${id}`

/** A small picture of an upload, of a film its poster; `null` when there is none or it was not populated. */
export const thumbnailOf = (media: string | Media | null | undefined): string | null => {
  if (typeof media !== 'object' || media === null) {
    return null
  }
  const isPicture = media.mimeType?.startsWith('image/') ?? false
  return media.thumbnailURL ?? (isPicture ? (media.url ?? null) : null)
}

/** The id of a relationship, populated or not. */
export const idOf = (value: string | { id: string } | null | undefined): string | null =>
  typeof value === 'string' ? value : (value?.id ?? null)

export const nameOf = (user: string | User | null | undefined): string | null =>
  typeof user === 'object' && user !== null ? user.name : null
