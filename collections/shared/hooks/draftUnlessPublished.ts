// The one rule about what a write does to readers, for every collection with drafts and every way of writing:
// - without `_status`, it saves a draft: what is online stays as it is;
// - `_status: 'published'` publishes, and nothing else does;
// - `_status: 'draft'` takes offline, and with `draft=true`, as the admin's autosave sends it, saves a draft;
// - the trash takes offline, and what comes back from it is a draft unless it says `published`;
// - an earlier version comes back as a draft;
// - a place in a list is nobody's text: moving what is online, without a draft that waits, moves it for readers.
// Payload itself writes the latest draft over what is online unless the caller asks for a draft.
import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
  type PayloadRequest,
  type Where,
} from 'payload'
import { readLatestVersion } from '../versions.ts'
import { noteWriting } from '../writing.ts'

type WriteArgs = {
  data?: Record<string, unknown>
  draft?: boolean
  id?: number | string
  publishSpecificLocale?: string
  trash?: boolean
  unpublishAllLocales?: boolean
  where?: Where
}

export const draftUnlessPublished: CollectionBeforeOperationHook = async ({
  args,
  collection: { slug, trash: hasTrash = false },
  operation,
  req,
}) => {
  const write = args as WriteArgs
  // Payload leaves it for all that comes later in the request: an update would empty what it does not name.
  req.context.isRestoringVersion = false
  switch (operation as string) {
    case 'create':
      noteWriting({ req, slug, writing: {} })
      return { ...args, draft: write.draft === true || statusOf({ req, write }) !== 'published' }
    case 'update':
      return { ...args, ...(await updateOf({ hasTrash, req, slug, write })) }
    case 'restoreVersion':
      noteWriting({ req, slug, writing: { isRestore: true } })
      if (write.draft !== true) {
        // Payload has read this argument before, so that nothing can be put right here any more.
        throw new APIError(
          'An earlier version comes back as a draft. Restore it with “draft”, then publish it.',
          400,
          { code: 'restore_publishes' },
          true,
        )
      }
      return args
    default:
      return args
  }
}

/** For Payload's own code that saves what it has read, with the status that it read: that asks for nothing. */
export const keepOnline = (req: PayloadRequest): void => {
  req.context[KEEPS_ONLINE] = true
}

const KEEPS_ONLINE = 'keepsOnline'

const statusOf = ({ req, write }: { req: PayloadRequest; write: WriteArgs }): unknown =>
  req.context[KEEPS_ONLINE] === true
    ? undefined
    : // The admin's own button says it twice.
      (write.data?._status ?? (write.unpublishAllLocales === true ? 'draft' : undefined))

type UpdateArgs = {
  hasTrash: boolean
  req: PayloadRequest
  slug: CollectionSlug
  write: WriteArgs
}

const updateOf = async ({ hasTrash, req, slug, write }: UpdateArgs): Promise<WriteArgs> => {
  const isOfMany = write.id === undefined
  const { _status: _, ...sent } = write.data ?? {}
  // An empty text clears a date.
  const data = sent.deletedAt === '' ? { ...sent, deletedAt: null } : sent
  const status = (await isMoved({ data, req, slug, write }))
    ? 'published'
    : statusOf({ req, write })
  const move = await moveOf({ hasTrash, req, slug, write })
  const takesOffline = move === 'none' && status === 'draft' && write.draft !== true
  const keepsDrafts = takesOffline && isOfMany && Object.keys(data).length === 0
  noteWriting({ req, slug, writing: { keepsDrafts, takesOffline } })
  if (move === 'to trash') {
    return { ...PLAIN, data: write.data!, draft: false }
  }
  if (move === 'from trash') {
    return {
      ...PLAIN,
      data: { ...data, deletedAt: null, _status: status === 'published' ? 'published' : 'draft' },
      draft: false,
      ...(isOfMany ? { where: and(write.where, { deletedAt: { exists: true } }) } : {}),
    }
  }
  if (status === 'published') {
    // Of many, Payload would publish again what is online, and not what was saved since.
    return {
      ...PLAIN,
      ...(write.publishSpecificLocale
        ? { publishSpecificLocale: write.publishSpecificLocale }
        : {}),
      data: { ...data, _status: 'published' },
      draft: isOfMany || write.draft === true,
    }
  }
  return takesOffline
    ? // Payload checks the whole document otherwise, and what is offline may be as unfinished as it likes.
      { ...PLAIN, data: { ...data, _status: 'draft' }, draft: false, unpublishAllLocales: true }
    : { ...PLAIN, data, draft: true }
}

/** Without what would publish or take offline by another name. */
const PLAIN = {
  publishAllLocales: undefined,
  publishSpecificLocale: undefined,
  unpublishAllLocales: undefined,
} as object

const and = (...wheres: (Where | undefined)[]): Where => ({
  and: wheres.filter((where) => where !== undefined),
})

/** Payload moves a document by an update of its own, which says nothing else. */
const isMoved = async ({
  data,
  req,
  slug,
  write: { data: { _status } = {}, draft, id },
}: Omit<UpdateArgs, 'hasTrash'> & { data: Record<string, unknown> }): Promise<boolean> => {
  const isOrder = Object.keys(data).join() === '_order'
  if (!isOrder || _status !== undefined || draft === true || id === undefined) {
    return false
  }
  const latest = await readLatestVersion<{ _status?: string }>({
    collection: slug,
    id: String(id),
    req,
  })
  return latest?._status === 'published'
}

type Move = 'from trash' | 'none' | 'to trash'

/** A document that was read says `deletedAt: null` too: only for one in the trash is that a move. */
const moveOf = async ({
  hasTrash,
  req,
  slug,
  write: { data = {}, id, trash },
}: UpdateArgs): Promise<Move> => {
  if (!hasTrash || data.deletedAt === undefined) {
    return 'none'
  }
  if (data.deletedAt !== null && data.deletedAt !== '') {
    return 'to trash'
  }
  if (trash !== true) {
    return 'none'
  }
  if (id === undefined) {
    return 'from trash'
  }
  const stored = await req.payload.db.findOne<{ id: string; deletedAt?: unknown }>({
    collection: slug,
    req,
    select: { deletedAt: true },
    where: { id: { equals: id } },
  })
  return stored?.deletedAt ? 'from trash' : 'none'
}
