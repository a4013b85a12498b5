// What the admin offers follows the rule table, for the person, the document and the tenant they work in.
//
// Payload asks the same access functions before it does something and before it shows a control. When it
// does something, hooks say in a sentence why not, so access stays as wide as it can be. When it shows
// something, it names the collection, and the answer is as narrow as the hooks.
import { getTenantFromCookie } from '@payloadcms/plugin-multi-tenant/utilities'
import type {
  Access,
  AccessArgs,
  CollectionConfig,
  Config,
  EditConfig,
  Field,
  PayloadComponent,
  Where,
} from 'payload'
import { canInTenant, couldSomewhere, offeredDelete, offeredUpdate } from '../../access/compile.ts'
import { inTenantOnly } from '../../access/narrow.ts'
import {
  principalOf,
  tenantsWith,
  tenantsWithRole,
  type Principal,
} from '../../access/principal.ts'
import type { Permission } from '../../access/permissions.ts'
import { allRules, type RuledCollection, type TenantCollection } from '../../access/rules.ts'
import { offeredMemberships } from '../../collections/Memberships/offeredMemberships.ts'

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
        among(asked, args, offeredUpdate({ collection: asked, ...whoAndWhat(args) })),
      ),
      delete: answer(access?.delete, ({ args, slug: asked }) =>
        among(
          asked,
          args,
          offeredDelete({
            collection: asked,
            isTrashing: Boolean(args.data?.deletedAt),
            ...whoAndWhat(args),
          }),
        ),
      ),
    },
  }
}

/** What a role is given or taken with is more than the role table says of one. */
const among = (
  slug: RuledCollection,
  { req }: AccessArgs<Document>,
  offered: boolean | Where,
): boolean | Where => {
  const theirs = slug === 'memberships' ? offeredMemberships(principalOf(req.user)) : true
  if (offered === false || theirs === false) {
    return false
  }
  const conditions = [offered, theirs].filter((part) => typeof part === 'object')
  return conditions.length === 0 ? true : { and: conditions }
}

const whoAndWhat = ({ data, id, req }: AccessArgs<Document>) => ({
  document: id === undefined ? null : (data ?? {}),
  principal: id === undefined ? whereTheyWork(req) : principalOf(req.user),
})

const offeredCreation = async ({ args: { data, req }, slug }: Question): Promise<boolean> => {
  const collection = slug as TenantCollection
  const tenant = data?.tenant ?? null
  const principal = tenant === null ? whereTheyWork(req) : principalOf(req.user)
  const may =
    tenant === null
      ? couldSomewhere({ action: 'create', collection, principal })
      : canInTenant({ action: 'create', collection, principal, tenant })
  return may && (slug !== 'site-settings' || (await lacksSettings({ principal, req })))
}

/** Every tenant has its settings from the start. Only who deleted them makes new ones. */
const lacksSettings = async ({
  principal,
  req,
}: {
  principal: Principal
  req: AccessArgs['req']
}): Promise<boolean> => {
  const tenants = tenantsWith(principal, 'site-settings.create')
  const { totalDocs } = await req.payload.db.count({
    collection: 'site-settings',
    req,
    where: { tenant: { in: tenants } },
  })
  return totalDocs < tenants.length
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
        beforeListTable: [...(admin?.components?.beforeListTable ?? []), NOTHING_TO_SELECT],
        edit: {
          ...admin?.components?.edit,
          // A document stays in its tenant.
          editMenuItems: (admin?.components?.edit?.editMenuItems ?? []).filter(
            (item) => !pathOf(item).endsWith('#AssignTenantFieldTrigger'),
          ),
          beforeDocumentControls: [
            ...(admin?.components?.edit?.beforeDocumentControls ?? []),
            BEFORE_DELETE,
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
              ? {
                  version: { ...edit?.version, Component: VERSION },
                  versions: { ...edit?.versions, Component: VERSIONS },
                }
              : {}),
          } as EditConfig,
        },
      },
    },
  }
}

const pathOf = (item: PayloadComponent): string =>
  typeof item === 'string' ? item : item ? item.path : ''

const isTranslated = (fields: Field[]): boolean =>
  fields.some(
    (field) =>
      ('localized' in field && field.localized === true) ||
      ('fields' in field && isTranslated(field.fields)) ||
      (field.type === 'tabs' && field.tabs.some((tab) => isTranslated(tab.fields))),
  )

const BEFORE_DELETE = '/src/admin/references/BeforeDelete.tsx#BeforeDeleteOne'
const NOTHING_TO_SELECT = '/src/admin/lists/NothingToSelect.tsx#NothingToSelect'
const NOTHING_TO_SAVE = '/src/admin/publish/NothingToSave.tsx#NothingToSave'
const UNTITLED = '/src/admin/titles/Untitled.tsx#Untitled'
const VERSION = '/src/admin/views/VersionOfDocument.tsx#VersionOfDocument'
const VERSIONS = '/src/admin/views/VersionsOfDocument.tsx#VersionsOfDocument'

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
