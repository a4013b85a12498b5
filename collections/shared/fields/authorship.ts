// Who made a document and who changed it last. Set by a hook, never by the caller.
import type { CollectionBeforeChangeHook, Field, FieldAccess } from 'payload'

const never: FieldAccess = () => false
/** Names of the tenant's people are not the public's. */
const signedIn: FieldAccess = ({ req }) => Boolean(req.user)

export const authorshipFields = (): Field[] => [
  {
    name: 'createdBy',
    type: 'relationship',
    relationTo: 'users',
    index: true,
    access: { create: never, update: never, read: signedIn },
    admin: { hidden: true },
  },
  {
    name: 'updatedBy',
    type: 'relationship',
    relationTo: 'users',
    access: { create: never, update: never, read: signedIn },
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
    createdBy:
      operation === 'create'
        ? author
        : ((originalDoc as { createdBy?: unknown })?.createdBy ?? null),
    updatedBy: author,
  }
}
