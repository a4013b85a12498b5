// The conditions a grant may carry, by name: a sentence for people, a Where for Payload, a predicate for Postgres, and
// one for a document that was read already. All say the same; test/walls holds them against each other.
import type { Where } from 'payload'
import type { Principal } from './principal.ts'

export type ConditionContext = { principal: Principal; now: Date }

/** Names a column of the row in question, e.g. `slug` → `p."slug"`. */
export type Column = (name: string) => string

/** What a document does not say itself. */
export type Around = {
  now: Date
  /** Of the document's own tenant. */
  isTenantActive: boolean
  /** Who asks; nobody, unless it is told. */
  userId?: string | null
}

export type Condition = {
  /** Completes “when …”. */
  sentence: string
  where: (context: ConditionContext) => Where
  sql: (column: Column) => string
  /** Of a document as Payload reads it; what it does not name counts as empty. */
  holds: (document: Record<string, unknown>, around: Around) => boolean
}

export type ConditionName =
  | 'publicStudy'
  | 'sharedByLink'
  | 'published'
  | 'settingsPublished'
  | 'ofActiveTenant'
  | 'nameIsPublic'
  | 'consentGiven'
  | 'shownPublicly'
  | 'shownByLink'
  | 'isListedTenant'
  | 'ownDraft'
  | 'ownHidden'
  | 'ownMembership'
  | 'ofSomebodyElse'

const activeTenant = (column: Column): string =>
  `${column('tenant_id')} = any ((select rls.active_tenants())::uuid[])`

const both = (...parts: string[]): string => parts.map((part) => `(${part})`).join(' and ')

const isActive: Where = { status: { equals: 'active' } }
const isListed: Where = { visibility: { equals: 'public' } }
const tenantIsActive: Where = { 'tenant.status': { equals: 'active' } }
const isPublished: Where = { _status: { equals: 'published' } }
const isNotTrashed: Where = { deletedAt: { exists: false } }

const pastEmbargo = (now: Date): Where => ({
  or: [
    { embargoUntil: { exists: false } },
    { embargoUntil: { less_than_equal: now.toISOString() } },
  ],
})

const publishedSql = (column: Column): string =>
  both(`${column('_status')} = 'published'`, `${column('deleted_at')} is null`)

const pastEmbargoSql = (column: Column): string =>
  `${column('embargo_until')} is null or ${column('embargo_until')} <= now()`

type Document = Record<string, unknown>

const isOnline = ({ _status, deletedAt }: Document): boolean =>
  _status === 'published' && !isGiven(deletedAt)

const isPastEmbargo = ({ embargoUntil }: Document, { now }: Around): boolean =>
  !isGiven(embargoUntil) || new Date(embargoUntil as string) <= now

const isGiven = (value: unknown): boolean => value !== null && value !== undefined

/** By itself or populated. */
const isUser = (reference: unknown, { userId = null }: Around): boolean =>
  userId !== null &&
  (typeof reference === 'object' && reference !== null && 'id' in reference
    ? reference.id
    : reference) === userId

