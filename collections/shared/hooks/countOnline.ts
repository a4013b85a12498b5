// Payload's lists take a document for online as soon as one of its versions was ever published, be it taken offline or
// in the trash since. What readers meet is its main row.
import type { CollectionBeforeOperationHook, Where } from 'payload'

export const countOnline: CollectionBeforeOperationHook = ({
  args,
  collection: { trash },
  operation,
  req,
}) => {
  const { limit, select, where } = args as Asked
  const isOfList =
    limit === 0 && JSON.stringify(select) === '{"parent":true}' && isOfVersions(where)
  if (operation !== 'read' || req.payloadAPI !== 'local' || !isOfList) {
    return args
  }
  const isOnline: Where[] = [
    { 'parent._status': { equals: 'published' } },
    ...(trash ? [{ 'parent.deletedAt': { exists: false } }] : []),
  ]
  return { ...args, where: { and: [where!, ...isOnline] } }
}

type Asked = { limit?: number; select?: object; where?: Where }

/** The one question that they ask: `enrichDocsWithVersionStatus` in @payloadcms/next. */
const isOfVersions = (where: Where | undefined): boolean => {
  const [parents, status, ...others] = where?.and ?? []
  return (
    others.length === 0 &&
    Object.keys(parents ?? {}).join() === 'parent' &&
    JSON.stringify(status) === '{"version._status":{"equals":"published"}}'
  )
}
