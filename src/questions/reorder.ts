// Payload's endpoint that moves documents in an ordered list takes its body as it comes.
import { APIError, type PayloadHandler } from 'payload'
import { isUuid } from '../../collections/shared/isUuid.ts'
import { isOrderKey } from '../../collections/shared/orderKey.ts'
import { MOST_LISTED } from './parameters.ts'

/** A list that was just filled has no keys yet, and Payload looks its target's up. */
const LOOKED_UP = 'pending'

export const checkedReorder =
  (handler: PayloadHandler): PayloadHandler =>
  async (req) => {
    const body: unknown = await req.json?.()
    const ordered = req.payload.config.collections.filter(({ orderable }) => orderable)
    const fault = faultOf(
      body,
      ordered.map(({ slug }) => slug),
    )
    if (fault !== undefined) {
      throw new APIError(fault, 400, { code: 'malformed_value' }, true)
    }
    return handler(Object.assign(req, { json: () => Promise.resolve(body) }))
  }

const faultOf = (body: unknown, ordered: string[]): string | undefined => {
  if (!isObject(body)) {
    return 'Send a JSON object: which documents to move, and next to which one.'
  }
  const { collectionSlug, docsToMove, newKeyWillBe, orderableFieldName, target } = body
  if (!ordered.includes(String(collectionSlug))) {
    return `“collectionSlug” is the name of a collection with an order of its own: ${ordered.join(', ')}.`
  }
  if (orderableFieldName !== '_order') {
    return '“orderableFieldName” is always “_order”.'
  }
  if (newKeyWillBe !== 'greater' && newKeyWillBe !== 'less') {
    return '“newKeyWillBe” is “greater” (after the target) or “less” (before it).'
  }
  if (!Array.isArray(docsToMove) || docsToMove.length === 0 || !docsToMove.every(isUuid)) {
    return '“docsToMove” is a list of ids.'
  }
  if (docsToMove.length > MOST_LISTED) {
    return `“docsToMove” names ${docsToMove.length} documents. Move at most ${MOST_LISTED} at a time.`
  }
  if (!isObject(target) || !isUuid(target.id)) {
    return '“target” is an object with the “id” of the document to move next to.'
  }
  return target.key === LOOKED_UP || isOrderKey(target.key)
    ? undefined
    : '“target.key” is the “_order” of the target, as the API returns it.'
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
