// API keys: what programs sign in with, as the person who made them. The server makes them, shows
// each once and keeps its hash; see collections/Users/endpoints/createApiKey.ts.
import type { Access, CollectionConfig } from 'payload'
import { principalOf } from '../../access/principal.ts'
import { keyOf } from '../Users/sessionOf.ts'

const nobody: Access = () => false

const own: Access = ({ req }) => {
  const { userId } = principalOf(req.user)
  return userId === null ? false : { user: { equals: userId } }
}

/** A key ends itself and no other: one that was stolen leaves its owner theirs. */
const ownOrItself: Access = ({ req }) => {
  const { userId } = principalOf(req.user)
  const key = keyOf(req)
  return userId === null
    ? false
    : { user: { equals: userId }, ...(key === null ? {} : { id: { equals: key } }) }
}

export const ApiKeys: CollectionConfig = {
  slug: 'api-keys',
  labels: { singular: 'API key', plural: 'API keys' },
  access: { create: nobody, read: own, update: nobody, delete: ownOrItself, unlock: nobody },
  admin: { hidden: true, useAsTitle: 'name' },
  disableDuplicate: true,
  graphQL: { disableMutations: true },
  lockDocuments: false,
  fields: [
    { name: 'user', type: 'relationship', relationTo: 'users', required: true, index: true },
    { name: 'name', type: 'text', required: true, maxLength: 100 },
    // The first characters, to recognise a key by.
    { name: 'prefix', type: 'text', required: true },
    // SHA-256 of the whole key.
    {
      name: 'hash',
      type: 'text',
      required: true,
      unique: true,
      hidden: true,
      access: { create: () => false, read: () => false, update: () => false },
    },
    { name: 'expiresAt', type: 'date', required: true },
    { name: 'lastUsedAt', type: 'date' },
  ],
}
