// How widely each kind of document is shown to the public, and with it the files it uses.
import type { ExposureOf } from './hooks/trackMediaUse.ts'

/**
 * A study: by its status, visibility and embargo. Until an embargo ends nobody has a link, either; the
 * job that ends it asks again.
 */
export const exposureOfStudy: ExposureOf = ({ _status, deletedAt, embargoUntil, visibility }) => {
  const isEmbargoed = typeof embargoUntil === 'string' && new Date(embargoUntil) > new Date()
  if (_status !== 'published' || deletedAt || visibility === 'private' || isEmbargoed) {
    return 'none'
  }
  return visibility === 'public' ? 'public' : 'link'
}

export const exposureOfPublished: ExposureOf = ({ _status, deletedAt }) =>
  _status === 'published' && !deletedAt ? 'public' : 'none'

export const exposureOfOrganisation: ExposureOf = (doc) =>
  doc.confidential === true ? 'none' : exposureOfPublished(doc)

export const exposureOfTestimonial: ExposureOf = (doc) =>
  doc.consent === 'granted' ? exposureOfPublished(doc) : 'none'
