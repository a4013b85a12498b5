// What is not translated is read in the tenant's main language. Payload knows one language for all tenants to fall back
// to, and would leave a text out that was written in another one only.
import type { CollectionBeforeReadHook, Field, PayloadRequest } from 'payload'
import { tenantIdOf } from '../../../access/principal.ts'
import { DEFAULT_LOCALE } from '../../locales.ts'
import { languagesOf } from '../languages.ts'

export const fallBackToMain: CollectionBeforeReadHook = async ({ collection, doc, req }) => {
  const locale = req.locale
  const tenant = tenantIdOf((doc as Doc).tenant)
  if (!tenant || !locale || locale === 'all' || !isUsual(req)) {
    return doc
  }
  const main = (await languagesOf({ req, tenant }))?.main
  // The rest is Payload's own.
  if (main && main !== locale && main !== DEFAULT_LOCALE) {
    fill({ data: doc as Doc, fields: collection.fields, locale, main })
  }
  return doc
}

/** Who names another language to fall back to, or none, has it. */
const isUsual = ({ fallbackLocale, query }: PayloadRequest): boolean =>
  [fallbackLocale].flat().join() === DEFAULT_LOCALE &&
  query?.['fallback-locale'] === undefined &&
  query?.fallbackLocale === undefined

type Doc = Record<string, unknown>

type Filling = { fields: Field[]; locale: string; main: string }

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
      fillOne({ value: data[field.name], ...languages })
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

/** A value in each language that has one. */
const fillOne = ({ locale, main, value }: Omit<Filling, 'fields'> & { value: unknown }): void => {
  if (isRecord(value) && isEmpty(value[locale]) && !isEmpty(value[main])) {
    value[locale] = value[main]
  }
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

const isRecord = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
