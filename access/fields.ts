// The field rules: single fields that follow other rules than their document. All others are read
// and written with it. Compiled to Payload's field access here; in the database the guards of
// sqlGuards.ts and the policies of child tables say the same.
import type { Field, FieldAccess } from 'payload'
import { can, principalOf, type Principal } from './principal.ts'
import type { Permission } from './permissions.ts'
import { type rules, type RuledCollection } from './rules.ts'

export type FieldRight =
  /** Whoever may read or write the document. */
  | 'document'
  /** No person: hooks derive it. */
  | 'nobody'
  /** Given with the document, and then for ever. */
  | 'onCreate'
  | 'operator'
  /** Held in the document's tenant; of a client, `tenants.manageClient` in its agency. */
  | Permission

export type FieldRule = {
  read: FieldRight
  set: FieldRight
  /** The read rule holds unless this field of the document says no; then it is read as usual. */
  readWhen?: string
}

/** Collections whose documents note where an import took them from. */
const IMPORTED: readonly RuledCollection[] = [
  'case-studies',
  'pages',
  'media',
  'documents',
  'people',
  'organisations',
  'testimonials',
  'redirects',
]

type Reviewed =
  'people' | 'organisations' | 'services' | 'industries' | 'technologies' | 'testimonials'

const OWNED: FieldRule = { read: 'document', set: 'onCreate' }

export const fieldRules: Partial<Record<RuledCollection, Record<string, FieldRule>>> = {
  tenants: {
    slug: { read: 'document', set: 'tenants.manageDomains' },
    formerSlugs: { read: 'nobody', set: 'nobody' },
    kind: { read: 'document', set: 'operator' },
    agency: { read: 'tenants.readInternal', set: 'operator' },
    agencyAccess: { read: 'tenants.readInternal', set: 'tenants.manageDomains' },
    status: { read: 'document', set: 'tenants.manageClient' },
    quotas: { read: 'tenants.readInternal', set: 'tenants.manageClient' },
    files: { read: 'tenants.readInternal', set: 'tenants.manageSettings' },
  },
  'case-studies': {
    ...authored('case-studies'),
    _status: { read: 'document', set: 'case-studies.publish' },
    visibility: { read: 'document', set: 'document' },
    client: { read: 'case-studies.readInternal', readWhen: 'anonymous', set: 'document' },
    notes: { read: 'case-studies.readInternal', set: 'document' },
    password: { read: 'nobody', set: 'document' },
    passwordHash: { read: 'nobody', set: 'nobody' },
  },
  pages: { ...authored('pages'), _status: { read: 'document', set: 'pages.publish' } },
  people: reviewed('people'),
  organisations: reviewed('organisations'),
  services: reviewed('services'),
  industries: reviewed('industries'),
  technologies: reviewed('technologies'),
  testimonials: reviewed('testimonials'),
  media: file('media'),
  documents: file('documents'),
  'site-settings': {
    ...authored('site-settings'),
    _status: { read: 'document', set: 'site-settings.publish' },
  },
  leads: authored('leads'),
  redirects: authored('redirects'),
  roles: authored('roles'),
  memberships: {
    tenant: OWNED,
    user: OWNED,
    role: { read: 'document', set: 'memberships.updateAny' },
  },
  'storage-accounts': {
    ...authored('storage-accounts'),
    apiSecret: { read: 'nobody', set: 'document' },
    sealedSecret: { read: 'nobody', set: 'nobody' },
    checkedAt: { read: 'document', set: 'nobody' },
  },
  domains: {
    tenant: OWNED,
    host: OWNED,
    status: { read: 'document', set: 'nobody' },
    token: { read: 'document', set: 'nobody' },
  },
}

/** Puts the rules of a collection onto its fields, however deep they stand in its layout. */
export const withFieldRules = (collection: RuledCollection, fields: Field[]): Field[] =>
  fields.map((field): Field => {
    if (field.type === 'tabs') {
      return {
        ...field,
        tabs: field.tabs.map((tab) => ({ ...tab, fields: withFieldRules(collection, tab.fields) })),
      }
    }
    if (field.type === 'row' || field.type === 'collapsible') {
      return { ...field, fields: withFieldRules(collection, field.fields) }
    }
    const rule = 'name' in field && field.name ? fieldRules[collection]?.[field.name] : undefined
    return rule
      ? ({
          ...field,
          access: { ...('access' in field ? field.access : {}), ...accessOf({ collection, rule }) },
        } as Field)
      : field
  })

