// The admin's own language: English. Another one needs its two files here and in src/admin/translations.
import { en } from '@payloadcms/translations/languages/en'
import type { Config } from 'payload'
import { vitrineEn } from '../admin/translations/en.ts'

export const i18n: Config['i18n'] = {
  fallbackLanguage: 'en',
  supportedLanguages: { en },
  translations: { en: { vitrine: vitrineEn } },
}
