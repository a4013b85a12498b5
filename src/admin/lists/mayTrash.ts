// Whether somebody may move a document to the trash, as the rule table says; for the browser as well.
import { isPermission } from '../../../access/permissions.ts'
import { can, tenantIdOf, type Principal } from '../../../access/principal.ts'

type Args = {
  collection: string
  /** `_displayStatus` is `changed` in a list when an earlier version is online. */
  document: { _displayStatus?: unknown; _status?: unknown; createdBy?: unknown; tenant?: unknown }
  principal: Principal
}

export const mayTrash = ({ collection, document, principal }: Args): boolean => {
  const holds = (action: 'trash' | 'trashOwn'): boolean => {
    const permission = `${collection}.${action}`
    return isPermission(permission) && can(principal, permission, document.tenant)
  }
  const isOwnDraft =
    (document._displayStatus ?? document._status) === 'draft' &&
    tenantIdOf(document.createdBy) === principal.userId
  return holds('trash') || (isOwnDraft && holds('trashOwn'))
}
