// Every kind of thing that a site has, in every state that it can be in, and who may read it there. What an answer
// must say follows from that; see expectations.ts.
import type { PairingName, ThemeName } from '../../../src/site/model.ts'

/** Who may read what is at an address, and hence who may keep it. */
export type Readers =
  /** Everybody, and every cache for a minute. */
  | 'everybody'
  /** Everybody, and every cache for ever: its address changes with it. */
  | 'everybody for ever'
  /** Whoever has the address; no cache that others read keeps it. */
  | 'whoever has the address'
  /** One visitor, who knew the password; nothing keeps it. */
  | 'one visitor'
  /** Nobody: it has moved. */
  | 'moved'
  /** Nobody: as if it were not there. */
  | 'nobody'

export type Kind = 'page' | 'picture' | 'style sheet' | 'script' | 'font' | 'XML' | 'text'

export type Address = {
  /** For people. */
  name: string
  /** Below the site and the language. */
  path: string
  kind: Kind
  readers: Readers
  /** Where something that has moved is now, below the site. */
  movedTo?: string
  /** In which languages its page is written. Default: all. */
  languages?: readonly string[]
}

export const STATES = {
  public: 'everybody',
  unlisted: 'whoever has the address',
  password: 'whoever has the address',
  private: 'nobody',
  draft: 'nobody',
  embargoed: 'nobody',
  trashed: 'nobody',
  missing: 'nobody',
  moved: 'moved',
} as const satisfies Record<string, Readers>

export type State = keyof typeof STATES

/** Of pages and people, which have no visibility of their own. */
export const SIMPLE_STATES = [
  'public',
  'draft',
  'trashed',
  'missing',
  'moved',
] as const satisfies readonly State[]

export const FOLDERS = { study: '/work', person: '/people', page: '' } as const

export type Folder = keyof typeof FOLDERS

/** The slug of the document of a kind that is in a state. */
export const slugOf = (folder: Folder, state: State | 'anonymous' | 'english'): string =>
  `${folder}-${state}`

/** What stands as `v` in the addresses of assets, and which of them a site loads. */
export type Versions = {
  font: string
  script: string
  styles: string
  theme: ThemeName
  type: PairingName
}

export const addressesOf = (versions: Versions): Address[] => [
  ...pages(),
  ...(['study', 'person', 'page'] as const).flatMap((folder) =>
    (folder === 'study' ? (Object.keys(STATES) as State[]) : SIMPLE_STATES).map((state) =>
      documentAt({ folder, state }),
    ),
  ),
  {
    ...documentAt({ folder: 'study', state: 'password' }),
    name: 'study, opened by its password',
    readers: 'one visitor',
  },
  {
    ...documentAt({ folder: 'study', state: 'public' }),
    name: 'study, written in one language',
    path: `/work/${slugOf('study', 'english')}`,
    languages: ['en'],
  },
  {
    ...documentAt({ folder: 'study', state: 'public' }),
    name: 'study, of a client that is not named',
    path: `/work/${slugOf('study', 'anonymous')}`,
  },
  ...(Object.keys(STATES) as State[])
    .filter((state) => state !== 'moved')
    .map((state): Address => ({
      ...documentAt({ folder: 'study', state }),
      name: `preview image of a study, ${state}`,
      path: `/work/${slugOf('study', state)}/opengraph.png`,
      kind: 'picture',
    })),
  ...files(versions),
]

const pages = (): Address[] =>
  [
    ['home', ''],
    ['work', '/work'],
    ['people', '/people'],
    ['about', '/about'],
    ['contact', '/contact'],
  ].map(([name = '', path = '']) => ({ name, path, kind: 'page', readers: 'everybody' }))

const documentAt = ({ folder, state }: { folder: Folder; state: State }): Address => {
  const slug = slugOf(folder, state)
  return {
    name: `${folder}, ${state}`,
    path: `${FOLDERS[folder]}/${slug}`,
    kind: 'page',
    readers: STATES[state],
    ...(state === 'moved' ? { movedTo: `${FOLDERS[folder]}/${slugOf(folder, 'public')}` } : {}),
  }
}

const files = ({ font, script, styles, theme, type }: Versions): Address[] => {
  const look = `/theme.css?theme=${theme}&type=${type}`
  const assets: [string, Kind, string, string][] = [
    ['style sheet', 'style sheet', look, `&v=${styles}`],
    ['script', 'script', '/site.js', `?v=${script}`],
    ['font', 'font', '/font.woff2?face=newsreader', `&v=${font}`],
  ]
  return [
    { name: 'feed', path: '/feed.xml', kind: 'XML', readers: 'everybody' },
    { name: 'sitemap', path: '/sitemap.xml', kind: 'XML', readers: 'everybody' },
    { name: 'robots', path: '/robots.txt', kind: 'text', readers: 'everybody' },
    { name: 'preview image', path: '/opengraph.png', kind: 'picture', readers: 'everybody' },
    ...assets.flatMap(([name, kind, path, version]): Address[] => [
      { name, kind, path: path + version, readers: 'everybody for ever' },
      { name: `${name}, as an old page asks for it`, kind, path, readers: 'everybody' },
    ]),
    { name: 'style sheet of no theme', path: '/theme.css', kind: 'page', readers: 'nobody' },
  ]
}
