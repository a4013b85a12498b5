/**
 * A theme's stylesheet as text. A page must load its own theme only, which a bundler cannot know: the theme is data.
 * So the files are read once, and a route serves them under an address that changes with their content.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Asset } from './assets.ts'
import { pairingCss, type FontKey } from './fonts/faces.ts'
import { fontHref } from './fonts/files.ts'
import { pairings, themes, type PairingName, type ThemeName } from './model.ts'

/** In the order of the cascade. */
const shared = ['reset', 'prose', 'media', 'blocks', 'forms', 'motion'].map(
  (name) => `components/styles/${name}.css`,
)
const own: Record<ThemeName, string[]> = {
  broadsheet: ['tokens', 'head', 'front', 'sheets', 'feature', 'chapters', 'people', 'colophon'],
  gallery: ['tokens', 'frame', 'walls', 'home', 'study', 'pages'],
  ledger: ['tokens', 'frame', 'home', 'filters', 'table', 'study', 'pages'],
}

const folder = path.join(process.cwd(), 'src/site')
const isRemembered = process.env.NODE_ENV === 'production'
const remembered = new Map<string, string>()

/** Shared rules, the theme's own and the faces of one pairing. */
export const stylesheet = ({
  theme,
  pairing,
}: {
  theme: ThemeName
  pairing: PairingName
}): string => {
  const key = `${theme} ${pairing}`
  const known = remembered.get(key)
  if (known !== undefined) {
    return known
  }
  const css = [
    pairingCss({ pairing, urlOf: relativeFont }),
    ...[...shared, ...own[theme].map((name) => `themes/${theme}/styles/${name}.css`)].map((file) =>
      squeeze(readFileSync(path.join(folder, file), 'utf8')),
    ),
  ].join('')
  if (isRemembered) {
    remembered.set(key, css)
  }
  return css
}

/**
 * The same rules for the head of a page: about 8 KB compressed, and a telephone paints one round trip
 * earlier than with a file of its own.
 *
 * @param root The site's root, since the fonts' addresses are no longer relative to the stylesheet.
 */
export const inlineStylesheet = ({
  root,
  ...look
}: {
  root: string
  theme: ThemeName
  pairing: PairingName
}): string => stylesheet(look).replace(/url\((["']?)\.\/font\.woff2/g, `url($1${root}/font.woff2`)

/** Below a site's root; the last part changes whenever the content does. */
export const stylesheetHref = ({
  root,
  theme,
  pairing,
}: {
  root: string
  theme: ThemeName
  pairing: PairingName
}): string => {
  const version = versionOf(stylesheet({ theme, pairing }))
  return `${root}/theme.css?theme=${theme}&type=${pairing}&v=${version}`
}

const versionOf = (css: string): string =>
  createHash('sha256').update(css).digest('base64url').slice(0, 12)

/** Null when there is none by the names in the query. */
export const stylesheetFile = (query: URLSearchParams): Asset | null => {
  const theme = themes.find((name) => name === query.get('theme'))
  const pairing = pairings.find((name) => name === query.get('type'))
  if (!theme || !pairing) {
    return null
  }
  const body = stylesheet({ theme, pairing })
  return {
    id: `${theme} ${pairing}`,
    type: 'text/css; charset=utf-8',
    body,
    version: versionOf(body),
  }
}

/** Relative to the stylesheet, which lies beside the fonts. */
const relativeFont = (key: FontKey): string => fontHref({ root: '.', key })

/** Drops comments and the white space between rules. */
export const squeeze = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/;}/g, '}')
    .trim()
