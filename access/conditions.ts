// The conditions a grant may carry, by name. Each is a pure function to a Where, so that the table
// in rules.ts reads as sentences and a second compiler can say the same in SQL.
import type { Where } from 'payload'
import type { Principal } from './principal.ts'

export type ConditionContext = { principal: Principal; now: Date }
export type Condition = (context: ConditionContext) => Where

const tenantIsActive: Where = { 'tenant.status': { equals: 'active' } }
const isPublished: Where = { _status: { equals: 'published' } }

export type ConditionName =
  | 'publicStudy'
  | 'published'
  | 'ofActiveTenant'
  | 'nameIsPublic'
  | 'consentGiven'
  | 'shownPublicly'
  | 'isActiveTenant'
  | 'ownDraft'
  | 'own'
  | 'notSelf'

export const conditions: Record<ConditionName, Condition> = {
  /** A published study that anybody may find: public, past its embargo, of an active tenant. */
  publicStudy: ({ now }) => ({
    and: [
      isPublished,
      { visibility: { equals: 'public' } },
      {
        or: [
          { embargoUntil: { exists: false } },
          { embargoUntil: { less_than_equal: now.toISOString() } },
        ],
      },
      tenantIsActive,
    ],
  }),
  /** Published, of an active tenant. */
  published: () => ({ and: [isPublished, tenantIsActive] }),
  /** Belongs to an active tenant. */
  ofActiveTenant: () => tenantIsActive,
  /** An organisation whose name may be told. */
  nameIsPublic: () => ({ and: [{ confidential: { not_equals: true } }, tenantIsActive] }),
  /** A testimonial whose author agreed to be quoted. */
  consentGiven: () => ({ and: [{ consent: { equals: 'granted' } }, tenantIsActive] }),
  /** A file that something public shows. */
  shownPublicly: () => ({ and: [{ exposure: { equals: 'public' } }, tenantIsActive] }),
  /** The tenant itself is open to the public. */
  isActiveTenant: () => ({ status: { equals: 'active' } }),
  /** Made by the one who asks, and not published. */
  ownDraft: ({ principal }) => ({
    createdBy: { equals: principal.userId },
    _status: { not_equals: 'published' },
  }),
  /** Made by the one who asks. */
  own: ({ principal }) => ({ createdBy: { equals: principal.userId } }),
  /** Somebody else's: nobody changes his own membership. */
  notSelf: ({ principal }) => ({ user: { not_equals: principal.userId } }),
}
