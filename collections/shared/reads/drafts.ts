// What is asked for with its drafts by somebody who reads none is asked for as it is online. Payload would
// look for it among the versions, where what has a newer draft would be missing.
import type { CollectionBeforeOperationHook } from 'payload'
import { reachOf } from '../../../access/compile.ts'
import { principalOf } from '../../../access/principal.ts'
import { allRules, grantOf, type RuledCollection } from '../../../access/rules.ts'

export const readOnlineWithoutVersions: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  req,
}) => {
  const { draft, overrideAccess } = args as { draft?: boolean; overrideAccess?: boolean }
  const slug = collection.slug as RuledCollection
  if (operation !== 'read' || !draft || overrideAccess) {
    return args
  }
  const hasVersions = slug in allRules && grantOf(slug, 'readVersions') !== undefined
  const principal = principalOf(req.user)
  return hasVersions && !reachOf({ actions: ['readVersions'], collection: slug, principal })
    ? { ...args, draft: false }
    : args
}
