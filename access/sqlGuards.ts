// What a policy cannot see, because it needs the row before and after: that a document never
// changes its tenant or its author, and that publishing, trashing, restoring and granting take
// rights of their own. Compiled to the bodies of trigger functions.
import { permissionNumber, type Permission } from './permissions.ts'
import { grantOf, hasDrafts, hasTrash, type Action, type RuledCollection } from './rules.ts'

type Guards = { afterInsert?: string; beforeUpdate?: string; beforeDelete?: string }

/** `tenant` holds the permission in the context of the running statement. */
const may = (tenant: string, ...permissions: Permission[]): string =>
  `${tenant} = any (rls.tenants(${permissions.map(permissionNumber).join(', ')}))`

const refuseUnless = (condition: string, sentence: string): string =>
  `if not coalesce(${condition}, false) then
    raise exception '${sentence}' using errcode = '42501';
  end if;`

const when = (condition: string, body: string): string => `if ${condition} then
  ${body}
  end if;`

export const lifeGuards = (collection: RuledCollection): Guards => {
  const p = (action: Action): Permission => `${collection}.${action}`
  const has = (action: Action) => grantOf(collection, action) !== undefined
  if (collection === 'tenants') {
    return tenantGuards
  }
  const afterInsert: string[] = []
  const beforeUpdate: string[] = [
    refuseUnless(
      'new.tenant_id is not distinct from old.tenant_id',
      'the tenant of a row is fixed',
    ),
  ]
  afterInsert.push(refuseUnless(may('new.tenant_id', p('create')), 'not allowed to create here'))
  if (has('updateOwn')) {
    afterInsert.push(
      when(
        'rls.uid() is not null',
        refuseUnless(
          'new.created_by_id is not distinct from rls.uid()',
          'the author is whoever creates',
        ),
      ),
    )
    beforeUpdate.push(
      when(
        'new.created_by_id is distinct from old.created_by_id',
        // A user who is deleted leaves his documents behind, without an author.
        refuseUnless('new.created_by_id is null', 'the author of a row is fixed'),
      ),
    )
  }
  if (hasDrafts(collection)) {
    afterInsert.push(
      when(
        `new._status = 'published'`,
        refuseUnless(may('new.tenant_id', p('publish')), 'not allowed to publish here'),
      ),
    )
    beforeUpdate.push(
      when(
        `new._status = 'published'`,
        refuseUnless(may('new.tenant_id', p('publish')), 'not allowed to publish here'),
      ),
      when(
        `old._status = 'published' and new._status is distinct from 'published'`,
        refuseUnless(may('new.tenant_id', p('unpublish')), 'not allowed to unpublish here'),
      ),
    )
  }
  if (hasTrash(collection)) {
    const own = has('trashOwn')
      ? `(${may('new.tenant_id', p('trashOwn'))} and new.created_by_id = rls.uid() and old._status is distinct from 'published') or `
      : ''
    beforeUpdate.push(
      when(
        'old.deleted_at is null and new.deleted_at is not null',
        refuseUnless(`${own}${may('new.tenant_id', p('trash'))}`, 'not allowed to trash here'),
      ),
      when(
        'old.deleted_at is not null and new.deleted_at is null',
        refuseUnless(may('new.tenant_id', p('restore')), 'not allowed to restore here'),
      ),
    )
  }
  if (has('expose')) {
    beforeUpdate.push(exposeGuard(p))
  }
  if (collection === 'memberships') {
    beforeUpdate.push(...membershipGuards.beforeUpdate)
    afterInsert.push(...membershipGuards.afterInsert)
  }
  if (collection === 'domains') {
    afterInsert.push(refuseUnless(`new.status = 'pending'`, 'a domain begins unproven'))
  }
  return {
    afterInsert: afterInsert.join('\n  '),
    beforeUpdate: beforeUpdate.join('\n  '),
    ...(collection === 'memberships' ? { beforeDelete: membershipGuards.beforeDelete } : {}),
  }
}

/** How widely a file is shown, and how often used, follows from what uses it; nobody types it in. */
const exposeGuard = (p: (action: Action) => Permission): string =>
  `if to_jsonb(new) - '{exposure,uses,updated_at}'::text[] = to_jsonb(old) - '{exposure,uses,updated_at}'::text[] then
    if (new.exposure, new.uses) is distinct from (old.exposure, old.uses) then
      ${refuseUnless(may('new.tenant_id', p('expose')), 'the exposure and the uses of a file are derived')}
    end if;
  else
    ${refuseUnless(
      `(${may('new.tenant_id', p('updateAny'))} or (${may('new.tenant_id', p('updateOwn'))} and old.created_by_id = rls.uid() and old.exposure = 'none')) and ((new.exposure, new.uses) is not distinct from (old.exposure, old.uses) or ${may('new.tenant_id', p('expose'))})`,
      'not allowed to change this file',
    )}
  end if;`

