// The languages of a tenant: those that it offers, and the main one, in which everything is written first.
import type { PayloadRequest } from 'payload'
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
