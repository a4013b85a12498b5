// The admin's own language: English. Another one needs its two lines here, and a copy of
// src/admin/translations/en.ts.
import { en } from '@payloadcms/translations/languages/en'
import type { Config } from 'payload'
import { vitrineEn } from '../admin/translations/en.ts'
import type { VitrineTranslations } from '../admin/translations/types.ts'

/** Where Payload speaks of its fields, we say less: an empty cell is a dash. */
type Translations = {
  authentication: { login: string }
  general: { noLabel: string; noValue: string }
  vitrine: VitrineTranslations
}

const translations: Record<'en', Translations> = {
  en: {
    authentication: { login: vitrineEn.login.title },
    general: { noLabel: '–', noValue: '–' },
    vitrine: vitrineEn,
  },
}

export const i18n: Config['i18n'] = {
  fallbackLanguage: 'en',
  supportedLanguages: { en },
  // Payload types its own keys only; ours are held together by VitrineTranslations.
  translations: translations,
}
