// Views and parts of one document, its copies between languages, and its schedule.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { canInTenant } from '../../access/compile.ts'
import { principalOf } from '../../access/principal.ts'
import { rules, type TenantCollection } from '../../access/rules.ts'
import { isAutosaved } from '../../collections/shared/drafts.ts'
import { inTransaction } from '../../collections/shared/inTransaction.ts'
import { keepOnline } from '../../collections/shared/hooks/draftUnlessPublished.ts'
import { holdDocument } from '../../collections/shared/hooks/holdDocument.ts'
import { languagesOf, requireOffered, tenantOf } from '../../collections/shared/languages.ts'
import { refuseWhenLocked } from '../locks/refuseLocked.ts'
import {
  collectionNamed,
  collectionOf,
  requireAny,
  requireObject,
  requireRead,
  requireText,
  requireUpdate,
  type Arguments,
} from './arguments.ts'
import { malformed, NOT_ALLOWED, NOT_FOUND, NOT_POSSIBLE, refusalError } from './refusal.ts'
import { refuseOffline, refuseUnpublishable } from './schedule.ts'
import type { Authorise } from './functions.ts'

export const renderDocument: Authorise = async ({ args, req }) => {
  const collection = collectionOf({ args, req })
  for (const name of ['initialData', 'paramsOverride', 'searchParams', 'versions']) {
    requireObject({ name, value: args[name] })
  }
  const { docID } = args
  if (docID === undefined || docID === null || docID === 'create') {
    await requireAny({ collection, operations: ['create', 'update'], req })
    if (isAutosaved(collection.slug)) {
      throw refusalError(BEGINS_WITH_TITLE)
    }
  } else {
    await requireRead({ collection: collection.slug, id: docID, req })
  }
  requireSegments({ args, slug: collection.slug })
  return { args }
}

/** Payload would store an empty draft before it shows the form. */
const BEGINS_WITH_TITLE = {
  ...NOT_POSSIBLE,
  message: 'This begins with its title. Open its list and choose “Create New” there.',
}

/**
 * The segments choose the view, and are about the same document. The admin's drawers show its form and
 * the list of its versions; comparing two versions takes a page of its own.
 */
const requireSegments = ({ args, slug }: { args: Arguments; slug: string }): void => {
  const segments = (args.paramsOverride as { segments?: unknown } | null | undefined)?.segments
  if (segments === undefined) {
    return
  }
  const [root, named, ...rest] = Array.isArray(segments) ? (segments as unknown[]) : []
  const [id, ...view] = rest[0] === 'trash' ? rest.slice(1) : rest
  if (root !== 'collections' || named !== slug || id !== String(args.docID)) {
    throw malformed('“paramsOverride” is about another document.')
  }
  if (view.length > 0 && (view.length > 1 || view[0] !== 'versions')) {
    throw malformed('“paramsOverride” names a view that is no part of a page.')
  }
}

export const renderDocumentSlots: Authorise = async ({ args, req }) => {
  const collection = collectionOf({ args, req })
  if (args.id === undefined || args.id === null) {
    await requireAny({ collection, operations: ['create', 'update'], req })
  } else {
    await requireRead({ collection: collection.slug, id: args.id, req })
  }
  return { args }
}

export const copyDataFromLocale: Authorise = async ({ args, req }) => {
  const { slug } = collectionOf({ args, req })
  const id = await requireUpdate({ collection: slug, id: args.docID, req })
  const { localization } = req.payload.config
  const codes: unknown[] = localization ? localization.localeCodes : []
  if (!codes.includes(args.fromLocale) || !codes.includes(args.toLocale)) {
    throw malformed('“fromLocale” and “toLocale” have to be languages of this installation.')
  }
  for (const locale of [args.fromLocale, args.toLocale] as string[]) {
    await requireLanguage({ collection: slug, id, locale, req })
  }
  // Payload writes over the document whoever works on it.
  await refuseWhenLocked({
    collection: slug,
    id,
    payload: req.payload,
    userId: principalOf(req.user).userId ?? '',
  })
  return { args, answer: await copyWhileHeld({ args, id, req, slug }) }
}

/** A document is copied and published in the languages of its tenant. */
const requireLanguage = async ({
  collection,
  id,
  locale,
  req,
}: {
  collection: CollectionSlug
  id: string
  locale: string
  req: PayloadRequest
}): Promise<void> => {
  const tenant = isTenantCollection(collection) ? await tenantOf({ collection, id, req }) : null
  const languages = tenant ? await languagesOf({ req, tenant }) : null
  if (languages) {
    requireOffered({ languages, locale })
  }
}

const isTenantCollection = (slug: CollectionSlug): boolean => Object.hasOwn(rules, slug)

