// Restoring a version writes over a document like saving does, and Payload asks for no lock there.
import type { CollectionBeforeValidateHook } from 'payload'
import { principalOf } from '../../access/principal.ts'
import { refuseWhenLocked } from './refuseLocked.ts'

export const refuseLockedRestore: CollectionBeforeValidateHook = async ({
  collection,
  context,
  data,
  originalDoc,
  req,
}) => {
  const { userId } = principalOf(req.user)
  // Only what came over the network; the application's own calls override locks, as they do for updates.
  const isAsked = req.payloadAPI !== 'local' && userId !== null
  if (context.isRestoringVersion === true && isAsked && typeof originalDoc?.id === 'string') {
    await refuseWhenLocked({
      collection: collection.slug,
      id: originalDoc.id,
      payload: req.payload,
      userId,
    })
  }
  return data
}
