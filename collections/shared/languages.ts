// The languages of a tenant: those that it offers, and the main one, in which everything is written first.
import { APIError, type CollectionSlug, type PayloadRequest } from 'payload'
import { tenantIdOf } from '../../access/principal.ts'
import type { LocaleCode } from '../locales.ts'

export type Languages = {
  main: LocaleCode
  /** The main one among them. */
  offered: readonly LocaleCode[]
}

/** Asked once in a request; `null` of a tenant that whoever asks does not see. */
export const languagesOf = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<Languages | null> => {
  const known = (req.context[KEY] ??= new Map()) as Map<string, Promise<Languages | null>>
  const asked = known.get(tenant) ?? read({ req, tenant })
  known.set(tenant, asked)
  return asked
}

/** In the context of a request of GraphQL: whether it names a language, where it reads or in the mutation under way. */
export const NAMES_LANGUAGE = 'namesLanguage'

/** Whether a request says in which language it reads or writes. */
export const namesLanguage = ({ context, query }: PayloadRequest): boolean =>
  Boolean(query?.locale) || context[NAMES_LANGUAGE] === true

/** The tenant whose document this is. */
export const tenantOf = async ({
  collection,
  id,
  req,
}: {
  collection: CollectionSlug
  id: string
  req: PayloadRequest
}): Promise<string | null> => {
  const doc = await req.payload.db.findOne<{ id: string; tenant?: unknown }>({
    collection,
    req,
    select: { tenant: true },
    where: { id: { equals: id } },
  })
  return tenantIdOf(doc?.tenant)
}

/** Refuses a language that the tenant does not have. */
export const requireOffered = ({
  languages: { offered },
  locale,
}: {
  languages: Languages
  locale: string
}): void => {
  if (!(offered as readonly string[]).includes(locale)) {
    throw new APIError(
      `“${locale}” is none of the languages here. Write in one of them: ${offered.map((one) => `“${one}”`).join(', ')}.`,
      400,
      { code: 'language_not_offered' },
      true,
    )
  }
}

const KEY = 'languages'

const read = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<Languages | null> => {
  const doc = await req.payload.db.findOne<{
    id: string
    defaultLocale?: LocaleCode | null
    locales?: LocaleCode[] | null
  }>({
    collection: 'tenants',
    req,
    select: { defaultLocale: true, locales: true },
    where: { id: { equals: tenant } },
  })
  return doc?.defaultLocale
    ? {
        main: doc.defaultLocale,
        offered: [...new Set([doc.defaultLocale, ...(doc.locales ?? [])])],
      }
    : null
}
