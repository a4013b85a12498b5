// What the demo's content is made of, before it has ids: references are keys, texts carry both languages.
import type { BodyNode } from './body.ts'

export type Language = 'en' | 'de'
export type Text = string | { en: string; de?: string | undefined }

export type Outcome = {
  label: Text
  value: number
  unit?: string
  before?: number
  after?: number
  timeframe?: Text
  source?: Text
}

export type Credit = { person?: string; name?: string; role: Text; url?: string }

type Chapter = {
  kind: 'challenge' | 'constraint' | 'approach' | 'outcome' | 'reflection' | 'story'
  title?: Text
  body: BodyNode[]
}

export type Study = {
  slug: string
  title: Text
  headline: Text
  summary: Text
  cover?: string
  client: string
  anonymousLabel?: Text
  outcomes: Outcome[]
  services: string[]
  industries: string[]
  technologies?: string[]
  year: number
  timeframe: Text
  credits: Credit[]
  testimonials?: string[]
  chapters: Chapter[]
  related?: string[]
  featured?: boolean
  visibility?: 'public' | 'unlisted' | 'password' | 'private'
  isDraft?: boolean
  embargoUntil?: string
  /** The day it went online; drafts have none. */
  published?: string
  /** A headline it carried before: written first, so that its versions can be compared. */
  formerHeadline?: string
}

export type Person = {
  name: string
  role: Text
  bio: Text
  links?: { label: string; url: string }[]
}
export type Organisation = {
  name: string
  acronym?: string
  url?: string
  description: Text
  isConfidential?: boolean
}
export type Testimonial = {
  quote: Text
  attribution: string
  position: Text
  organisation: string
  consent?: 'granted' | 'pending'
  /** Whether there is an image `voice/<key>`. */
  portrait?: true
}
type Term = { name: Text; description: Text }
export type Page = { title: Text; body: BodyNode[] }
type DocumentFile = { kind: 'pdf' | 'vtt'; title: Text; description: Text; lines: string[] }
type Lead = {
  name: string
  email: string
  company: string
  message: string
  status: 'new' | 'in-progress' | 'done'
  study?: string
  page: string
  notes?: string
}

type Settings = {
  theme: 'broadsheet' | 'gallery' | 'ledger'
  typePairing: 'editorial' | 'modern' | 'classic' | 'technical'
  colors: { primary: string; accent: string }
  tagline: Text
  introduction: Text
  footer: Text
  description: Text
  image: string
  contact: { email: string; phone: string; address: Text; heading: Text; text: Text }
  social: { label: string; url: string }[]
}

export type TenantContent = {
  slug: string
  name: string
  kind: 'agency' | 'client'
  agency?: string
  locales: Language[]
  settings: Settings
  people: Record<string, Person>
  organisations: Record<string, Organisation>
  services: Record<string, Term>
  industries: Record<string, Term>
  technologies: Record<string, { name: string; url: string }>
  testimonials: Record<string, Testimonial>
  documents: Record<string, DocumentFile>
  /** `about` is the site's about page; the others join the menu. */
  pages: Record<string, Page>
  studies: Study[]
  leads: Lead[]
  redirects: { from: string; to: string }[]
}
