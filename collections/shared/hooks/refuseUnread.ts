// Nobody filters, sorts or lists the distinct values of what nobody reads. Payload asks this of filters,
// and of its own collection's fields; an order through a reference it follows wherever it leads, to
// the hash of a colleague's password for one.
import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { meetsUnread } from '../reads/unread.ts'
import { askedIn, type QueryArgs } from './asked.ts'

export const refuseUnread: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  const query = args as QueryArgs
  if (query.overrideAccess) {
    return args
  }
  const { collections } = req.payload
  const unread = askedIn(query).find(({ path }) =>
    meetsUnread({
      collection: collection.slug,
      collections,
      path: path.replace(/^(version|parent)\./, ''),
    }),
  )
  if (unread) {
    throw new APIError(
      `You cannot filter or sort by “${unread.path}”. Leave it out.`,
      400,
      { code: 'filter_not_possible' },
      true,
    )
  }
  return args
}
