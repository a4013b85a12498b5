// Content languages. The admin offers those that the selected tenant has chosen.
import type { LocalizationConfig } from 'payload'
import { languagesOf } from '../../collections/shared/languages.ts'
import { DEFAULT_LOCALE, LOCALES } from '../../collections/locales.ts'
import { tenantInAdmin } from '../admin/languages/tenantInAdmin.ts'

export const localization: LocalizationConfig = {
  defaultLocale: DEFAULT_LOCALE,
  fallback: true,
  locales: LOCALES.map((locale) => ({ ...locale })),
  filterAvailableLocales: async ({ locales, req }) => {
    const tenant = req.user ? tenantInAdmin({ headers: req.headers, user: req.user }) : null
    const languages = tenant ? await languagesOf({ req, tenant }) : null
    // The main one first.
    return languages
      ? languages.offered.flatMap((one) => locales.find(({ code }) => code === one) ?? [])
      : locales
  },
}
