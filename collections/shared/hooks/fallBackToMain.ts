// What is not translated is read in the tenant's main language, and so is everything where no language is named. Payload
// knows one language for all tenants, and would leave a text out that was written in another one only. In the admin, a
// title that is read so is marked.
import type {
  CollectionBeforeOperationHook,
  CollectionBeforeReadHook,
  Field,
  PayloadRequest,
} from 'payload'
import { tenantIdOf } from '../../../access/principal.ts'
import { DEFAULT_LOCALE } from '../../locales.ts'
import { inOtherLanguage } from '../inOtherLanguage.ts'
import { languagesOf, namesLanguage } from '../languages.ts'
import { parseUrl } from '../parseUrl.ts'

export const fallBackToMain: CollectionBeforeReadHook = async ({ collection, doc, req }) => {
  const locale = req.locale
  const tenant = tenantIdOf((doc as Doc).tenant)
  const isShown = isLabel(req)
  const isOpen = req.payloadAPI !== 'local' && !namesLanguage(req)
  if (!tenant || !locale || locale === 'all' || !(isShown || isOpen || isUsual(req))) {
    return doc
  }
  const main = (await languagesOf({ req, tenant }))?.main
  if (!main || main === locale) {
    return doc
  }
  if (isOpen) {
    const put = isUsual(req) ? putMainFirst : putMain
    fill({ data: doc as Doc, fields: collection.fields, locale, main, put })
    return doc
  }
  const { useAsTitle } = collection.admin
  if (useAsTitle && isShown) {
    markTitle({ locale, main, title: (doc as Doc)[useAsTitle] })
  }
  // The rest is Payload's own.
  if (main !== DEFAULT_LOCALE) {
    fill({ data: doc as Doc, fields: collection.fields, locale, main, put: putMainLast })
  }
  return doc
}

/** Set in the context of a request that shows titles to people, and stores nothing of what it reads. */
export const SHOWS_TITLES = 'showsTitles'

/**
 * What the admin's own lists and pickers ask for: what documents are called, to be chosen and never to be written back.
 * Forms name the language that they fall back to: none.
 */
const isLabel = (req: PayloadRequest): boolean => {
  const { context, headers, payload, payloadAPI, query, user } = req
  return (
    context[SHOWS_TITLES] === true ||
    (payloadAPI === 'REST' &&
      Boolean(user) &&
      Number(query?.depth) === 0 &&
      isUsual(req) &&
      isIn({ folder: payload.config.routes.admin, url: headers.get('referer') }))
  )
}

/** Payload's own lists are the only ones that ask who is editing what they show. */
export const showTitlesInLists: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'read' && (args as { includeLockStatus?: boolean }).includeLockStatus) {
    req.context[SHOWS_TITLES] ??= req.payloadAPI === 'local'
  }
  return args
}

const isIn = ({ folder, url }: { folder: string; url: string | null }): boolean => {
  const path = (url && parseUrl(url)?.pathname) || ''
  return path === folder || path.startsWith(`${folder}/`)
}

const markTitle = ({
  locale,
  main,
  title,
}: {
  locale: string
  main: string
  title: unknown
}): void => {
  if (isRecord(title) && isEmpty(title[locale]) && typeof title[main] === 'string') {
    title[locale] = inOtherLanguage({ language: main, title: title[main] })
  }
}

/** Who names another language to fall back to, or none, has it. */
const isUsual = ({ fallbackLocale, query }: PayloadRequest): boolean =>
  [fallbackLocale].flat().join() === DEFAULT_LOCALE &&
  query?.['fallback-locale'] === undefined &&
  query?.fallbackLocale === undefined

type Doc = Record<string, unknown>

type Put = (args: { locale: string; main: string; value: Doc }) => void

type Filling = { fields: Field[]; locale: string; main: string; put: Put }

const fill = ({ data, fields, ...languages }: Filling & { data: Doc }): void => {
  for (const field of fields) {
    if (field.type === 'tabs') {
      field.tabs.forEach((tab) =>
        fillIn({
          fields: tab.fields,
          holder: 'name' in tab ? data[tab.name] : data,
          ...languages,
        }),
      )
    } else if (!('name' in field)) {
      fillIn({ fields: 'fields' in field ? field.fields : [], holder: data, ...languages })
    } else if ('localized' in field && field.localized) {
      const value = data[field.name]
      if (isRecord(value)) {
        // A value in each language that has one.
        languages.put({ value, ...languages })
      }
    } else if ('fields' in field) {
      ;[data[field.name]]
        .flat()
        .forEach((holder) => fillIn({ fields: field.fields, holder, ...languages }))
    }
  }
}

const fillIn = ({ holder, ...filling }: Filling & { holder: unknown }): void => {
  if (isRecord(holder)) {
    fill({ data: holder, ...filling })
  }
}

const putMainLast: Put = ({ locale, main, value }) => {
  if (isEmpty(value[locale])) {
    putMainFirst({ locale, main, value })
  }
}

const putMainFirst: Put = ({ locale, main, value }) => {
  if (!isEmpty(value[main])) {
    value[locale] = value[main]
  }
}

const putMain: Put = ({ locale, main, value }) => {
  value[locale] = value[main]
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

const isRecord = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
