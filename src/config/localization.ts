// Content languages. The admin offers those that the selected tenant has chosen.
import { getTenantFromCookie } from '@payloadcms/plugin-multi-tenant/utilities'
import type { LocalizationConfig } from 'payload'
import { DEFAULT_LOCALE, LOCALES } from '../../collections/locales.ts'

export const localization: LocalizationConfig = {
  defaultLocale: DEFAULT_LOCALE,
  fallback: true,
  locales: LOCALES.map((locale) => ({ ...locale })),
  filterAvailableLocales: async ({ locales, req }) => {
    const selected = getTenantFromCookie(req.headers, 'text')
    if (!selected || !req.user) {
      return locales
    }
    const { docs } = await req.payload.find({
      collection: 'tenants',
      depth: 0,
      limit: 1,
      overrideAccess: false,
      pagination: false,
      req,
      select: { locales: true },
      user: req.user,
      where: { id: { equals: selected } },
    })
    const chosen = docs[0]?.locales
    return chosen && chosen.length > 0
      ? locales.filter(({ code }) => (chosen as string[]).includes(code))
      : locales
  },
}
