// An answer names nothing that its caller may not read: not the id of a testimonial without consent,
// nor of a draft, nor of a confidential organisation. Payload leaves an id wherever it does not
// populate, “regardless of access controls”, as it says itself.
//
// The rule is about what callers may read, so it has no list of fields: whatever a document points
// at is asked about, and what may not be read is taken out, with the row or the block that does not
// stand without it. The people of the document's own tenant are not asked about anything.
import type { Field, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { can, principalOf, type Principal } from '../../../access/principal.ts'
import { rules, type TenantCollection } from '../../../access/rules.ts'
import { findReadable } from './readable.ts'
import { walkDocument, walkLoose, type Reference, type Walk } from './walk.ts'

/** The id of its tenant may stay on a public document: it is how a site is asked for. */
const SHOWN_ANYWAY = 'tenants'

/**
 * Takes out of documents what the caller may not know of. Changes them.
 *
 * @param docs Documents as they are answered; of versions, what is under `version`.
 */
export const hideUnreadable = ({
  collection,
  docs,
  req,
}: {
  collection: SanitizedCollectionConfig
  docs: unknown[]
  req: PayloadRequest
}): Promise<void> =>
  hide({
    req,
    walks: docs.map((doc) => (walk) => walkDocument({ collection: collection.slug, doc, walk })),
  })

/** The same for the values of one field, as `findDistinct` answers them. */
export const hideUnreadableValues = async <Value extends Record<string, unknown>>({
  field,
  key,
  req,
  values,
}: {
  field: Field
  key: string
  req: PayloadRequest
  values: Value[]
}): Promise<Value[]> => {
  const before = values.map((value) => value[key])
  await hide({
    req,
    walks: values.map((holder) => (walk) => walkLoose({ field, holder, key, walk })),
  })
  return values.filter((value, index) => value[key] !== null || before[index] === null)
}

const hide = async ({
  req,
  walks,
}: {
  req: PayloadRequest
  /** One for each document or value. */
  walks: ((walk: Walk) => void)[]
}): Promise<void> => {
  const principal = principalOf(req.user)
  if (principal.isOperator) {
    return
  }
  const { collections } = req.payload
  const isOwn = ownershipOf(principal)
  // Takes out what needs no asking: rows that lack what they are about.
  const seen = new Set()
  const met = walks.map((walkOne) => {
    const references: Reference[] = []
    const collect = (reference: Reference): boolean => {
      if (reference.relationTo !== SHOWN_ANYWAY) {
        references.push(reference)
      }
      return false
    }
    walkOne({ collections, isHidden: collect, isOwn, seen })
    return references
  })
  if (met.every(({ length }) => length === 0)) {
    return
  }
  const isReadable = await findReadable({ references: met.flat(), req })
  const isHidden = (reference: Reference): boolean =>
    reference.relationTo !== SHOWN_ANYWAY && !isReadable(reference)
  const seenAgain = new Set()
  walks
    .filter((_, index) => !met[index]!.every(isReadable))
    .forEach((walkOne) => walkOne({ collections, isHidden, isOwn, seen: seenAgain }))
}

const ownershipOf =
  (principal: Principal): Walk['isOwn'] =>
  ({ collection, doc }) => {
    if (collection === 'tenants') {
      return can(principal, 'tenants.readInternal', doc.id)
    }
    return (
      collection in rules &&
      can(principal, `${collection as TenantCollection}.readInternal`, doc.tenant)
    )
  }
