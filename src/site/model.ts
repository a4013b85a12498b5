/**
 * The view models of the public sites. Components receive these and nothing else, so a name that must stay
 * confidential cannot reach a page: a presenter never puts it in here.
 */
import type { ImageView, MediaView, VideoView } from './model.media.ts'
import type { Strings } from './strings/index.ts'

export type { ImageView, MediaView, ShapeView, TrackView, VideoView } from './model.media.ts'

export const themes = ['broadsheet', 'gallery', 'ledger'] as const
export type ThemeName = (typeof themes)[number]

export const pairings = ['editorial', 'modern', 'classic', 'technical'] as const
export type PairingName = (typeof pairings)[number]

/** A colour for each scheme, both already checked against the theme's ground. */
export type SchemePair = { light: string; dark: string }

export type BrandView = {
  primary: SchemePair
  onPrimary: SchemePair
  accent: SchemePair
  onAccent: SchemePair
}

/** A room painted in a cover's own colour: the ground, the ink on it and a quieter ink, each readable. */
export type PaletteView = {
  dominant: string
  ground: SchemePair
  ink: SchemePair
  quiet: SchemePair
}

export type OutcomeView = {
  label: string
  /** What stands large: "−67%", "31 s", "€1.2M". */
  figure: string
  /** The same, cut where the unit may be set smaller. */
  parts: { number: string; unit: string; isUnitFirst: boolean }
  before: string | null
  after: string | null
  chart: { before: number; after: number } | null
  timeframe: string | null
  source: string | null
  /** One line for preview images, meta descriptions and structured data. */
  sentence: string
  /** For programs. */
  raw: { value: number | null; unit: string | null; before: number | null; after: number | null }
}

export type TermKind = 'service' | 'industry' | 'technology' | 'year'
export type TermView = { label: string; slug: string; href: string }

export type ClientView = {
  label: string
  isNamed: boolean
  url: string | null
  logo: ImageView | null
}

/** A language that is not the site's. */
export type ForeignView = { code: string; label: string }

/** Something that is read in some of the site's languages only. */
export type WrittenView = { languages: readonly string[]; foreign: ForeignView | null }

export type CardView = {
  id: string
  slug: string
  href: string
  title: string
  headline: string | null
  summary: string | null
  client: string | null
  year: number | null
  services: TermView[]
  industries: TermView[]
  technologies: TermView[]
  cover: ImageView | null
  palette: PaletteView
  outcome: OutcomeView | null
  isFeatured: boolean
  isProtected: boolean
  publishedAt: string | null
  /** Of its text, where that is not in the site's language. */
  foreign: ForeignView | null
}

export type CreditView = {
  name: string
  role: string | null
  href: string | null
  portrait: ImageView | null
}

export type QuoteView = {
  text: string
  attribution: string | null
  position: string | null
  organisation: string | null
  portrait: ImageView | null
}

export type ChapterView = {
  id: string
  number: number
  kind: string
  /** "Challenge"; null for imported prose. */
  label: string | null
  title: string
  hasOwnTitle: boolean
  body: RichNode[]
}

export type SeoView = {
  title: string
  description: string | null
  image: string | null
  isIndexed: boolean
  canonical: string | null
}

export type StudyView = {
  id: string
  slug: string
  path: string
  title: string
  headline: string | null
  summary: string | null
  client: ClientView | null
  cover: ImageView | null
  palette: PaletteView
  outcomes: OutcomeView[]
  year: number | null
  timeframe: string | null
  services: TermView[]
  industries: TermView[]
  technologies: TermView[]
  credits: CreditView[]
  testimonials: QuoteView[]
  chapters: ChapterView[]
  related: CardView[]
  publishedAt: string | null
  updatedAt: string | null
  /** Whole minutes for all of it. */
  readingMinutes: number
  seo: SeoView
  /** Those that it is written in. */
  languages: readonly string[]
  /** Of its text, where that is not in the site's language. */
  foreign: ForeignView | null
}

export type PageView = {
  id: string
  slug: string
  path: string
  title: string
  body: RichNode[]
  updatedAt: string | null
  seo: SeoView
  /** Those that it is written in. */
  languages: readonly string[]
  /** Of its text, where that is not in the site's language. */
  foreign: ForeignView | null
}

export type PersonCardView = {
  id: string
  slug: string
  href: string
  name: string
  role: string | null
  portrait: ImageView | null
  palette: PaletteView
  studyCount: number
}