/** Nobody gives or touches a role above his own. */
export const mayGrant = (row: 'new' | 'old' | 'memberships'): string => `case ${row}.role
      when 'viewer' then ${may(`${row}.tenant_id`, 'memberships.grantViewer')}
      when 'contributor' then ${may(`${row}.tenant_id`, 'memberships.grantContributor')}
      when 'reviewer' then ${may(`${row}.tenant_id`, 'memberships.grantReviewer')}
      when 'editor' then ${may(`${row}.tenant_id`, 'memberships.grantEditor')}
      when 'admin' then ${may(`${row}.tenant_id`, 'memberships.grantAdmin')}
      when 'owner' then ${may(`${row}.tenant_id`, 'memberships.grantOwner')}
      when 'custom' then ${may(`${row}.tenant_id`, 'memberships.grantCustom')}
      else false end`

/** Names the lock of a tenant. Its owners go one after the other: two at once would each count on the other. */
export const OWNERS_LOCK = 'rls.owners:'

const keepOwner = `perform pg_advisory_xact_lock(hashtextextended('${OWNERS_LOCK}' || old.tenant_id::text, 0));
  ${refuseUnless('rls.has_other_owner(old.tenant_id, old.id)', 'a tenant needs an owner')}`

const membershipGuards = {
  afterInsert: [
    refuseUnless(mayGrant('new'), 'not allowed to give this role'),
    when(
      `rls.uid() is not null and new.user_id = rls.uid()`,
      // Of a tenant that he just opened, or of one that invited him; both under a capability.
      refuseUnless(`rls.has_cap('join')`, 'nobody makes himself a member'),
    ),
  ],
  beforeUpdate: [
    refuseUnless(
      'new.user_id is not distinct from old.user_id',
      'a membership stays with its user',
    ),
    when(
      `(new.status = 'invited') <> (old.status = 'invited')`,
      refuseUnless(`rls.has_cap('join')`, 'an invitation is answered by the person invited'),
    ),
    refuseUnless(mayGrant('new'), 'not allowed to give this role'),
    refuseUnless(mayGrant('old'), 'not allowed to change this role'),
    when(
      `old.role = 'owner' and old.status = 'active' and (new.role <> 'owner' or new.status <> 'active')`,
      keepOwner,
    ),
  ],
  beforeDelete: [
    refuseUnless(
      `old.user_id = rls.uid() or ${mayGrant('old')}`,
      'not allowed to remove somebody of this role',
    ),
    when(`old.role = 'owner' and old.status = 'active'`, keepOwner),
  ].join('\n  '),
}

const tenantGuards: Guards = {
  afterInsert: [
    when(
      `new.kind = 'agency' or new.agency_id is null`,
      refuseUnless(`rls.has_cap('operator')`, 'only the operator opens agencies'),
    ),
    refuseUnless(
      `rls.has_cap('operator') or ${may('new.agency_id', 'tenants.openClient')}`,
      'not allowed to open a client here',
    ),
  ].join('\n  '),
  beforeUpdate: [
    when(
      'new.kind is distinct from old.kind or new.agency_id is distinct from old.agency_id',
      refuseUnless(`rls.has_cap('operator')`, 'only the operator moves a tenant'),
    ),
    when(
      `new.status is distinct from old.status
     or new.quotas_members is distinct from old.quotas_members
     or new.quotas_studies is distinct from old.quotas_studies
     or (new.quotas_storage_mb, new.quotas_image_mb, new.quotas_video_mb, new.quotas_document_mb)
        is distinct from (old.quotas_storage_mb, old.quotas_image_mb, old.quotas_video_mb, old.quotas_document_mb)`,
      refuseUnless(
        `rls.has_cap('operator') or ${may('new.agency_id', 'tenants.manageClient')}`,
        'only the agency decides about status and limits',
      ),
    ),
    when(
      'new.slug is distinct from old.slug or new.agency_access is distinct from old.agency_access',
      refuseUnless(may('new.id', 'tenants.manageDomains'), 'only the owner changes the address'),
    ),
  ].join('\n  '),
}
