// Every server function there is, and what each asks before it runs. One that is not here is
// refused; the class test compares the list with the one in @payloadcms/next.
import type { PayloadRequest } from 'payload'
import {
  collectionNamed,
  collectionOf,
  requireAny,
  requireText,
  type Arguments,
} from './arguments.ts'
import {
  copyDataFromLocale,
  renderDocument,
  renderDocumentSlots,
  schedulePublish,
  upcomingSchedule,
} from './documents.ts'
import { formState } from './formState.ts'
import { renderList, tableState } from './lists.ts'
import { NOT_FOUND, refusalError } from './refusal.ts'

type Authorised = {
  /** What is passed on to Payload. */
  args: Arguments
  /** In place of Payload's own answer. */
  answer?: unknown
}

/** @throws a refusal, for whatever the user of the request may not have. */
export type Authorise = (call: { args: Arguments; req: PayloadRequest }) => Promise<Authorised>

const folders: Authorise = ({ args, req }) =>
  req.payload.config.folders ? Promise.resolve({ args }) : Promise.reject(refusalError(NOT_FOUND))

const renderField: Authorise = async ({ args, req }) => {
  requireText({ name: 'schemaPath', value: args.schemaPath })
  requireText({ isOptional: true, name: 'path', value: args.path })
  const [kind, slug] = (args.schemaPath as string).split('.')
  const collection = collectionNamed({ name: kind === 'collection' ? slug : undefined, req })
  await requireAny({ collection, operations: ['create', 'update'], req })
  return { args }
}

const slugify: Authorise = async ({ args, req }) => {
  const collection = collectionOf({ args, req })
  requireText({ name: 'path', value: args.path })
  requireText({ isOptional: true, name: 'valueToSlugify', value: args.valueToSlugify })
  await requireAny({ collection, operations: ['create', 'update'], req })
  return { args }
}

const renderWidget: Authorise = ({ args }) => {
  requireText({ name: 'widgetSlug', value: args.widgetSlug })
  return Promise.resolve({ args })
}

export const SERVER_FUNCTIONS: Readonly<Record<string, Authorise>> = {
  'copy-data-from-locale': copyDataFromLocale,
  'form-state': formState,
  // The dashboard's parts ask for the user's rights themselves.
  'get-default-layout': ({ args }) => Promise.resolve({ args }),
  'get-folder-results-component-and-data': folders,
  'get-upcoming-scheduled-publish': upcomingSchedule,
  'render-document': renderDocument,
  'render-document-slots': renderDocumentSlots,
  'render-field': renderField,
  'render-list': renderList,
  'render-widget': renderWidget,
  'schedule-publish': schedulePublish,
  slugify,
  'table-state': tableState,
}
