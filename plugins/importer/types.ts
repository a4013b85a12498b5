/** The neutral shapes that every source is read into, before anything is known of Payload. */
import type { Root } from 'hast'

import type { RemarkCode } from './error-codes.ts'

export type Remark = { code: RemarkCode; detail?: string }

export type ImportedTestimonial = {
  quote: string
  attribution?: string
  position?: string
  organisation?: string
}

export type ImportedImage = { ref: string; alt?: string; caption?: string }

export type ImportedPerson = {
  name: string
  slug: string
  role: string
  bio?: string
  image?: string
}

export type ImportedLink = { label: string; url: string; group: 'site' | 'code' | 'resource' }

export type ImportedOutcome = {
  label: string
  value?: number
  unit?: string
  before?: number
  after?: number
}

/** What one file, or one entry of an export, says. */
export type ImportedDocument = {
  /** The site or the folder that it comes from: two sources may hold equal keys. */
  source: string
  /** Stable in its source: the path in the folder or the entry's guid. */
  key: string
  /** Keys under which an earlier import may have stored it. */
  formerKeys: string[]
  /** What people know it by: shown in the report. */
  path: string
  kind: 'study' | 'page'
  title: string
  slug: string
  isDraft: boolean
  isPrivate: boolean
  headline?: string
  summary?: string
  /** ISO 8601, when it was first published. */
  date?: string
  year?: number
  timeframe?: string
  client?: string
  otherClients: string[]
  services: string[]
  industries: string[]
  technologies: string[]
  tags: string[]
  people: ImportedPerson[]
  cover?: ImportedImage
  /** Read anew each time: the bodies of a whole source are more than a process may hold. */
  readBody: () => Promise<Root>
  testimonials: ImportedTestimonial[]
  outcomes: ImportedOutcome[]
  links: ImportedLink[]
  /** Paths that led here on the old site, each beginning with '/'. */
  oldAddresses: string[]
  originUrl?: string
  isFeatured: boolean
  seo: { title?: string; description?: string }
  remarks: Remark[]
  /** Changes whenever the source of this document does. */
  sourceHash: string
}

export type ImportedOrganisation = {
  name: string
  acronym?: string
  logo?: string
  url?: string
  description?: string
}

/** An entry that did not become a document, and why. */
export type LeftOut = { path: string; code: RemarkCode; detail?: string }

/** A file of the source, by its path in it (always with '/', never leading outside). */
export type SourceFile = { path: string; size: number }

export type FileStore = {
  files: ReadonlyMap<string, SourceFile>
  read: (path: string) => Promise<Uint8Array>
  /** The same a piece at a time, for what is large. */
  pieces: (path: string) => AsyncIterable<Uint8Array>
  /** Paths that were not taken up, e.g. links that lead outside. */
  refused: LeftOut[]
  /** Hidden files and folders, and those of other programs, of which nothing was read. */
  passedOver: readonly string[]
}

/** A whole source, read: documents plus what stands around them. */
export type ImportSource = {
  kind: 'folder' | 'wordpress'
  documents: ImportedDocument[]
  leftOut: LeftOut[]
  organisations: ImportedOrganisation[]
  files: FileStore
  /** Hosts that the old site answered to, lower case. */
  hosts: string[]
  /** Alt texts and captions that the source keeps apart from the pages (WordPress attachments). */
  images: ReadonlyMap<string, { alt?: string; caption?: string }>
}
