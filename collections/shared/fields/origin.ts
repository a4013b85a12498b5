// Where an imported document came from, so that a second import updates instead of doubling.
import type { GroupField } from 'payload'

export const originGroup = (): GroupField => ({
  name: 'origin',
  type: 'group',
  admin: { hidden: true },
  fields: [
    { name: 'key', type: 'text', index: true },
    { name: 'url', type: 'text' },
    /** Hash of the source as it was read. */
    { name: 'hash', type: 'text' },
    /** Hash of what the import wrote, to tell an editor's later change. */
    { name: 'updated', type: 'text' },
  ],
})
