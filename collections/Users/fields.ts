// What a user document knows of its own credentials. None of it is written by hand.
import type { Field, FieldAccess } from 'payload'
import { principalOf } from '../../access/principal.ts'

const never: FieldAccess = () => false

const own: FieldAccess = ({ doc, req }) => {
  const { userId } = principalOf(req.user)
  return userId !== null && doc?.id === userId
}

export const identityFields: Field[] = [
  {
    // When somebody showed that the mailbox is theirs: by a reset, an invitation or a confirmation.
    name: 'emailVerifiedAt',
    type: 'date',
    access: { create: never, read: own, update: never },
    admin: { hidden: true },
  },
  {
    // Counts the recoveries of the account. The database refuses a row that was read before the last.
    name: 'credentialsEpoch',
    type: 'number',
    defaultValue: 0,
    hidden: true,
    access: { create: never, read: never, update: never },
  },
  {
    // Sent beside a new password or a new email; see reauthenticate.ts.
    name: 'currentPassword',
    type: 'text',
    virtual: true,
    access: { read: never },
    admin: { hidden: true, disableListColumn: true, disableListFilter: true },
  },
  {
    // In the answer to a change that gave the session of the person who asks a new token.
    name: 'token',
    type: 'text',
    virtual: true,
    access: { create: never, update: never },
    admin: { hidden: true, disableListColumn: true, disableListFilter: true },
  },
]
