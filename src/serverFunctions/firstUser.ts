// The one thing that works before anybody exists: the form in which the first user is made.
import type { Payload } from 'payload'

/** Payload's form asks for its fields, and for nothing of a document. */
export const isFirstUserForm = ({
  args,
  name,
}: {
  args: Record<string, unknown>
  name: string
}): boolean =>
  name === 'form-state' &&
  args.collectionSlug === 'users' &&
  args.operation === 'create' &&
  (args.schemaPath === undefined || args.schemaPath === 'users') &&
  [
    'documentFormState',
    'globalSlug',
    'id',
    'returnLockStatus',
    'updateLastEdited',
    'widgetSlug',
  ].every((unwanted) => !args[unwanted])

/** Answered truly to nobody as well; see answerWhetherAnybodyIsThere of the adapter. */
export const hasUsers = async (payload: Payload): Promise<boolean> => {
  const { totalDocs } = await payload.db.count({ collection: 'users' })
  return totalDocs > 0
}
