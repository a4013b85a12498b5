/**
 * A theme's stylesheet as text. A page must load its own theme only, which a bundler cannot know: the theme is data.
 * So the files are read once, and a route serves them under an address that changes with their content.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pairingCss, type FontKey } from './fonts/faces.ts'
import { fontHref } from './fonts/files.ts'
import { pairings, themes, type PairingName, type ThemeName } from './model.ts'

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
    ...['components/base.css', `themes/${theme}/${theme}.css`].map((file) =>
      squeeze(readFileSync(path.join(folder, file), 'utf8')),
    ),
  ].join('')
  if (isRemembered) {
    remembered.set(key, css)
  }
  return css
}

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
  const version = createHash('sha256')
    .update(stylesheet({ theme, pairing }))
    .digest('base64url')
    .slice(0, 12)
  return `${root}/theme.css?theme=${theme}&type=${pairing}&v=${version}`
}

/** Answers a request for a stylesheet. */
export const stylesheetResponse = (url: string): Response => {
  const query = new URL(url).searchParams
  const theme = themes.find((name) => name === query.get('theme'))
  const pairing = pairings.find((name) => name === query.get('type'))
  if (!theme || !pairing) {
    return new Response('Not found.', { status: 404 })
  }
  return new Response(stylesheet({ theme, pairing }), {
    headers: {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': isRemembered ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  })
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
