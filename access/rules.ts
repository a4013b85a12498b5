// The rule table: who may do what, collection by collection. Read a row as a sentence:
// "case-studies: updateOwn is granted to a contributor when it is his own draft; updateAny to an
// editor." Nothing here runs: compile.ts turns it into Payload access, sql.ts into the policies of
// Postgres, markdown.ts into the page that people read. A rule is stated here and nowhere else.
import type { ConditionName } from './conditions.ts'
import type { Role } from './roles.ts'

export type Grantee =
  /** Everybody, anonymous callers included. */
  | 'anyone'
  /** Whoever is signed in. */
  | 'user'
  /** Held in the document's tenant; a role includes those below it. */
  | Role
  /** Whoever runs this installation. Includes everything else. */
  | 'operator'
  /** No person: Vitrine's own code, under a capability that capabilities.ts names. */
  | 'system'

export type Grant = { to: Grantee; when?: ConditionName }

/** What can be done to documents, in the order in which people read of it. */
export const ACTIONS = [
  'read',
  'readInternal',
  'readVersions',
  'readByLink',
  'create',
  'updateOwn',
  'updateAny',
  'expose',
  'publish',
  'unpublish',
  'schedule',
  'trashOwn',
  'trash',
  'restore',
  'purge',
  'leave',
  'grantViewer',
  'grantContributor',
  'grantReviewer',
  'grantEditor',
  'grantAdmin',
  'grantOwner',
  'grantCustom',
  'manageSettings',
  'manageDomains',
  'manageTokens',
  'manageWebhooks',
  'openClient',
  'manageClient',
] as const

export type Action = (typeof ACTIONS)[number]

export type CollectionRules = Partial<Record<Action, Grant>>

/** Collections whose documents belong to a tenant through a `tenant` field. */
export const rules = {
  'case-studies': {
    read: { to: 'anyone', when: 'publicStudy' },
    readInternal: { to: 'viewer' },
    readVersions: { to: 'viewer' },
    readByLink: { to: 'system', when: 'sharedByLink' },
    create: { to: 'contributor' },
    updateOwn: { to: 'contributor', when: 'ownDraft' },
    updateAny: { to: 'editor' },
    publish: { to: 'editor' },
    unpublish: { to: 'editor' },
    schedule: { to: 'editor' },
    trashOwn: { to: 'contributor', when: 'ownDraft' },
    trash: { to: 'editor' },
    restore: { to: 'editor' },
    purge: { to: 'admin' },
  },
  pages: {
    read: { to: 'anyone', when: 'published' },
    readInternal: { to: 'viewer' },
    readVersions: { to: 'viewer' },
    create: { to: 'contributor' },
    updateOwn: { to: 'contributor', when: 'ownDraft' },
    updateAny: { to: 'editor' },
    publish: { to: 'editor' },
    unpublish: { to: 'editor' },
    schedule: { to: 'editor' },
    trash: { to: 'editor' },
    restore: { to: 'editor' },
    purge: { to: 'admin' },
  },
  people: reviewed('published'),
  organisations: reviewed('nameIsPublic'),
  services: reviewed('published'),
  industries: reviewed('published'),
  technologies: reviewed('published'),
  testimonials: reviewed('consentGiven'),
  media: file(),
  documents: file(),
  'site-settings': {
    read: { to: 'anyone', when: 'settingsPublished' },
    readInternal: { to: 'viewer' },
    readVersions: { to: 'viewer' },
    create: { to: 'admin' },
    updateAny: { to: 'admin' },
    publish: { to: 'admin' },
    unpublish: { to: 'admin' },
    purge: { to: 'owner' },
  },
  leads: {
    readInternal: { to: 'editor' },
    create: { to: 'system' },
    updateAny: { to: 'editor' },
    purge: { to: 'admin' },
  },
  // A visitor learns of one redirect, for the one URL they asked for: the capability `followRedirect`.
  redirects: {
    readInternal: { to: 'viewer' },
    create: { to: 'editor' },
    updateAny: { to: 'editor' },
    purge: { to: 'editor' },
  },
  memberships: {
    read: { to: 'user', when: 'ownMembership' },
    readInternal: { to: 'viewer' },
    // Nobody becomes a member without accepting: by an invitation, or by opening the tenant.
    create: { to: 'system' },
    updateAny: { to: 'admin', when: 'ofSomebodyElse' },
    purge: { to: 'admin', when: 'ofSomebodyElse' },
    leave: { to: 'user', when: 'ownMembership' },
    grantViewer: { to: 'admin' },
    grantContributor: { to: 'admin' },
    grantReviewer: { to: 'admin' },
    grantEditor: { to: 'admin' },
    grantAdmin: { to: 'admin' },
    grantOwner: { to: 'owner' },
    grantCustom: { to: 'owner' },
  },
  invitations: {
    readInternal: { to: 'admin' },
    create: { to: 'admin' },
    updateAny: { to: 'admin' },
    purge: { to: 'admin' },
  },
  roles: {
    readInternal: { to: 'viewer' },
    create: { to: 'owner' },
    updateAny: { to: 'owner' },
    purge: { to: 'owner' },
  },
  domains: {
    readInternal: { to: 'viewer' },
    create: { to: 'owner' },
    updateAny: { to: 'system' },
    purge: { to: 'owner' },
  },
  'storage-accounts': {
    readInternal: { to: 'owner' },
    create: { to: 'owner' },
    updateAny: { to: 'owner' },
    purge: { to: 'owner' },
  },
  'media-references': {
    readInternal: { to: 'system' },
    create: { to: 'system' },
    purge: { to: 'system' },
  },
} as const satisfies Record<string, CollectionRules>

