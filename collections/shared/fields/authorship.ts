// Who made a document and who changed it last. Set by a hook, never by the caller; whose names are
// shown to whom is in access/fields.ts.
import type { CollectionBeforeChangeHook, Field } from 'payload'

export const authorshipFields = (): Field[] => [
  {
    name: 'createdBy',
    type: 'relationship',
    relationTo: 'users',
    index: true,
    admin: { hidden: true },
  },
  {
    name: 'updatedBy',
    type: 'relationship',
    relationTo: 'users',
    label: 'Last changed by',
    admin: {
      position: 'sidebar',
      readOnly: true,
      components: { Field: '/src/admin/fields/AuthorField.tsx#AuthorField' },
      condition: (_, __, { operation }) => operation === 'update',
    },
  },
]

export const stampAuthor: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  const author = req.user?.collection === 'users' ? req.user.id : null
  return {
    ...data,
    // A copy brings that of what it was made from.
    ...(operation === 'create' && req.payloadAPI !== 'local'
      ? { updatedAt: new Date().toISOString() }
      : {}),
    createdBy:
      operation === 'create'
        ? author
        : ((originalDoc as { createdBy?: unknown })?.createdBy ?? null),
    updatedBy: author,
  }
}
