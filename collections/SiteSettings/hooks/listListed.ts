// The settings of a new client are online at once, with its name and how to reach it. Whoever asks for the
// settings of nobody in particular is told of the tenants that are listed, and of their own: all of them
// together are an agency's list of clients.
import type { CollectionBeforeOperationHook, Where } from 'payload'
import { principalOf } from '../../../access/principal.ts'
import { isUuid } from '../../shared/isUuid.ts'

const LISTS = new Set(['count', 'read', 'readDistinct'])

/** Payload calls reading versions reading as well; those are for members. It hands on `draft` only for documents. */
const isOfVersions = (operation: string, args: object): boolean =>
  operation === 'read' && !('draft' in args)

export const listListed: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const asked = args as { id?: unknown; overrideAccess?: boolean; where?: Where }
  const { isOperator, reach } = principalOf(req.user)
  if (
    !LISTS.has(operation) ||
    isOfVersions(operation, args) ||
    asked.id !== undefined ||
    asked.overrideAccess ||
    isOperator
  ) {
    return args
  }
  const ids = idsIn(asked.where)
  const listed: Where = {
    or: [
      { 'tenant.visibility': { equals: 'public' } },
      { tenant: { in: [...reach.keys(), ...ids] } },
      { id: { in: ids } },
    ],
  }
  return { ...args, where: asked.where ? { and: [asked.where, listed] } : listed }
}

/** Every id that the question knows, wherever it stands: what it means by them is its own business. */
const idsIn = (asked: unknown): string[] => {
  if (typeof asked === 'string') {
    return asked.split(',').filter(isUuid)
  }
  return typeof asked === 'object' && asked !== null ? Object.values(asked).flatMap(idsIn) : []
}