/** Payload reads the document in both languages, and then writes the whole of it. */
const copyWhileHeld = async ({
  args,
  id,
  req,
  slug,
}: {
  args: Arguments
  id: string
  req: PayloadRequest
  slug: CollectionSlug
}): Promise<unknown> => {
  const { copyDataFromLocaleHandler } = await import('@payloadcms/ui/utilities/copyDataFromLocale')
  let answer: unknown
  keepOnline(req)
  await inTransaction(req, async () => {
    await holdDocument({ id, req, slug })
    answer = await copyDataFromLocaleHandler({
      ...args,
      globalSlug: undefined,
      req: asWritten(req),
    } as never)
  })
  return answer
}

/** Payload would copy the main language's text, too, wherever nothing is written in the one to copy. */
const asWritten = (req: PayloadRequest): PayloadRequest => {
  const payload = Object.create(req.payload) as typeof req.payload
  payload.findByID = ((options: object) =>
    req.payload.findByID({ ...options, fallbackLocale: false } as never)) as never
  return { ...req, payload }
}

export const upcomingSchedule: Authorise = async ({ args, req }) => {
  const { slug } = collectionOf({ args, req })
  await requireRead({ collection: slug, id: args.id, req })
  return { args: { ...args, globalSlug: undefined } }
}

export const schedulePublish: Authorise = async ({ args, req }) => {
  const { date, deleteID, doc, localeToPublish, timezone, type } = args
  if (deleteID !== undefined && deleteID !== null) {
    requireText({ name: 'deleteID', value: deleteID })
    // Payload deletes the job, and then queues another one about nothing.
    return { args, answer: await cancel({ id: deleteID as string, req }) }
  }
  const at = date instanceof Date || typeof date === 'string' ? new Date(date) : null
  if ((type !== 'publish' && type !== 'unpublish') || !at || Number.isNaN(at.getTime())) {
    throw malformed('A schedule needs a type, “publish” or “unpublish”, and a date.')
  }
  requirePlace({ localeToPublish, req, timezone })
  requireObject({ name: 'doc', value: doc })
  const { relationTo, value } = (doc ?? {}) as { relationTo?: unknown; value?: unknown }
  const { slug } = collectionNamed({ name: relationTo, req })
  const id = await requireUpdate({ collection: slug, id: value, req })
  if (localeToPublish) {
    await requireLanguage({ collection: slug, id, locale: localeToPublish as string, req })
  }
  if (!(await maySchedule({ collection: slug, id, req, type }))) {
    throw refusalError(NOT_PUBLISHER)
  }
  await (type === 'publish'
    ? refuseUnpublishable({ collection: slug, id, locale: localeToPublish as string, req })
    : refuseOffline({ at, collection: slug, id, req }))
  return {
    args: { date: at, doc: { relationTo: slug, value: id }, localeToPublish, timezone, type },
  }
}

const NOT_PUBLISHER = {
  ...NOT_ALLOWED,
  message:
    'You may change this, but not decide when it goes online or offline. Ask somebody who may publish it.',
}

/**
 * Payload publishes all languages when it does not know the one that is named, and shows the time in
 * whatever zone was named to everybody who opens the schedule.
 */
const requirePlace = ({
  localeToPublish,
  req,
  timezone,
}: {
  localeToPublish: unknown
  req: PayloadRequest
  timezone: unknown
}): void => {
  requireText({ isOptional: true, name: 'localeToPublish', value: localeToPublish })
  requireText({ isOptional: true, name: 'timezone', value: timezone })
  const { localization } = req.payload.config
  const codes: unknown[] = localization ? localization.localeCodes : []
  if (localeToPublish && !codes.includes(localeToPublish)) {
    throw malformed('“localeToPublish” has to be a language of this installation.')
  }
  if (timezone && !isTimezone(timezone as string)) {
    throw malformed('“timezone” has to be the name of a time zone, such as “Europe/Berlin”.')
  }
}

const isTimezone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The schedule runs with the rights of whoever made it, so they need the right to publish as well. */
const maySchedule = async ({
  collection,
  id,
  req,
  type,
}: {
  collection: string
  id: string
  req: PayloadRequest
  type: 'publish' | 'unpublish'
}): Promise<boolean> => {
  if (!(collection in rules)) {
    return false
  }
  const document = await req.payload.db.findOne<{ id: string; tenant?: unknown }>({
    collection: collection as CollectionSlug,
    req,
    where: { id: { equals: id } },
  })
  return (['schedule', type] as const).every((action) =>
    canInTenant({
      action,
      collection: collection as TenantCollection,
      principal: principalOf(req.user),
      tenant: document?.tenant,
    }),
  )
}

/** The hook `guardJobDeletion` asks for the right to schedule the document that the job is about. */
const cancel = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<{ message: string }> => {
  const { docs } = await req.payload.delete({
    collection: 'payload-jobs',
    depth: 0,
    overrideAccess: true,
    req,
    where: { and: [{ id: { equals: id } }, { taskSlug: { equals: 'schedulePublish' } }] },
  })
  if (docs.length === 0) {
    throw refusalError(NOT_FOUND)
  }
  return { message: req.t('general:success') }
}
