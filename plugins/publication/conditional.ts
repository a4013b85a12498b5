// Entity tags of an answer's codings, and whether a reader has one of them already.
// @see https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests
import type { Coding } from './encodings.ts'

/** Strong, hence another one for each coding. */
export const entityTag = (etag: string, coding: Coding): string => `"${etag}${SUFFIX[coding]}"`

/**
 * Which of our entity tags `If-None-Match` names; whatever the coding, since its bytes decode to the same.
 *
 * A cache renews what it has by the tag in the 304, so it has to be one that the reader named: that of `coding` when
 * there are several.
 */
export const matchNone = ({
  coding,
  etag,
  header,
}: {
  coding: Coding
  etag: string
  header: string | null
}): string | null => {
  if (header === null) {
    return null
  }
  const selected = entityTag(etag, coding)
  if (header.trim() === '*') {
    return selected
  }
  // Weak comparison: `W/` says nothing here.
  const named = new Set(opaqueTags(header).map((tag) => tag.replace(/^W\//, '')))
  return [selected, ...everyTag(etag)].find((tag) => named.has(tag)) ?? null
}

/** Whether `If-Match` lets the request through. Strong comparison: a weak tag matches nothing. */
export const isMatch = ({ etag, header }: { etag: string; header: string | null }): boolean => {
  if (header === null || header.trim() === '*') {
    return true
  }
  const named = new Set(opaqueTags(header))
  return everyTag(etag).some((tag) => named.has(tag))
}

const SUFFIX: Record<Coding, string> = { identity: '', br: '-br', gzip: '-gz' }

const everyTag = (etag: string): string[] =>
  (['identity', 'br', 'gzip'] as const).map((coding) => entityTag(etag, coding))

/** A tag may hold commas, so the list is not split at them. */
const opaqueTags = (header: string): string[] =>
  header.match(/(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? []
