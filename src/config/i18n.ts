// The admin's own language: English. Another one needs its two lines here, and a copy of
// src/admin/translations/en.ts.
import { en } from '@payloadcms/translations/languages/en'
import type { Config } from 'payload'
import { vitrineEn } from '../admin/translations/en.ts'
import type { VitrineTranslations } from '../admin/translations/types.ts'

const translations: Record<'en', { vitrine: VitrineTranslations }> = {
  en: { vitrine: vitrineEn },
}

export const i18n: Config['i18n'] = {
  fallbackLanguage: 'en',
  supportedLanguages: { en },
  // Payload types its own keys only; ours are held together by VitrineTranslations.
  translations: translations as NonNullable<Config['i18n']>['translations'],
}
