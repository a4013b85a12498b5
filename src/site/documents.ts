/**
 * What the public site reads of each Payload document: the smallest shapes, so that presenters can be used
 * on the server, in the live preview (browser) and in tests without Payload's generated types.
 */
import type { MediaDocument } from '../../plugins/media/exports/types.ts'

export type Ref<T> = string | T | null | undefined
export type Maybe<T> = T | null | undefined

export type MediaDoc = Omit<MediaDocument, 'asset'> & {
  id: string
  caption?: Maybe<string>
  credit?: Maybe<string>
  filename?: Maybe<string>
  filesize?: Maybe<number>
  palette?: Maybe<{ dominant?: Maybe<string>; ink?: Maybe<string> }>
  asset?: Maybe<NonNullable<MediaDocument['asset']> & { status?: Maybe<string> }>
}

/** Captions, subtitles or descriptions of a film, as a video block stores them. */
export type TrackDoc = {
  id?: Maybe<string>
  file?: Ref<FileDoc>
  kind?: Maybe<string>
  language?: Maybe<string>
  label?: Maybe<string>
}

export type FileDoc = {
  id: string
  title?: Maybe<string>
  description?: Maybe<string>
  url?: Maybe<string>
  filename?: Maybe<string>
  mimeType?: Maybe<string>
  filesize?: Maybe<number>
}

export type TermDoc = {
  id: string
  _status?: Maybe<string>
  name?: Maybe<string>
  slug?: Maybe<string>
  description?: Maybe<string>
  url?: Maybe<string>
}

export type OrganisationDoc = {
  id: string
  _status?: Maybe<string>
  name?: Maybe<string>
  slug?: Maybe<string>
  acronym?: Maybe<string>
  url?: Maybe<string>
  logo?: Ref<MediaDoc>
  description?: Maybe<string>
  confidential?: Maybe<boolean>
}

export type PersonDoc = {
  id: string
  _status?: Maybe<string>
  name?: Maybe<string>
  slug?: Maybe<string>
  role?: Maybe<string>
  bio?: Maybe<string>
  portrait?: Ref<MediaDoc>
  links?: Maybe<{ id?: Maybe<string>; label?: Maybe<string>; url?: Maybe<string> }[]>
}

export type TestimonialDoc = {
  id: string
  _status?: Maybe<string>
  quote?: Maybe<string>
  attribution?: Maybe<string>
  position?: Maybe<string>
  organisation?: Ref<OrganisationDoc>
  portrait?: Ref<MediaDoc>
  consent?: Maybe<string>
}

export type OutcomeDoc = {
  id?: Maybe<string>
  label?: Maybe<string>
  value?: Maybe<number>
  unit?: Maybe<string>
  before?: Maybe<number>
  after?: Maybe<number>
  timeframe?: Maybe<string>
  source?: Maybe<string>
}

export type CreditDoc = {
  id?: Maybe<string>
  person?: Ref<PersonDoc>
  name?: Maybe<string>
  role?: Maybe<string>
  url?: Maybe<string>
}

export type LexicalNode = { type: string; children?: LexicalNode[]; [key: string]: unknown }
export type LexicalState = Maybe<{ root?: Maybe<LexicalNode> }>

export type ChapterDoc = {
  id?: Maybe<string>
  kind?: Maybe<string>
  title?: Maybe<string>
  body?: LexicalState
}

export type SeoDoc = {
  title?: Maybe<string>
  description?: Maybe<string>
  image?: Ref<MediaDoc>
  noindex?: Maybe<boolean>
  canonical?: Maybe<string>
}

export type StudyDoc = {
  id: string
  title?: Maybe<string>
  slug?: Maybe<string>
  client?: Ref<OrganisationDoc>
  anonymous?: Maybe<boolean>
  anonymousLabel?: Maybe<string>
  headline?: Maybe<string>
  outcomes?: Maybe<OutcomeDoc[]>
  summary?: Maybe<string>
  cover?: Ref<MediaDoc>
  services?: Maybe<Ref<TermDoc>[]>
  industries?: Maybe<Ref<TermDoc>[]>
  technologies?: Maybe<Ref<TermDoc>[]>
  year?: Maybe<number>
  timeframe?: Maybe<string>
  credits?: Maybe<CreditDoc[]>
  testimonials?: Maybe<Ref<TestimonialDoc>[]>
  chapters?: Maybe<ChapterDoc[]>
  related?: Maybe<{ mode?: Maybe<string>; studies?: Maybe<Ref<StudyDoc>[]> }>
  featured?: Maybe<boolean>
  visibility?: Maybe<string>
  embargoUntil?: Maybe<string>
  publishedAt?: Maybe<string>
  seo?: Maybe<SeoDoc>
  _status?: Maybe<string>
  createdAt?: Maybe<string>
  updatedAt?: Maybe<string>
}

export type PageDoc = {
  id: string
  title?: Maybe<string>
  slug?: Maybe<string>
  body?: LexicalState
  seo?: Maybe<SeoDoc>
  _status?: Maybe<string>
  updatedAt?: Maybe<string>
}

export type LinkDoc = { id?: Maybe<string>; label?: Maybe<string>; url?: Maybe<string> }

export type SettingsDoc = {
  id?: string
  theme?: Maybe<string>
  colors?: Maybe<{ primary?: Maybe<string>; accent?: Maybe<string> }>
  typePairing?: Maybe<string>
  logo?: Ref<MediaDoc>
  wordmark?: Maybe<string>
  tagline?: Maybe<string>
  introduction?: Maybe<string>
  navigation?: Maybe<(LinkDoc & { kind?: Maybe<string>; page?: Ref<PageDoc> })[]>
  about?: Ref<PageDoc>
  contact?: Maybe<{
    email?: Maybe<string>
    phone?: Maybe<string>
    address?: Maybe<string>
    heading?: Maybe<string>
    text?: Maybe<string>
  }>
  social?: Maybe<LinkDoc[]>
  footer?: Maybe<string>
  seo?: Maybe<{ description?: Maybe<string>; image?: Ref<MediaDoc> }>
}

export type TenantDoc = {
  id: string
  name?: Maybe<string>
  slug?: Maybe<string>
  status?: Maybe<string>
  /** The proven ones, the canonical one first; documents of their own, which `findTenant` adds. */
  domains?: Maybe<{ host: string }[]>
  locales?: Maybe<string[]>
  defaultLocale?: Maybe<string>
  visibility?: Maybe<string>
}

/** The populated document behind a relationship, or null while it is only an id (or gone, or not readable). */
export const populated = <T extends { id: string }>(ref: Ref<T>): T | null =>
  ref && typeof ref === 'object' ? ref : null

export const populatedList = <T extends { id: string }>(refs: Maybe<Ref<T>[]>): T[] =>
  (refs ?? []).flatMap((ref) => populated(ref) ?? [])

/** The id behind a relationship, populated or not. */
export const refId = <T extends { id: string }>(ref: Ref<T>): string | null =>
  (typeof ref === 'string' ? ref : ref?.id) ?? null