export type PersonView = PersonCardView & {
  path: string
  bio: string[]
  links: { label: string; href: string }[]
  work: { card: CardView; role: string | null }[]
}

export type FilterOptionView = {
  label: string
  slug: string
  count: number
  href: string
  isActive: boolean
}
export type FilterView = {
  kind: TermKind
  label: string
  options: FilterOptionView[]
  clearHref: string | null
}

export type WorkIndexView = {
  path: string
  cards: CardView[]
  total: number
  filters: FilterView[]
  active: { label: string; href: string }[]
  clearHref: string
  pages: { number: number; href: string; isCurrent: boolean }[]
}

export type HomeView = {
  lead: CardView | null
  cards: CardView[]
  total: number
  filters: FilterView[]
}

export type LanguageView = { code: string; label: string; href: string; isCurrent: boolean }

export type SiteView = {
  name: string
  /** The name is written beside the logo; without it the logo stands alone. */
  hasWordmark: boolean
  tagline: string | null
  introduction: string | null
  theme: ThemeName
  pairing: PairingName
  brand: BrandView
  logo: ImageView | null
  locale: string
  direction: 'ltr' | 'rtl'
  defaultLocale: string
  locales: string[]
  /** Path before every address of this site in this language: '', '/harbor', '/harbor/de'. */
  base: string
  /** The same without the language. */
  root: string
  /** Absolute origin and path of the site's canonical home, without the language. */
  canonicalRoot: string
  isIndexed: boolean
  navigation: { label: string; href: string }[]
  contact: {
    email: string | null
    phone: string | null
    address: string | null
    heading: string | null
    text: string | null
  }
  social: { label: string; href: string }[]
  footer: string | null
  description: string | null
  image: string | null
  hasPeople: boolean
  strings: Strings
}

/* Rich text, after presentation. */

export type Mark =
  'bold' | 'italic' | 'underline' | 'strikethrough' | 'code' | 'subscript' | 'superscript'

export type InlineNode =
  | { type: 'text'; text: string; marks: Mark[] }
  | { type: 'break' }
  | { type: 'link'; href: string; isExternal: boolean; children: InlineNode[] }

export type ListItemNode = { isChecked: boolean | null; children: InlineNode[]; nested: RichNode[] }
export type CellNode = { isHeader: boolean; colSpan: number; rowSpan: number; children: RichNode[] }

export type RichNode =
  | { type: 'paragraph'; align: 'start' | 'center' | 'end' | null; children: InlineNode[] }
  | { type: 'heading'; level: number; id: string; children: InlineNode[] }
  | { type: 'list'; kind: 'bullet' | 'number' | 'check'; start: number; items: ListItemNode[] }
  | { type: 'quote'; children: InlineNode[] }
  | { type: 'rule' }
  | { type: 'table'; rows: CellNode[][]; hasHeaderRow: boolean }
  | { type: 'media'; media: MediaView; caption: string | null }
  | { type: 'file'; label: string; href: string; detail: string | null }
  | { type: 'reference'; label: string; href: string }
  | BlockNode

export type BlockNode =
  | { type: 'metric'; items: OutcomeView[] }
  | { type: 'gallery'; layout: 'grid' | 'justified' | 'carousel'; images: ImageView[] }
  | {
      type: 'beforeAfter'
      before: ImageView
      after: ImageView
      beforeLabel: string
      afterLabel: string
      caption: string | null
    }
  | { type: 'video'; video: VideoView }
  | {
      type: 'embed'
      provider: string
      src: string
      href: string
      title: string
      ratio: string
      caption: string | null
      poster: ImageView | null
    }
  | { type: 'pullQuote'; quote: QuoteView }
  | { type: 'timeline'; items: { date: string | null; title: string; text: string | null }[] }
  | {
      type: 'compare'
      left: string
      right: string
      rows: { aspect: string; left: string; right: string }[]
    }
  | {
      type: 'code'
      language: string
      filename: string | null
      code: string
      caption: string | null
      tokens: CodeToken[][] | null
    }
  | { type: 'downloads'; items: { label: string; href: string; detail: string | null }[] }
  | {
      type: 'callToAction'
      heading: string | null
      text: string | null
      label: string
      href: string
      isExternal: boolean
    }

/** One run of code in one colour role; the theme decides what a role looks like. */
export type CodeToken = { text: string; role: string | null }
