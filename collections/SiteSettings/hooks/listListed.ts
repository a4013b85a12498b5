// The settings of a new client are online at once, with its name and how to reach it. Whoever asks for the
// settings of nobody in particular is told of the tenants that are listed, and of their own: all of them
// together are an agency's list of clients.
import type { CollectionBeforeOperationHook, Where } from 'payload'
import { principalOf } from '../../../access/principal.ts'

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
  if (namesTenant(asked.where)) {
    return args
  }
  const listed: Where = {
    or: [{ 'tenant.visibility': { equals: 'public' } }, { tenant: { in: [...reach.keys()] } }],
  }
  return { ...args, where: asked.where ? { and: [asked.where, listed] } : listed }
}

/** Whether every document that is found belongs to a tenant that the question knows by its id. */
const namesTenant = (where: Where | undefined): boolean => {
  const { tenant, id } = (where ?? {}) as Record<string, { equals?: unknown; in?: unknown }>
  const conditions = [where?.and, (where as { AND?: Where[] } | undefined)?.AND].flat()
  return (
    [tenant, id].some((asked) => asked?.equals !== undefined || asked?.in !== undefined) ||
    conditions.some((one) => one !== undefined && namesTenant(one))
  )
}
