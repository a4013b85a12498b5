// A list is put in order by fields of which each document has one value. By several, Payload answers with a document
// once for each of them, so that pages repeat some and leave others out; what is no field it leaves out as well.
import { APIError, type CollectionBeforeOperationHook, type Payload } from 'payload'
import { sortFault, type SortPlace } from '../reads/sortFault.ts'
import type { QueryArgs } from './asked.ts'

export const refuseSorts: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  const query = args as QueryArgs
  if (query.overrideAccess || !query.sort) {
    return args
  }
  const sorts = [query.sort]
    .flat()
    .flatMap((sort) => (typeof sort === 'string' ? sort.split(',') : []))
    .map((sort) => sort.trim())
    .filter((sort) => sort !== '')
  const faultOf = faultsIn({
    collection: collection.slug,
    collections: req.payload.collections,
    isInAllLanguages: req.locale === 'all' || (req.locale as string | null) === '*',
  })
  const faults = sorts.map(faultOf)
  // A page of the admin has no place for a refusal: it shows its list in the usual order.
  if (req.payloadAPI === 'local') {
    const fit = sorts.filter((_, index) => !faults[index])
    return { ...args, sort: fit.length > 0 ? fit : undefined }
  }
  const fault = faults.find(Boolean)
  if (fault) {
    throw new APIError(fault, 400, { code: 'sort_not_possible' }, true)
  }
  return args
}

/** What is wrong with one sort after the other. */
const faultsIn = (
  place: Omit<SortPlace, 'path'> & { collections: Payload['collections'] },
): ((sort: string) => string | undefined) => {
  const columns = new Map<string, string>()
  return (sort) => {
    const path = sort.replace(/^-/, '').replaceAll('__', '.')
    const { column, fault } = sortFault({ ...place, path })
    if (fault) {
      return fault
    }
    // The adapter selects what it sorts by under the name of its column.
    const other = column && columns.get(column)
    if (column) {
      columns.set(column, path)
    }
    return other !== undefined && other !== path
      ? `“${path}” and “${other}” have the same name. Sort by one of them.`
      : undefined
  }
}
