// What every collection of a tenant has in common: access from the rule table, one tenant that
// never changes, authorship, and references that stay inside the tenant.
import type { CollectionConfig, CollectionSlug } from 'payload'
import { accessFor } from '../../access/compile.ts'
import { withFieldRules } from '../../access/fields.ts'
import type { TenantCollection } from '../../access/rules.ts'
import { authorshipFields, stampAuthor } from './fields/authorship.ts'
import { undoRemovalField } from './fields/undoRemoval.ts'
import { referrersEndpoint } from './endpoints/referrers.ts'
import { canHoldFiles } from './files.ts'
import { answerAsWritten } from './hooks/answerAsWritten.ts'
import { askBeforeDelete, askBeforeTrash } from './hooks/askReferences.ts'
import { assignTenant } from './hooks/assignTenant.ts'
import { countOnline } from './hooks/countOnline.ts'
import { draftUnlessPublished } from './hooks/draftUnlessPublished.ts'
import { fallBackToMain, showTitlesInLists } from './hooks/fallBackToMain.ts'
import { guardLanguage, writeInMain } from './hooks/guardLanguage.ts'
import { guardLife, guardUnpublish } from './hooks/guardLife.ts'
import { guardQuery } from './hooks/guardQuery.ts'
import { guardPurge } from './hooks/guardPurge.ts'
import { guardReferences } from './hooks/guardReferences.ts'
import { keepDraft, keepVersion } from './hooks/keepHistory.ts'
import { readInLanguage } from './hooks/readInLanguage.ts'
import { rememberDocument, rememberPublished } from './hooks/rememberPublished.ts'
import { requireObject } from './hooks/requireObject.ts'
import { restoreAsDraft } from './hooks/restoreAsDraft.ts'
import { nameCopies } from './nameCopies.ts'
import { showSource } from './showSource.ts'
import { trackMediaUse, type ExposureOf } from './hooks/trackMediaUse.ts'
import { withRelationships } from './relationships.ts'

export type TenantCollectionConfig = CollectionConfig & {
  slug: TenantCollection & CollectionSlug
  /** How widely a document shows the files it uses. Without it, it shows none to the public. */
  exposureOf?: ExposureOf
}

/** Composes a tenant's collection; its own hooks run after those that keep it walled. */
export const tenantCollection = ({
  exposureOf = () => 'none',
  ...config
}: TenantCollectionConfig): CollectionConfig => {
  const hasDrafts = typeof config.versions === 'object' && Boolean(config.versions.drafts)
  const mediaUse = canHoldFiles(config.fields) ? trackMediaUse({ exposureOf }) : undefined
  return {
    ...config,
    admin: {
      ...config.admin,
      components: {
        ...config.admin?.components,
        ...(hasDrafts
          ? {
              edit: {
                PublishButton: '/src/admin/publish/PublishOrSay.tsx#PublishOrSay',
                UnpublishButton: '/src/admin/publish/UnpublishIfAllowed.tsx#UnpublishIfAllowed',
                ...config.admin?.components?.edit,
              },
            }
          : {}),
        ...(hasDrafts
          ? {
              views: {
                edit: {
                  version: {
                    actions: ['/src/admin/versions/RestoreAndPublish.tsx#RestoreAndPublish'],
                  },
                },
                ...config.admin?.components?.views,
              },
            }
          : {}),
        beforeListTable: [
          '/src/admin/lists/ListEmpty.tsx#ListEmpty',
          '/src/admin/references/BeforeDelete.tsx#BeforeDeleteMany',
          ...(config.trash ? ['/src/admin/lists/TrashOwn.tsx#TrashOwn'] : []),
          ...(config.admin?.components?.beforeListTable ?? []),
        ],
      },
    },
    access: { ...accessFor(config.slug), ...config.access },
    endpoints: config.trash
      ? [referrersEndpoint(config.slug), ...(config.endpoints || [])]
      : (config.endpoints ?? []),
    custom: { ...config.custom, ...(mediaUse ? { exposureOf } : {}) },
    fields: withFieldRules(
      config.slug,
      withRelationships([
        ...nameCopies({
          fields: showSource(config.fields),
          title: config.disableDuplicate ? undefined : config.admin?.useAsTitle,
        }),
        undoRemovalField,
        ...authorshipFields(),
      ]),
    ),
    hooks: {
      ...config.hooks,
      beforeOperation: [
        requireObject,
        guardQuery,
        showTitlesInLists,
        answerAsWritten,
        readInLanguage,
        writeInMain,
        ...(hasDrafts ? [draftUnlessPublished, countOnline] : []),
        ...(config.hooks?.beforeOperation ?? []),
      ],
      beforeValidate: [
        ...(hasDrafts ? [restoreAsDraft] : []),
        assignTenant,
        ...(config.hooks?.beforeValidate ?? []),
      ],
      beforeChange: [
        guardLanguage,
        guardReferences,
        ...(hasDrafts ? [rememberPublished, guardLife] : [rememberDocument]),
        ...(config.trash ? [askBeforeTrash] : []),
        stampAuthor,
        ...(config.hooks?.beforeChange ?? []),
        ...(hasDrafts ? [keepVersion] : []),
      ],
      afterChange: [
        ...(hasDrafts ? [guardUnpublish, keepDraft] : []),
        ...(config.hooks?.afterChange ?? []),
        ...(mediaUse ? [mediaUse.afterChange] : []),
      ],
      beforeRead: [fallBackToMain, ...(config.hooks?.beforeRead ?? [])],
      beforeDelete: [
        guardPurge,
        ...(config.trash ? [askBeforeDelete] : []),
        ...(config.hooks?.beforeDelete ?? []),
        ...(mediaUse ? [mediaUse.beforeDelete] : []),
      ],
      afterDelete: [
        ...(config.hooks?.afterDelete ?? []),
        ...(mediaUse ? [mediaUse.afterDelete] : []),
      ],
    },
  }
}
