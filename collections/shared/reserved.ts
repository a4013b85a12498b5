// Names that addresses already use, so that no page and no tenant can hide them.
import { LOCALE_CODES } from '../locales.ts'

/** First path segments of a tenant's site that are not pages. */
export const RESERVED_PAGE_SLUGS: readonly string[] = [
  'work',
  'people',
  'contact',
  'preview',
  'unlocked',
  'missing',
  'moved',
  'refused',
  ...LOCALE_CODES,
]

/** First path segments of the main host that are not tenants. */
export const RESERVED_TENANT_SLUGS: readonly string[] = [
  'admin',
  'api',
  'e',
  'events',
  'graphql',
  'healthz',
  'login',
  'logout',
  'media',
  'metrics',
  'preview',
  'readyz',
  'realtime',
  'sites',
  'static',
  'vitrine',
  'www',
  ...LOCALE_CODES,
]
