// The CSS that a node of rich text may carry. The editor puts it into the page of everybody who opens the text, so
// that free CSS would let one author draw over the admin of all others, or have it load what is elsewhere.
import {
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeOklab,
  modeOklch,
  modeRgb,
  parse,
  useMode as enableMode,
} from 'culori/fn'

;[modeRgb, modeHsl, modeHwb, modeLab, modeLch, modeOklab, modeOklch].forEach((mode) =>
  enableMode(mode as typeof modeRgb),
)

/** Of a colour that programs write. */
const LONGEST_COLOR = 60

/** @see https://www.w3.org/TR/css-color-4/#color-syntax with the system colours that office programs write */
const COLOR_WORDS = new Set([
  'canvas',
  'canvastext',
  'currentcolor',
  'inherit',
  'initial',
  'transparent',
  'unset',
  'window',
  'windowtext',
])

/** An empty one is none at all. */
export const isColor = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.length <= LONGEST_COLOR &&
  (value === '' || COLOR_WORDS.has(value.toLowerCase()) || parse(value) !== undefined)

const matching =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(value)

const DECORATION =
  /^(none|inherit|initial|solid|double|dotted|dashed|wavy|(underline|overline|line-through)( (underline|overline|line-through|solid|double|dotted|dashed|wavy))*)$/

/** What may be declared, each with plain values alone. None of them moves anything or loads anything. */
const PROPERTIES: Readonly<Record<string, (value: string) => boolean>> = {
  'background-color': isColor,
  color: isColor,
  'font-style': matching(/^(normal|italic|oblique|inherit|initial)$/),
  'font-weight': matching(/^(normal|bold|bolder|lighter|inherit|initial|[1-9]00)$/),
  'text-decoration': matching(DECORATION),
  'text-decoration-color': isColor,
  'text-decoration-line': matching(DECORATION),
  'text-decoration-style': matching(/^(solid|double|dotted|dashed|wavy|inherit|initial)$/),
  'white-space': matching(/^(normal|nowrap|pre|pre-wrap|pre-line|break-spaces|inherit|initial)$/),
}

/** As a sentence names them. */
export const STYLED = Object.keys(PROPERTIES).join(', ')

/** Far more than one of each. */
const LONGEST_STYLE = 500

export const isPlainStyle = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.length <= LONGEST_STYLE &&
  declarationsIn(value).every(isPlainDeclaration)

/** @returns the declarations of a style that may stay, for what the editor itself sends */
export const plainStyleOf = (style: string): string =>
  declarationsIn(style.slice(0, LONGEST_STYLE)).filter(isPlainDeclaration).join('; ')

/** None of the plain values has a semicolon, so that one within a text or brackets leaves two that are refused. */
const declarationsIn = (style: string): string[] =>
  style
    .split(';')
    .map((declaration) => declaration.trim())
    .filter((declaration) => declaration !== '')

const isPlainDeclaration = (declaration: string): boolean => {
  const [name = '', value] = declaration.split(/:(.*)/s).map((part) => part.trim().toLowerCase())
  return (
    value !== undefined &&
    value !== '' &&
    Object.hasOwn(PROPERTIES, name) &&
    PROPERTIES[name]!(value)
  )
}