type FieldAccesses = { create?: FieldAccess; read?: FieldAccess; update?: FieldAccess }

const accessOf = ({
  collection,
  rule,
}: {
  collection: RuledCollection
  rule: FieldRule
}): FieldAccesses => ({
  ...(rule.read === 'document' ? {} : { read: readAccess({ collection, rule }) }),
  ...(rule.set === 'nobody' ? { create: never, update: never } : {}),
  ...(rule.set === 'onCreate' ? { update: never } : {}),
  ...(rule.set === 'operator' || rule.set.includes('.')
    ? {
        update: ({ doc, id, req }) =>
          holds({
            collection,
            doc: doc ?? { id },
            principal: principalOf(req.user),
            right: rule.set,
          }),
      }
    : {}),
})

const never: FieldAccess = () => false

const readAccess =
  ({ collection, rule }: { collection: RuledCollection; rule: FieldRule }): FieldAccess =>
  ({ doc, req }) => {
    const principal = principalOf(req.user)
    if (rule.read === 'nobody') {
      return false
    }
    if (!doc) {
      // Without a document Payload asks whether the field exists at all for this caller, as in filters.
      return principal.isOperator || principal.reach.size > 0 || rule.readWhen !== undefined
    }
    return !isBound({ doc, rule }) || holds({ collection, doc, principal, right: rule.read })
  }

/**
 * Whether the read rule applies. Only a stored no lifts it: a field that was not read says nothing,
 * so the rule does not depend on what a caller selects.
 */
const isBound = ({ doc, rule }: { doc: Record<string, unknown>; rule: FieldRule }): boolean => {
  if (rule.readWhen === undefined) {
    return true
  }
  const said = doc[rule.readWhen]
  return said !== false && said !== null
}

const holds = ({
  collection,
  doc,
  principal,
  right,
}: {
  collection: RuledCollection
  doc: Record<string, unknown>
  principal: Principal
  right: FieldRight
}): boolean => {
  if (right === 'operator') {
    return principal.isOperator
  }
  const permission = right as Permission
  return can(principal, permission, doc[tenantPathOf({ collection, permission })])
}

/** The field of a document that names the tenant in which a permission has to be held. */
const tenantPathOf = ({
  collection,
  permission,
}: {
  collection: RuledCollection
  permission: Permission
}): 'agency' | 'id' | 'tenant' => {
  if (permission === 'tenants.manageClient') {
    return 'agency'
  }
  return collection === 'tenants' ? 'id' : 'tenant'
}

/**
 * The fields of a document that its read rules look at. Whoever reads a document for a caller reads
 * these as well, whatever the caller selected; see collections/shared/reads/select.ts.
 */
export const siblingsOf = (collection: RuledCollection): string[] => [
  ...new Set(
    Object.values(fieldRules[collection] ?? {}).flatMap(({ read, readWhen }) => [
      ...(readWhen ? [readWhen] : []),
      ...(read.includes('.') ? [tenantPathOf({ collection, permission: read as Permission })] : []),
    ]),
  ),
]

/** What follows from a file's uses; how many there are, drafts included, is its tenant's to know. */
function file(collection: 'media' | 'documents'): Record<string, FieldRule> {
  return {
    ...authored(collection),
    exposure: { read: 'document', set: 'nobody' },
    uses: { read: `${collection}.readInternal`, set: 'nobody' },
  }
}

/** What studies refer to: its status is an editor's to set. */
function reviewed(collection: Reviewed): Record<string, FieldRule> {
  return {
    ...authored(collection),
    _status: { read: 'document', set: `${collection}.publish` },
  }
}

/** What every document of a tenant has: a tenant for ever, and authors that only it sees. */
function authored(collection: keyof typeof rules): Record<string, FieldRule> {
  const author: FieldRule = { read: `${collection}.readInternal`, set: 'nobody' }
  return {
    tenant: OWNED,
    createdBy: author,
    updatedBy: author,
    ...(IMPORTED.includes(collection)
      ? { origin: { read: `${collection}.readInternal`, set: 'document' } satisfies FieldRule }
      : {}),
  }
}
