// What the admin offers follows the rule table, for the person, the document and the tenant they work in.
//
// Payload asks the same access functions before it does something and before it shows a control. When it
// does something, hooks say in a sentence why not, so access stays as wide as it can be. When it shows
// something, it names the collection, and the answer is as narrow as the hooks.
import { getTenantFromCookie } from '@payloadcms/plugin-multi-tenant/utilities'
import type { Access, AccessArgs, CollectionConfig, Config, EditConfig, Field } from 'payload'
import { canInTenant, couldSomewhere, offeredDelete, offeredUpdate } from '../../access/compile.ts'
import { inTenantOnly } from '../../access/narrow.ts'
import { principalOf, tenantsWith, tenantsWithRole } from '../../access/principal.ts'
import type { Permission } from '../../access/permissions.ts'
import { allRules, type RuledCollection, type TenantCollection } from '../../access/rules.ts'

export const offers = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => withMenu(withOffers(collection))),
})

type Document = Record<string, unknown>
type Question = { args: AccessArgs<Document>; slug: RuledCollection }

const withOffers = (collection: CollectionConfig): CollectionConfig => {
  const { slug } = collection
  if (!isRuled(slug)) {
    return collection
  }
  const { access } = collection
  const answer = (does: Access | undefined, offered: (question: Question) => ReturnType<Access>) =>
    ((args) =>
      args.collectionConfig === undefined && does
        ? does(args)
        : offered({ args, slug })) satisfies Access
  return {
    ...collection,
    access: {
      ...access,
      ...(slug === 'tenants' ? {} : { create: answer(access?.create, offeredCreation) }),
      update: answer(access?.update, ({ args, slug: asked }) =>
        offeredUpdate({ collection: asked, ...whoAndWhat(args) }),
      ),
      delete: answer(access?.delete, ({ args, slug: asked }) =>
        offeredDelete({
          collection: asked,
          isTrashing: Boolean(args.data?.deletedAt),
          ...whoAndWhat(args),
        }),
      ),
    },
  }
}

const whoAndWhat = ({ data, id, req }: AccessArgs<Document>) => ({
  document: id === undefined ? null : (data ?? {}),
  principal: id === undefined ? whereTheyWork(req) : principalOf(req.user),
})

const offeredCreation = ({ args: { data, req }, slug }: Question): boolean => {
  const collection = slug as TenantCollection
  const tenant = data?.tenant ?? null
  return tenant === null
    ? couldSomewhere({ action: 'create', collection, principal: whereTheyWork(req) })
    : canInTenant({ action: 'create', collection, principal: principalOf(req.user), tenant })
}

/** The person, in the tenant that they chose at the top left, if they chose one. */
const whereTheyWork = (req: AccessArgs['req']) => {
  const chosen = getTenantFromCookie(req.headers, 'text')
  return inTenantOnly(principalOf(req.user), chosen === null ? null : String(chosen))
}

/** What the menu and the tabs of documents show to whom. */
const withMenu = (collection: CollectionConfig): CollectionConfig => {
  const { admin } = collection
  const edit = admin?.components?.views?.edit
  const needed = MENU[collection.slug]
  return {
    ...collection,
    admin: {
      ...admin,
      ...(needed && admin?.hidden === undefined
        ? { hidden: ({ user }: { user: unknown }) => !holdsOneOf(user, needed) }
        : {}),
      disableCopyToLocale: !isTranslated(collection.fields),
      components: {
        ...admin?.components,
        edit: {
          ...admin?.components?.edit,
          beforeDocumentControls: [
            ...(admin?.components?.edit?.beforeDocumentControls ?? []),
            NOTHING_TO_SAVE,
            UNTITLED,
          ],
        },
        views: {
          ...admin?.components?.views,
          edit: {
            ...edit,
            api: { tab: { condition: ({ req }) => isForBuilders(req.user) } },
            ...(typeof collection.versions === 'object'
              ? { version: { ...edit?.version, Component: VERSION } }
              : {}),
          } as EditConfig,
        },
      },
    },
  }
}

const isTranslated = (fields: Field[]): boolean =>
  fields.some(
    (field) =>
      ('localized' in field && field.localized === true) ||
      ('fields' in field && isTranslated(field.fields)) ||
      (field.type === 'tabs' && field.tabs.some((tab) => isTranslated(tab.fields))),
  )

const NOTHING_TO_SAVE = '/src/admin/publish/NothingToSave.tsx#NothingToSave'
const UNTITLED = '/src/admin/titles/Untitled.tsx#Untitled'
const VERSION = '/src/admin/views/VersionOfDocument.tsx#VersionOfDocument'

/** Settings that most people can only look at: in the menu of those who may change something there. */
const MENU: Partial<Record<string, readonly Permission[]>> = {
  users: [],
  roles: ['roles.create', 'roles.updateAny', 'roles.purge'],
  tenants: [
    'tenants.manageSettings',
    'tenants.manageDomains',
    'tenants.openClient',
    'tenants.manageClient',
    'tenants.purge',
  ],
  domains: ['domains.create', 'domains.purge', 'tenants.manageSettings'],
}

const holdsOneOf = (user: unknown, permissions: readonly Permission[]): boolean => {
  const principal = principalOf(user)
  return principal.isOperator || permissions.some((one) => tenantsWith(principal, one).length > 0)
}

/** JSON is for those who connect programs: an installation's operators, a tenant's admins. */
const isForBuilders = (user: unknown): boolean => {
  const principal = principalOf(user)
  return principal.isOperator || tenantsWithRole(principal, 'admin').length > 0
}

const isRuled = (slug: string): slug is RuledCollection => slug in allRules
