// What a request writes is what its fields hold, and each rich text opens in the editor. Payload fails over
// some of it, stores something else for some, and stores the rest as it is. A place in an order is a key of
// Payload's own form: from one that is none it can count no further, and then nobody adds anything to the
// collection.
import {
  APIError,
  type CollectionAfterOperationHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload'
import { isOrderKey } from '../orderKey.ts'
import { isRecord, type Fault } from '../values/fault.ts'
import { faultsOf } from '../values/fields.ts'
import { isForm } from '../values/form.ts'
import { withPlainTexts } from '../values/plainTexts.ts'
import { asSent, putRight, type Sent } from '../values/halfDone.ts'

const WRITES = new Set(['create', 'update', 'updateByID', 'duplicate'])

/** In one answer. Whoever sends more learns of the rest next time. */
const MOST_FAULTS = 20

export const refuseMalformed: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const { data, id, overrideAccess } = args as {
    data?: unknown
    id?: unknown
    overrideAccess?: boolean
  }
  // An import has no user on the command line, and makes its texts of whatever it reads.
  if (overrideAccess && !req.context.isImport) {
    return args
  }
  if ((operation as string) === 'restoreVersion') {
    await refuseOldVersion({ collection, id: String(id), req })
    return args
  }
  if (!WRITES.has(operation)) {
    return args
  }
  const place = (data as { _order?: unknown } | null | undefined)?._order
  if (place !== undefined && place !== null && !isOrderKey(place)) {
    throw refusalOf([
      {
        message: '“_order” is set by moving a document in its list. Leave it out.',
        path: '_order',
      },
    ])
  }
  withoutEmptyTimes(data)
  const fields = collection.flattenedFields
  const isDraft = isSavingDraft({ args, collection })
  if (isForm(req)) {
    req.context.valuesAsSent = putRight({ data, fields, isDraft, req })
  }
  // What a program of ours writes, it copied: into another language, say.
  const written = req.payloadAPI === 'local' ? withPlainTexts(data) : data
  refuseFaults({
    faults: faultsOf({ data: written, fields, isPerLocale: req.locale === 'all', req }),
    req,
  })
  return written === data ? args : { ...args, data: written as object }
}

/** Every document has them, and Payload sets them where they are left out. */
const withoutEmptyTimes = (data: unknown): void => {
  for (const name of isRecord(data) ? ['createdAt', 'updatedAt'] : []) {
    if (((data as Record<string, unknown>)[name] ?? '') === '') {
      delete (data as Record<string, unknown>)[name]
    }
  }
}

/** Gives the form of somebody who types back what they have; see `asSent`. */
export const answerAsSent: CollectionAfterOperationHook = ({
  args,
  collection,
  operation,
  req,
  result,
}) => {
  const sent = req.context.valuesAsSent as Sent[] | undefined
  return sent && isSavingDraft({ args, collection }) && (operation as string) === 'updateByID'
    ? asSent({ doc: result, sent })
    : result
}

/** As Payload decides whether it validates. */
const isSavingDraft = ({
  args,
  collection,
}: {
  args: object
  collection: SanitizedCollectionConfig
}): boolean => {
  const { data, draft } = args as { data?: { _status?: unknown } | null; draft?: boolean }
  return Boolean(draft && collection.versions?.drafts) && data?._status !== 'published'
}

/** A version from before its text was looked at would come back as a document that nobody can open. */
const refuseOldVersion = async ({
  collection,
  id,
  req,
}: {
  collection: SanitizedCollectionConfig
  id: string
  req: PayloadRequest
}): Promise<void> => {
  const stored = await req.payload
    .findVersionByID({
      collection: collection.slug as 'pages',
      depth: 0,
      disableErrors: true,
      id,
      locale: 'all',
      overrideAccess: false,
      req,
      trash: true,
    })
    // The operation says what is wrong with an id or a right.
    .catch(() => null)
  if (stored) {
    refuseFaults({
      faults: faultsOf({
        // Its CSS is left out when it is stored again.
        data: withPlainTexts(stored.version),
        fields: collection.flattenedFields,
        isPerLocale: true,
        isTextOnly: true,
        req,
      }),
      req,
    })
  }
}

const refuseFaults = ({ faults, req }: { faults: Generator<Fault>; req: PayloadRequest }): void => {
  const found: Fault[] = []
  for (const fault of faults) {
    found.push(fault)
    if (found.length === MOST_FAULTS) {
      break
    }
  }
  const [first] = found
  if (!first) {
    return
  }
  // The admin's form makes a field of every path that it is told of, and one within a text would overwrite a
  // part of that text with the next save. It is told of the field; the sentence has the rest.
  const errors = found.map(({ field, message, path }) => ({
    message,
    path: isForm(req) ? field : path,
  }))
  throw refusalOf(errors, first.code)
}

const refusalOf = (
  errors: { message: string; path: string }[],
  code: Fault['code'] = 'malformed_value',
): APIError => new APIError(errors[0]?.message ?? '', 400, { code, errors }, true)
