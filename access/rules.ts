// The rule table: who may do what, collection by collection. Read a row as a sentence:
// "case-studies: update is granted to a contributor when it is his own draft, and to an editor."
// Nothing here runs queries; compile.ts turns a rule into Payload access.
import type { ConditionName } from './conditions.ts'
import type { Role } from './roles.ts'

export type Grant = {
  /** `anyone` includes anonymous callers; a role is held in the document's tenant. */
  to: Role | 'anyone'
  when?: ConditionName
}

export type Action = 'read' | 'readVersions' | 'create' | 'update' | 'publish' | 'trash' | 'purge'

export type CollectionRules = Partial<Record<Action, readonly Grant[]>>

/** Collections whose documents belong to a tenant through a `tenant` field. */
export const rules = {
  'case-studies': {
    read: [{ to: 'anyone', when: 'publicStudy' }, { to: 'viewer' }],
    readVersions: [{ to: 'viewer' }],
    create: [{ to: 'contributor' }],
    update: [{ to: 'contributor', when: 'ownDraft' }, { to: 'editor' }],
    publish: [{ to: 'editor' }],
    trash: [{ to: 'contributor', when: 'ownDraft' }, { to: 'editor' }],
    purge: [{ to: 'admin' }],
  },
  pages: {
    read: [{ to: 'anyone', when: 'published' }, { to: 'viewer' }],
    readVersions: [{ to: 'viewer' }],
    create: [{ to: 'contributor' }],
    update: [{ to: 'contributor', when: 'ownDraft' }, { to: 'editor' }],
    publish: [{ to: 'editor' }],
    trash: [{ to: 'editor' }],
    purge: [{ to: 'admin' }],
  },
  people: shared('ofActiveTenant'),
  organisations: shared('nameIsPublic'),
  services: shared('ofActiveTenant'),
  industries: shared('ofActiveTenant'),
  technologies: shared('ofActiveTenant'),
  testimonials: shared('consentGiven'),
  media: shared('shownPublicly'),
  documents: shared('shownPublicly'),
  'site-settings': {
    read: [{ to: 'anyone', when: 'published' }, { to: 'viewer' }],
    readVersions: [{ to: 'editor' }],
    create: [{ to: 'admin' }],
    update: [{ to: 'admin' }],
    publish: [{ to: 'admin' }],
    trash: [{ to: 'owner' }],
  },
  leads: {
    // No create: the contact form is the only way in, and it is not a role.
    read: [{ to: 'editor' }],
    update: [{ to: 'editor' }],
    trash: [{ to: 'admin' }],
  },
  redirects: {
    read: [{ to: 'anyone', when: 'ofActiveTenant' }, { to: 'viewer' }],
    create: [{ to: 'editor' }],
    update: [{ to: 'editor' }],
    trash: [{ to: 'editor' }],
  },
  memberships: {
    read: [{ to: 'viewer' }],
    create: [{ to: 'admin' }],
    update: [{ to: 'admin', when: 'notSelf' }],
    trash: [{ to: 'admin', when: 'notSelf' }],
  },
  'media-references': {
    // Kept by hooks; nobody reads or writes it through a request.
  },
} as const satisfies Record<string, CollectionRules>

/** Collections that have a `tenant` field. */
export type TenantCollection = keyof typeof rules

/** What may be done to the tenant document itself; the roles are those held in that tenant. */
export const tenantRules = {
  read: [{ to: 'anyone', when: 'isActiveTenant' }, { to: 'viewer' }],
  update: [{ to: 'admin' }],
  trash: [{ to: 'owner' }],
} as const satisfies CollectionRules

function shared(publicWhen: ConditionName) {
  return {
    read: [{ to: 'anyone', when: publicWhen }, { to: 'viewer' }],
    create: [{ to: 'contributor' }],
    update: [{ to: 'contributor', when: 'own' }, { to: 'editor' }],
    trash: [{ to: 'contributor', when: 'own' }, { to: 'editor' }],
  } as const satisfies CollectionRules
}
