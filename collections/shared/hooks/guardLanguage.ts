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
import { DEFAULT_LOCALE } from '../../locales.ts'
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
  if (
    data._status === 'published' &&
    !(await isInMain({ collection, languages, originalDoc, req }))
  ) {
    throw new APIError(
      `Write it in ${nameOf(languages.main)} first: that is the main language here, and what readers see where nothing is translated.`,
      400,
      { code: 'main_language_missing' },
      true,
    )
  }
  return data
}

/** By its title, wherever that is written once for each language. */
const isInMain = async ({
  collection: { admin, flattenedFields, slug },
  languages: { main },
  originalDoc,
  req,
}: {
  collection: SanitizedCollectionConfig
  languages: Languages
  originalDoc: unknown
  req: PayloadRequest
}): Promise<boolean> => {
  const title = flattenedFields.find(({ name }) => name === admin.useAsTitle)
  if (!title || !('localized' in title) || !title.localized) {
    return true
  }
  const { id } = (originalDoc ?? {}) as { id?: unknown }
  const stored = isUuid(id) ? await readLatestVersion({ collection: slug, id, req }) : undefined
  const titles = stored?.[title.name] as Record<string, unknown> | null | undefined
  return Boolean(titles?.[main])
}

const nameOf = (language: string): string =>
  new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language
