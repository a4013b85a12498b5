/**
 * The type pairings: at most two families each, self-hosted variable fonts, with fallbacks whose metrics are
 * adjusted so that nothing moves when the real face arrives. Only the faces of the chosen pairing reach a page.
 */
import type { PairingName } from '../model.ts'

/** Keys of `fonts/files.ts`, which knows where they lie. */
export type FontKey =
  | 'newsreader'
  | 'newsreader-ext'
  | 'newsreader-italic'
  | 'newsreader-italic-ext'
  | 'fraunces'
  | 'fraunces-ext'
  | 'fraunces-italic'
  | 'fraunces-italic-ext'
  | 'instrument'
  | 'instrument-ext'
  | 'instrument-italic'
  | 'instrument-italic-ext'
  | 'archivo'
  | 'archivo-ext'
  | 'inter'
  | 'inter-ext'
  | 'inter-italic'
  | 'inter-italic-ext'

type Family = {
  name: string
  weights: string
  files: { key: FontKey; style: 'normal' | 'italic' }[]
  /** size-adjust, ascent-override, descent-override of a local face, measured with fontkit on the same text. */
  fallback: { local: string[]; sizeAdjust: string; ascent: string; descent: string }
  generic: string
}

const families = {
  newsreader: {
    name: 'Newsreader',
    weights: '200 800',
    files: [
      { key: 'newsreader', style: 'normal' },
      { key: 'newsreader-italic', style: 'italic' },
    ],
    fallback: {
      local: ['Times New Roman', 'Liberation Serif', 'Tinos'],
      sizeAdjust: '99.84%',
      ascent: '73.61%',
      descent: '26.54%',
    },
    generic: 'serif',
  },
  fraunces: {
    name: 'Fraunces',
    weights: '100 900',
    files: [
      { key: 'fraunces', style: 'normal' },
      { key: 'fraunces-italic', style: 'italic' },
    ],
    fallback: {
      local: ['Times New Roman', 'Liberation Serif', 'Tinos'],
      sizeAdjust: '114%',
      ascent: '85.79%',
      descent: '22.37%',
    },
    generic: 'serif',
  },
  instrument: {
    name: 'Instrument Sans',
    weights: '400 700',
    files: [
      { key: 'instrument', style: 'normal' },
      { key: 'instrument-italic', style: 'italic' },
    ],
    fallback: {
      local: ['Arial', 'Liberation Sans', 'Arimo'],
      sizeAdjust: '103.22%',
      ascent: '93.97%',
      descent: '24.22%',
    },
    generic: 'sans-serif',
  },
  archivo: {
    name: 'Archivo',
    weights: '100 900',
    files: [{ key: 'archivo', style: 'normal' }],
    fallback: {
      local: ['Arial', 'Liberation Sans', 'Arimo'],
      sizeAdjust: '102.8%',
      ascent: '85.41%',
      descent: '20.43%',
    },
    generic: 'sans-serif',
  },
  inter: {
    name: 'Inter',
    weights: '100 900',
    files: [
      { key: 'inter', style: 'normal' },
      { key: 'inter-italic', style: 'italic' },
    ],
    fallback: {
      local: ['Arial', 'Liberation Sans', 'Arimo'],
      sizeAdjust: '107.89%',
      ascent: '89.79%',
      descent: '22.36%',
    },
    generic: 'sans-serif',
  },
} satisfies Record<string, Family>

type FamilyName = keyof typeof families

export const pairingFaces: Record<
  PairingName,
  { display: FamilyName; text: FamilyName; ui: FamilyName }
> = {
  editorial: { display: 'newsreader', text: 'newsreader', ui: 'instrument' },
  modern: { display: 'instrument', text: 'instrument', ui: 'instrument' },
  classic: { display: 'fraunces', text: 'fraunces', ui: 'inter' },
  technical: { display: 'archivo', text: 'inter', ui: 'archivo' },
}

const latin =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD'
const latinExt =
  'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF'

/** The CSS of one pairing: faces, fallbacks and the three font variables. */
export const pairingCss = ({
  pairing,
  urlOf,
}: {
  pairing: PairingName
  urlOf: (key: FontKey) => string
}): string => {
  const roles = pairingFaces[pairing]
  const used = [...new Set(Object.values(roles))]
  const faces = used.flatMap((name) => {
    const family: Family = families[name]
    return [
      ...family.files.flatMap(({ key, style }) => [
        face({ family, style, url: urlOf(key), range: latin }),
        face({ family, style, url: urlOf(`${key}-ext` as FontKey), range: latinExt }),
      ]),
      fallbackFace(family),
    ]
  })
  const stack = (name: FamilyName) =>
    `"${families[name].name}","${families[name].name} Fallback",${families[name].generic}`
  const variables = Object.entries(roles).map(([role, name]) => `--font-${role}:${stack(name)}`)
  return `${faces.join('')}:root{${variables.join(';')}}`
}

/**
 * The files worth asking for before the stylesheet is read. Small ones only: a large face would take the line from
 * the picture that the reader waits for, and its fallback has the same metrics.
 */
export const preloadKeys = (pairing: PairingName): FontKey[] =>
  [...new Set(Object.values(pairingFaces[pairing]))]
    .flatMap((name) => families[name].files[0]?.key ?? [])
    .filter((key) => !large.has(key))

const large = new Set<FontKey>(['newsreader', 'fraunces'])

const face = ({
  family,
  style,
  url,
  range,
}: {
  family: Family
  style: string
  url: string
  range: string
}): string =>
  `@font-face{font-family:"${family.name}";font-style:${style};font-weight:${family.weights};font-display:swap;src:url("${url}") format("woff2");unicode-range:${range}}`

const fallbackFace = ({ name, fallback }: Family): string =>
  `@font-face{font-family:"${name} Fallback";src:${fallback.local.map((local) => `local("${local}")`).join(',')};size-adjust:${fallback.sizeAdjust};ascent-override:${fallback.ascent};descent-override:${fallback.descent};line-gap-override:0%}`
