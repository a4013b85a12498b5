// Where a person's choice of language is kept, among their own preferences.

/** Payload's own key. */
export const LOCALE = 'locale'

/** The tenant for which it was chosen. */
export const LOCALE_TENANT = 'vitrine-locale-tenant'
