/** What every presenter needs to know about where it is: whose site, which language, which addresses. */
import { populated, type Ref, type StudyDoc } from '../documents.ts'
import type { Strings } from '../strings/index.ts'
import { isMisread } from '../../../collections/shared/urls.ts'
import type { TermKind } from '../model.ts'
import { languageOf } from '../strings/index.ts'

export type Mode = 'path' | 'host'

export type PresentContext = {
  /** Path before every address in this language: '', '/harbor', '/de', '/harbor/de'. */
  base: string
  /** The same without the language. */
  root: string
  locale: string
  /** The tenant's main language. */
  mainLocale: string
  strings: Strings
  /** The tenant's primary colour, for drawn placeholders. */
  brand: string
  /** Origin of this installation: addresses under it become relative, so they work on every domain. */
  serverUrl: string | null
  /** In the preview, what nobody has published yet shows as well. */
  showsDrafts: boolean
  /** The client that the study being presented does not name. */
  withheldClient?: string | null
}

export const contextFor = ({
  mode,
  tenant,
  locale,
  defaultLocale,
  brand,
  serverUrl,
  showsDrafts = false,
}: {
  mode: Mode
  tenant: string
  locale: string
  defaultLocale: string
  brand: string
  serverUrl: string | null
  showsDrafts?: boolean
}): PresentContext => {
  const root = mode === 'host' ? '' : `/${tenant}`
  return {
    root,
    base: locale === defaultLocale ? root : `${root}/${locale}`,
    locale,
    mainLocale: defaultLocale,
    strings: languageOf(locale).strings,
    brand,
    serverUrl,
    showsDrafts,
  }
}

export const homeHref = ({ base }: { base: string }): string => base || '/'
export const workHref = ({ base }: { base: string }): string => `${base}/work`
export const studyHref = ({ base }: { base: string }, slug: string): string =>
  `${base}/work/${encodeURIComponent(slug)}`
/**
 * The page of a study that a text or a button links to, or null: an unlisted or private study has
 * no link anywhere, whoever wrote one.
 */
export const linkedStudyHref = (ref: Ref<StudyDoc>, context: { base: string }): string | null => {
  const study = populated(ref)
  const isListed = study?.visibility !== 'unlisted' && study?.visibility !== 'private'
  return study?.slug && isListed ? studyHref(context, study.slug) : null
}

export const peopleHref = ({ base }: { base: string }): string => `${base}/people`
export const personHref = ({ base }: { base: string }, slug: string): string =>
  `${base}/people/${encodeURIComponent(slug)}`
export const pageHref = ({ base }: { base: string }, slug: string): string =>
  `${base}/${encodeURIComponent(slug)}`
export const contactHref = ({ base }: { base: string }): string => `${base}/contact`
export const filterHref = (context: { base: string }, kind: TermKind, slug: string): string =>
  `${workHref(context)}?${new URLSearchParams({ [kind]: slug }).toString()}`

const allowedProtocols = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** An address that is safe to put into a link, or null: scripts and data addresses never are. */
export const safeHref = (url: string | null | undefined): string | null => {
  const trimmed = url?.trim() ?? ''
  if (trimmed === '' || isMisread(trimmed) || trimmed.startsWith('//')) {
    return null
  }
  if (/^[/#?]/.test(trimmed)) {
    return trimmed
  }
  try {
    const parsed = new URL(trimmed)
    // “https:evil.example” is a path or another site, depending on the page that it stands on.
    const isPlain = /^(https?:\/\/|mailto:|tel:)/i.test(trimmed)
    return isPlain && allowedProtocols.has(parsed.protocol) ? trimmed : null
  } catch {
    return null
  }
}

export const isExternalHref = (href: string): boolean => /^https?:\/\//i.test(href)

/** Addresses of our own files are relative, so that they load from the domain that the reader is on. */
export const ownUrl = (
  url: string | null | undefined,
  { serverUrl }: Pick<PresentContext, 'serverUrl'>,
): string | null => {
  if (!url) {
    return null
  }
  return serverUrl && url.startsWith(`${serverUrl}/`) ? url.slice(serverUrl.length) : safeHref(url)
}