export const conditions: Record<ConditionName, Condition> = {
  publicStudy: {
    sentence: 'it is published, public, past its embargo, not in the trash, and its tenant active',
    where: ({ now }) => ({
      and: [
        isPublished,
        isNotTrashed,
        { visibility: { equals: 'public' } },
        pastEmbargo(now),
        tenantIsActive,
      ],
    }),
    sql: (column) =>
      both(
        publishedSql(column),
        `${column('visibility')} = 'public'`,
        pastEmbargoSql(column),
        activeTenant(column),
      ),
    holds: (doc, around) =>
      isOnline(doc) &&
      doc.visibility === 'public' &&
      isPastEmbargo(doc, around) &&
      around.isTenantActive,
  },
  sharedByLink: {
    sentence:
      'it is published, unlisted or behind a password, past its embargo, and its tenant active',
    where: ({ now }) => ({
      and: [
        isPublished,
        isNotTrashed,
        { visibility: { in: ['unlisted', 'password'] } },
        pastEmbargo(now),
        tenantIsActive,
      ],
    }),
    sql: (column) =>
      both(
        publishedSql(column),
        `${column('visibility')} in ('unlisted', 'password')`,
        pastEmbargoSql(column),
        activeTenant(column),
      ),
    holds: (doc, around) =>
      isOnline(doc) &&
      (doc.visibility === 'unlisted' || doc.visibility === 'password') &&
      isPastEmbargo(doc, around) &&
      around.isTenantActive,
  },
  published: {
    sentence: 'it is published, not in the trash, and its tenant active',
    where: () => ({ and: [isPublished, isNotTrashed, tenantIsActive] }),
    sql: (column) => both(publishedSql(column), activeTenant(column)),
    holds: (doc, { isTenantActive }) => isOnline(doc) && isTenantActive,
  },
  settingsPublished: {
    sentence: 'they are published, and their tenant active',
    where: () => ({ and: [isPublished, tenantIsActive] }),
    sql: (column) => both(`${column('_status')} = 'published'`, activeTenant(column)),
    holds: ({ _status }, { isTenantActive }) => _status === 'published' && isTenantActive,
  },
  ofActiveTenant: {
    sentence: 'its tenant is active',
    where: () => tenantIsActive,
    sql: activeTenant,
    holds: (_, { isTenantActive }) => isTenantActive,
  },
  nameIsPublic: {
    sentence: 'it is published, not in the trash, its name not confidential, and its tenant active',
    where: () => ({
      and: [isPublished, isNotTrashed, { confidential: { not_equals: true } }, tenantIsActive],
    }),
    sql: (column) =>
      both(publishedSql(column), `${column('confidential')} is not true`, activeTenant(column)),
    holds: (doc, { isTenantActive }) =>
      isOnline(doc) && doc.confidential !== true && isTenantActive,
  },
  consentGiven: {
    sentence:
      'it is published, not in the trash, its author agreed to be quoted, and its tenant is active',
    where: () => ({
      and: [isPublished, isNotTrashed, { consent: { equals: 'granted' } }, tenantIsActive],
    }),
    sql: (column) =>
      both(publishedSql(column), `${column('consent')} = 'granted'`, activeTenant(column)),
    holds: (doc, { isTenantActive }) =>
      isOnline(doc) && doc.consent === 'granted' && isTenantActive,
  },
  shownPublicly: {
    sentence: 'something public shows it, and its tenant is active',
    where: () => ({ and: [{ exposure: { equals: 'public' } }, tenantIsActive] }),
    sql: (column) => both(`${column('exposure')} = 'public'`, activeTenant(column)),
    holds: ({ exposure }, { isTenantActive }) => exposure === 'public' && isTenantActive,
  },
  shownByLink: {
    sentence: 'something published shows it, be it unlisted, and its tenant is active',
    where: () => ({ and: [{ exposure: { in: ['link', 'public'] } }, tenantIsActive] }),
    sql: (column) => both(`${column('exposure')} in ('link', 'public')`, activeTenant(column)),
    holds: ({ exposure }, { isTenantActive }) =>
      (exposure === 'link' || exposure === 'public') && isTenantActive,
  },
  isListedTenant: {
    sentence: 'it is active and not hidden from search engines',
    where: () => ({ and: [isActive, isListed] }),
    // The database does not ask for the visibility. The first wall joins a document's tenant to see
    // whether it is active, under the same policies: a hidden tenant without a row would have no
    // public studies and no site either. Which tenants there are is kept back by the first wall.
    sql: (column) => `${column('status')} = 'active'`,
    holds: ({ status, visibility }) => status === 'active' && visibility === 'public',
  },
  ownDraft: {
    sentence: 'he made it himself and it is not published',
    where: ({ principal }) => {
      const isOwn: Where = { createdBy: { equals: principal.userId } }
      return { and: [isOwn, { _status: { not_equals: 'published' } }] }
    },
    sql: (column) =>
      both(
        `${column('created_by_id')} = (select rls.uid())`,
        `${column('_status')} is distinct from 'published'`,
      ),
    holds: ({ _status, createdBy }, around) => isUser(createdBy, around) && _status !== 'published',
  },
  ownHidden: {
    sentence: 'they added it, and nothing published shows it',
    where: ({ principal }) => {
      const isOwn: Where = { createdBy: { equals: principal.userId } }
      return { and: [isOwn, { exposure: { equals: 'none' } }] }
    },
    sql: (column) =>
      both(`${column('created_by_id')} = (select rls.uid())`, `${column('exposure')} = 'none'`),
    holds: ({ createdBy, exposure }, around) => isUser(createdBy, around) && exposure === 'none',
  },
  ownMembership: {
    sentence: 'it is his own membership',
    where: ({ principal }) => ({ user: { equals: principal.userId } }),
    sql: (column) => `${column('user_id')} = (select rls.uid())`,
    holds: ({ user }, around) => isUser(user, around),
  },
  ofSomebodyElse: {
    sentence: 'it is somebody else’s',
    where: ({ principal }) => ({ user: { not_equals: principal.userId } }),
    sql: (column) => `${column('user_id')} is distinct from (select rls.uid())`,
    holds: ({ user }, around) => !isUser(user, around),
  },
}
