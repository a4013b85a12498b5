// What is required is required in a tenant's main language. In another one it may wait for its translation: readers
// are shown the main one there.
import type { Field, PayloadRequest, SanitizedConfig } from 'payload'
import { tenantIdOf } from '../../access/principal.ts'
import { languagesOf } from '../../collections/shared/languages.ts'

export const requireInMain = (config: SanitizedConfig): SanitizedConfig => {
  for (const { fields, versions } of config.collections) {
    if (versions?.drafts) {
      eachField(fields, loosen)
    }
  }
  return config
}

type Validate = (value: unknown, options: Options) => Promise<string | true> | string | true

type Options = { data?: { tenant?: unknown }; req?: PayloadRequest }

const loosen = (field: Field): void => {
  if (!('localized' in field && field.localized && 'required' in field && field.required)) {
    return
  }
  const holder = field as unknown as { validate?: Validate }
  const { validate } = holder
  if (validate) {
    holder.validate = (value, options) =>
      isEmpty(value)
        ? unlessTranslation(options, validate(value, options))
        : validate(value, options)
  }
}

const unlessTranslation = async (
  options: Options,
  found: Promise<string | true> | string | true,
): Promise<string | true> => ((await isTranslation(options)) ? true : found)

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

/** Whether this is written in another language than the tenant's main one. */
const isTranslation = async ({ data, req }: Options): Promise<boolean> => {
  const tenant = tenantIdOf(data?.tenant)
  if (!req || !tenant) {
    return false
  }
  const languages = await languagesOf({ req, tenant })
  return languages !== null && req.locale !== languages.main
}

const eachField = (fields: Field[], visit: (field: Field) => void): void => {
  for (const field of fields) {
    visit(field)
    if (field.type === 'tabs') {
      field.tabs.forEach((tab) => eachField(tab.fields, visit))
    } else if ('fields' in field) {
      eachField(field.fields, visit)
    }
  }
}
