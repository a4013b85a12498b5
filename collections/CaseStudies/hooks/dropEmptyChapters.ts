// The form offers the five parts of a story, to fill or to leave empty. What is published has those that were filled.
import type { CollectionBeforeChangeHook } from 'payload'
import { isEmptyText } from '../../shared/isEmptyText.ts'
import { readLatestVersion } from '../../shared/versions.ts'

type Row = { body?: unknown; id?: unknown; title?: unknown }

export const dropEmptyChapters: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const rows = data.chapters as Row[] | null | undefined
  if (data._status !== 'published' || !rows?.some(isEmptyRow)) {
    return data
  }
  const id: unknown = originalDoc?.id
  const stored =
    typeof id === 'string'
      ? await readLatestVersion<{ chapters?: Row[] | null }>({
          collection: 'case-studies',
          id,
          req,
        })
      : undefined
  // In all languages: what is empty in this one may be told in another.
  const told = new Set(
    (stored?.chapters ?? []).flatMap((row) => (isEmptyInAll(row) ? [] : [row.id])),
  )
  return { ...data, chapters: rows.filter((row) => !isEmptyRow(row) || told.has(row.id)) }
}

const isEmptyRow = ({ body, title }: Row): boolean => isBlank(title) && isEmptyText(body)

const isEmptyInAll = ({ body, title }: Row): boolean =>
  Object.values(title ?? {}).every(isBlank) && Object.values(body ?? {}).every(isEmptyText)

const isBlank = (text: unknown): boolean => typeof text !== 'string' || text.trim() === ''
