// The admin's own language: English. Another one needs its two lines here, and copies of
// src/admin/translations/en.ts and enPayload.ts.
import { en } from '@payloadcms/translations/languages/en'
import type { Config } from 'payload'
import { vitrineEn } from '../admin/translations/en.ts'
import { payloadEn } from '../admin/translations/enPayload.ts'
import type { PayloadSentences, VitrineTranslations } from '../admin/translations/types.ts'

const translations: Record<'en', PayloadSentences & { vitrine: VitrineTranslations }> = {
  en: { ...payloadEn, vitrine: vitrineEn },
}

export const i18n: Config['i18n'] = {
  fallbackLanguage: 'en',
  supportedLanguages: { en },
  // Payload types its own keys only; ours are held together by VitrineTranslations.
  translations: translations,
}
