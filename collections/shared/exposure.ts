// How widely each kind of document is shown to the public, and with it the files it uses. That its tenant is active is
// asked when a file is listed or fetched: a tenant that rests and comes back shows what it showed before.
import { conditions, type ConditionName } from '../../access/conditions.ts'
import type { ExposureOf } from './hooks/trackMediaUse.ts'

/** Until an embargo ends nobody has a link, either; the job that ends it asks again. */
export const exposureOfStudy: ExposureOf = (doc) =>
  holds('publicStudy', doc) ? 'public' : holds('sharedByLink', doc) ? 'link' : 'none'

export const exposureOfPublished: ExposureOf = (doc) => publicWhen('published', doc)

export const exposureOfOrganisation: ExposureOf = (doc) => publicWhen('nameIsPublic', doc)

export const exposureOfTestimonial: ExposureOf = (doc) => publicWhen('consentGiven', doc)

const publicWhen = (condition: ConditionName, doc: Record<string, unknown>) =>
  holds(condition, doc) ? 'public' : 'none'

const holds = (condition: ConditionName, doc: Record<string, unknown>): boolean =>
  conditions[condition].holds(doc, { isTenantActive: true, now: new Date() })
