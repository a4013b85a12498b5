// Dates a study at its first publish, unless its author gave another date.
import type { CollectionBeforeChangeHook, CollectionBeforeValidateHook } from 'payload'

export const setPublishedAt: CollectionBeforeChangeHook = ({ data }) =>
  data._status === 'published' && !data.publishedAt
    ? { ...data, publishedAt: new Date().toISOString() }
    : data

/** Only a document that was read has these: a new one that carries them is a copy of it. */
const READ_ONLY = ['createdAt', 'updatedAt', 'createdBy', 'updatedBy'] as const

/** A copy was never published itself. Payload's own duplicate leaves the date out by the field's option. */
export const forgetPublication: CollectionBeforeValidateHook = ({ data, operation, req }) => {
  const isCopy =
    operation === 'create' &&
    req.context['isImport'] !== true &&
    (READ_ONLY.some((name) => data?.[name]) || Boolean((data?.origin as Origin)?.key))
  return isCopy ? { ...data, publishedAt: null } : data
}

type Origin = { key?: unknown } | null | undefined
