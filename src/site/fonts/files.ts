/** The font files, by key, as their packages lay them out; served from there, so that nothing is copied. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Asset } from '../assets.ts'
import type { FontKey } from './faces.ts'

const files: Record<FontKey, string> = {
  newsreader: 'newsreader/files/newsreader-latin-wght-normal',
  'newsreader-ext': 'newsreader/files/newsreader-latin-ext-wght-normal',
  'newsreader-italic': 'newsreader/files/newsreader-latin-wght-italic',
  'newsreader-italic-ext': 'newsreader/files/newsreader-latin-ext-wght-italic',
  fraunces: 'fraunces/files/fraunces-latin-opsz-normal',
  'fraunces-ext': 'fraunces/files/fraunces-latin-ext-wght-normal',
  'fraunces-italic': 'fraunces/files/fraunces-latin-opsz-italic',
  'fraunces-italic-ext': 'fraunces/files/fraunces-latin-ext-wght-italic',
  instrument: 'instrument-sans/files/instrument-sans-latin-wght-normal',
  'instrument-ext': 'instrument-sans/files/instrument-sans-latin-ext-wght-normal',
  'instrument-italic': 'instrument-sans/files/instrument-sans-latin-wght-italic',
  'instrument-italic-ext': 'instrument-sans/files/instrument-sans-latin-ext-wght-italic',
  archivo: 'archivo/files/archivo-latin-wght-normal',
  'archivo-ext': 'archivo/files/archivo-latin-ext-wght-normal',
  inter: 'inter/files/inter-latin-wght-normal',
  'inter-ext': 'inter/files/inter-latin-ext-wght-normal',
  'inter-italic': 'inter/files/inter-latin-wght-italic',
  'inter-italic-ext': 'inter/files/inter-latin-ext-wght-italic',
}

/** Changes with the packages' version, so that browsers may keep a file for ever. */
const version = '5.3.0'

/** Below a site's root. */
export const fontHref = ({ root, key }: { root: string; key: FontKey }): string =>
  `${root}/font.woff2?face=${key}&v=${version}`

/** Null when no file has this name. */
export const fontFile = (query: URLSearchParams): Asset | null => {
  const key = query.get('face') ?? ''
  if (!Object.hasOwn(files, key)) {
    return null
  }
  const file = path.join(
    process.cwd(),
    'node_modules/@fontsource-variable',
    `${files[key as FontKey]}.woff2`,
  )
  return { id: key, type: 'font/woff2', body: readFileSync(file), version }
}
