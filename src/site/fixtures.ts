/** A small, awkward tenant for tests and for looking at components without a database. Not used by the site. */
import type {
  LexicalNode,
  MediaDoc,
  OrganisationDoc,
  PersonDoc,
  SettingsDoc,
  TenantDoc,
  TermDoc,
  TestimonialDoc,
} from './documents.ts'

export const tenant: TenantDoc = {
  id: 't1',
  name: 'Harbor',
  slug: 'harbor',
  status: 'active',
  locales: ['en', 'de'],
  defaultLocale: 'en',
  visibility: 'public',
}

export const settings: SettingsDoc = {
  theme: 'broadsheet',
  colors: { primary: '#0b4f6c', accent: '#d1495b' },
  wordmark: 'Harbor',
  tagline: 'Service design for ports, ferries and the people who wait for them',
  introduction:
    'We are a studio of eleven in Gothenburg. We redesign the moments in which people and cargo change places, and we measure whether it helped.',
  contact: {
    email: 'hello@harbor.test',
    phone: '+46 31 555 01 20',
    address: 'Stigbergsliden 5\n414 63 Gothenburg',
    heading: 'Tell us what is stuck.',
    text: 'Write a few sentences about it. One of us reads every message and answers within two working days.',
  },
  social: [
    { label: 'Mastodon', url: 'https://example.social/@harbor' },
    { label: 'Are.na', url: 'https://example.com/harbor' },
  ],
  footer: '© 2026 Harbor Studio AB. Set in Newsreader.',
}

const term = (slug: string, name: string): TermDoc => ({
  id: slug,
  _status: 'published',
  slug,
  name,
})
export const terms = {
  service: term('service-design', 'Service design'),
  research: term('research', 'Research'),
  brand: term('brand', 'Brand identity'),
  web: term('web', 'Web platform'),
  ports: term('ports', 'Ports and shipping'),
  health: term('health', 'Health'),
  public: term('public-sector', 'Public sector'),
  next: term('nextjs', 'Next.js'),
  postgres: term('postgres', 'PostgreSQL'),
}

const blur =
  'data:image/webp;base64,UklGRkAAAABXRUJQVlA4IDQAAADwAQCdASoQAAwABUB8JaQAA3AA/ua+AAD+6z5vWxSvYvPOVb5hWGTZ5Xt4ZkHkWQzgAAAA'

export const media = (name: string, extra: Partial<MediaDoc> = {}): MediaDoc => ({
  id: `m-${name}`,
  alt: `A picture of ${name}`,
  url: `/media/${name}.jpg`,
  filename: `${name}.jpg`,
  mimeType: 'image/jpeg',
  width: 2400,
  height: 1600,
  focalX: 50,
  focalY: 40,
  blurDataUrl: blur,
  palette: { dominant: '#31576b', ink: '#ffffff' },
  ...renditions({ name, width: extra.width ?? 2400, height: extra.height ?? 1600 }),
  ...extra,
})

export const film = (name: string, extra: Partial<MediaDoc> = {}): MediaDoc => ({
  id: `m-${name}`,
  alt: `A film of ${name}`,
  url: `/media/${name}.mp4`,
  filename: `${name}.mp4`,
  mimeType: 'video/mp4',
  width: 1920,
  height: 1080,
  asset: { status: 'ready' },
  video: {
    mp4: `/media/${name}.mp4`,
    mimeType: 'video/mp4',
    stream: `/media/${name}.m3u8`,
    poster: { url: `/media/${name}-poster.jpg`, width: 1280, height: 720, srcset: null },
    duration: 125,
  },
  ...extra,
})

const presets = [
  { name: 'wide', ratio: null, widths: [320, 480, 640, 960, 1280, 1600, 1920, 2560] },
  { name: 'card', ratio: 3 / 2, widths: [320, 480, 640, 960, 1280] },
  { name: 'banner', ratio: 16 / 9, widths: [640, 960, 1280, 1600, 1920, 2560] },
  { name: 'portrait', ratio: 4 / 5, widths: [320, 480, 640, 960, 1280] },
  { name: 'square', ratio: 1, widths: [96, 160, 320, 640] },
] as const

/** Addresses as the delivery gives them, commas included. */
const renditions = ({
  name,
  width,
  height,
}: {
  name: string
  width: number
  height: number
}): Pick<MediaDoc, 'sizes' | 'srcset'> => {
  const sizes = presets.map(({ name: preset, ratio, widths }) => {
    const shape = ratio ?? width / height
    const most = Math.min(width, height * shape)
    const urls = widths
      .filter((candidate) => candidate <= most)
      .map((candidate) => ({
        url: `/media/${name}/c_fill,w_${candidate}/${preset}`,
        width: candidate,
      }))
    const middle = urls.find((candidate) => candidate.width >= 1280) ?? urls.at(-1)!
    return [
      preset,
      {
        ...middle,
        height: Math.round(middle.width / shape),
        srcset: urls.map((candidate) => `${candidate.url} ${candidate.width}w`).join(', '),
      },
    ] as const
  })
  return {
    srcset: sizes[0]?.[1].srcset,
    sizes: {
      ...Object.fromEntries(sizes),
      og: { url: `/media/${name}-og.jpg`, width: 1200, height: 630, srcset: null },
    },
  }
}

export const organisation: OrganisationDoc = {
  id: 'o1',
  _status: 'published',
  name: 'Port of Gothenburg',
  slug: 'port',
  url: 'https://example.com/port',
}
export const secretOrganisation: OrganisationDoc = {
  id: 'o2',
  _status: 'published',
  name: 'Secretive Pharma AG',
  slug: 'secretive-pharma',
  url: 'https://secretive.example',
  logo: media('secretive-logo', { alt: 'Secretive Pharma AG' }),
  confidential: true,
}

export const person: PersonDoc = {
  id: 'p1',
  _status: 'published',
  name: 'Ingrid Solheim',
  slug: 'ingrid-solheim',
  role: 'Design lead',
  bio: 'Ingrid has spent fifteen years in terminals.\n\nShe leads research and is usually found on a quay with a stopwatch.',
  portrait: media('ingrid', { width: 1200, height: 1500 }),
  links: [{ label: 'Website', url: 'https://example.com/ingrid' }],
}

export const testimonial: TestimonialDoc = {
  id: 'q1',
  _status: 'published',
  quote: 'For the first time the pilots, the tugs and the terminal look at the same clock.',
  attribution: 'Karin Åkesson',
  position: 'Harbour master',
  organisation,
  consent: 'granted',
}

/* Lexical, written short. */
export const text = (value: string, format = 0): LexicalNode => ({
  type: 'text',
  text: value,
  format,
  version: 1,
})
export const paragraph = (...children: (LexicalNode | string)[]): LexicalNode => ({
  type: 'paragraph',
  version: 1,
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
})
export const heading = (tag: string, value: string): LexicalNode => ({
  type: 'heading',
  tag,
  version: 1,
  children: [text(value)],
})
export const block = (blockType: string, fields: Record<string, unknown>): LexicalNode => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id: blockType, blockName: '', blockType, ...fields },
})
export const state = (...children: LexicalNode[]) => ({
  root: { type: 'root', version: 1, children },
})