/** Collections that have a `tenant` field. */
export type TenantCollection = keyof typeof rules

/** What may be done to the tenant itself; the roles are those held in that tenant. */
export const tenantRules = {
  read: { to: 'anyone', when: 'isListedTenant' },
  readInternal: { to: 'viewer' },
  manageSettings: { to: 'admin' },
  manageDomains: { to: 'owner' },
  manageTokens: { to: 'admin' },
  manageWebhooks: { to: 'admin' },
  /** Of an agency: open a client. */
  openClient: { to: 'admin' },
  /** Of an agency: change its clients' status, limits and settings. */
  manageClient: { to: 'admin' },
  purge: { to: 'owner' },
} as const satisfies CollectionRules

/** In the table, so that they keep their numbers, but nothing can be done with them yet: nobody is offered them. */
export const WITHOUT_EFFECT: readonly string[] = ['manageTokens', 'manageWebhooks']

/** Everything that has rules: the collections of a tenant, and tenants themselves. */
export const allRules = { tenants: tenantRules, ...rules } as const

export type RuledCollection = keyof typeof allRules

/** A client is opened and managed with a role in its agency, not in itself. */
export const isThroughAgency = (action: Action): boolean =>
  action === 'openClient' || action === 'manageClient'

export const grantOf = (collection: RuledCollection, action: Action): Grant | undefined =>
  (allRules[collection] as CollectionRules)[action]

/** Whether documents of the collection have drafts: somebody publishes them. */
export const hasDrafts = (collection: RuledCollection): boolean =>
  grantOf(collection, 'publish') !== undefined

/** Whether what is deleted waits in a trash first. */
export const hasTrash = (collection: RuledCollection): boolean =>
  grantOf(collection, 'trash') !== undefined

/** What studies refer to: written by contributors, public once an editor published it. */
function reviewed(publicWhen: ConditionName) {
  return {
    read: { to: 'anyone', when: publicWhen },
    readInternal: { to: 'viewer' },
    readVersions: { to: 'viewer' },
    create: { to: 'contributor' },
    updateOwn: { to: 'contributor', when: 'ownDraft' },
    updateAny: { to: 'editor' },
    publish: { to: 'editor' },
    unpublish: { to: 'editor' },
    trashOwn: { to: 'contributor', when: 'ownDraft' },
    trash: { to: 'editor' },
    restore: { to: 'editor' },
    purge: { to: 'admin' },
  } as const satisfies CollectionRules
}

function file() {
  return {
    read: { to: 'anyone', when: 'shownPublicly' },
    readInternal: { to: 'viewer' },
    create: { to: 'contributor' },
    // What something published shows, an editor answers for.
    updateOwn: { to: 'contributor', when: 'ownHidden' },
    updateAny: { to: 'editor' },
    trashOwn: { to: 'contributor', when: 'ownHidden' },
    purge: { to: 'editor' },
    readByLink: { to: 'system', when: 'shownByLink' },
    expose: { to: 'system' },
  } as const satisfies CollectionRules
}
