// A document is written in the languages of its tenant, and published once it says something in the main one: that is
// what readers see wherever it is not translated.
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload'
import { principalOf, tenantIdOf } from '../../../access/principal.ts'
import { DEFAULT_LOCALE, LOCALES } from '../../locales.ts'
import { isUuid } from '../isUuid.ts'
import {
  languagesOf,
  namesLanguage,
  requireOffered,
  tenantOf,
  type Languages,
} from '../languages.ts'
import { readLatestVersion } from '../versions.ts'

/** Who names no language writes in the main one. */
export const writeInMain: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const isWrite = operation === 'create' || operation === 'update'
  if (!isWrite || req.payloadAPI === 'local' || namesLanguage(req)) {
    return args
  }
  const { data, id } = args as { data?: { tenant?: unknown }; id?: unknown }
  const tenant =
    tenantIdOf(data?.tenant) ??
    (isUuid(id) ? await tenantOf({ collection: collection.slug, id, req }) : onlyTenant(req))
  const languages = tenant ? await languagesOf({ req, tenant }) : null
  if (languages) {
    req.locale = languages.main
  }
  return args
}

const onlyTenant = (req: PayloadRequest): string | null => {
  const [first, ...others] = principalOf(req.user).reach.keys()
  return first !== undefined && others.length === 0 ? first : null
}

export const guardLanguage: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const { locale } = req
  const tenant = tenantIdOf(data.tenant ?? originalDoc?.tenant)
  const isTold = locale && locale !== 'all' && tenant && req.payloadAPI !== 'local'
  const languages = isTold ? await languagesOf({ req, tenant }) : null
  if (!languages || locale === languages.main) {
    return data
  }
  // Payload's own, where nobody named one.
  const isChosen = namesLanguage(req) || locale !== DEFAULT_LOCALE
  if (locale && isChosen) {
    requireOffered({ languages, locale })
  }
  if (data._status === 'published') {
    const about = { collection, languages, originalDoc, req }
    const isAlone = Boolean(req.query?.publishSpecificLocale)
    if (isAlone ? !(await isOnlineInMain(about)) : !(await isInMain(about))) {
      const name = nameOf(languages.main)
      throw new APIError(
        `${isAlone ? 'Publish' : 'Write'} it in the main language, ${name}, first: readers see that where nothing is translated.`,
        400,
        { code: 'main_language_missing' },
        true,
      )
    }
  }
  return data
}

type About = {
  collection: SanitizedCollectionConfig
  languages: Languages
  originalDoc: unknown
  req: PayloadRequest
}

/** By its title, wherever that is written once for each language. */
const isInMain = async ({ collection, languages: { main }, originalDoc, req }: About) => {
  const id = idOf(originalDoc)
  const title = titleOf(collection)
  const latest =
    title && id ? await readLatestVersion({ collection: collection.slug, id, req }) : undefined
  return !title || saysIn({ doc: latest, main, title })
}

/** What is published in one language leaves all others as they are online, which may be empty. */
const isOnlineInMain = async ({ collection, languages: { main }, originalDoc, req }: About) => {
  const id = idOf(originalDoc)
  const title = titleOf(collection)
  const online =
    title && id
      ? await req.payload.db.findOne<{ _status?: string; id: string }>({
          collection: collection.slug,
          locale: 'all',
          req,
          where: { id: { equals: id } },
        })
      : null
  return !title || (online?._status === 'published' && saysIn({ doc: online, main, title }))
}

const idOf = (doc: unknown): string | null => {
  const { id } = (doc ?? {}) as { id?: unknown }
  return isUuid(id) ? id : null
}

/** Null where it is the same in all languages. */
const titleOf = ({ admin, flattenedFields }: SanitizedCollectionConfig): string | null => {
  const title = flattenedFields.find(({ name }) => name === admin.useAsTitle)
  return title && 'localized' in title && title.localized ? title.name : null
}

const saysIn = ({
  doc,
  main,
  title,
}: {
  doc: object | null | undefined
  main: string
  title: string
}): boolean => {
  const titles = (doc as Record<string, unknown> | null | undefined)?.[title]
  return Boolean((titles as Record<string, unknown> | null | undefined)?.[main])
}

/** As the admin's switcher of languages calls it. */
const nameOf = (language: string): string =>
  LOCALES.find(({ code }) => code === language)?.label ?? language
