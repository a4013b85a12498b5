/**
 * Colour for the sites: checks contrast against the theme's ground and corrects lightness in OKLCH, keeping the
 * hue, until text can be read (WCAG 2.2: 4.5 : 1).
 *
 * @see https://www.w3.org/TR/WCAG22/#contrast-minimum
 */
import {
  clampChroma,
  formatHex,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  parse,
  useMode as enableMode,
  wcagContrast,
} from 'culori/fn'
import type { BrandView, PaletteView, SchemePair, ThemeName } from './model.ts'

enableMode(modeRgb)
enableMode(modeLrgb)
enableMode(modeOklab)
const toOklch = enableMode(modeOklch)

export const readable = 4.5

/** The grounds that each theme's CSS paints; `color.test.ts` keeps the two in step. */
export const grounds: Record<ThemeName, SchemePair> = {
  broadsheet: { light: '#fbf9f4', dark: '#14130f' },
  gallery: { light: '#f4f3f1', dark: '#0c0c0d' },
  ledger: { light: '#ffffff', dark: '#101112' },
}

const defaults: Record<ThemeName, { primary: string; accent: string }> = {
  broadsheet: { primary: '#7a1f1f', accent: '#7a1f1f' },
  gallery: { primary: '#8a7a5c', accent: '#b3924f' },
  ledger: { primary: '#d4231a', accent: '#1a4fd4' },
}

/** The tenant's two colours, corrected for text on the theme's ground in both schemes. */
export const brandFor = ({
  theme,
  primary,
  accent,
}: {
  theme: ThemeName
  primary?: string | null
  accent?: string | null
}): BrandView => {
  const main = hexOf(primary) ?? defaults[theme].primary
  const second = hexOf(accent) ?? hexOf(primary) ?? defaults[theme].accent
  const primaryPair = readablePair({ color: main, theme })
  const accentPair = readablePair({ color: second, theme })
  return {
    primary: primaryPair,
    onPrimary: onPair(primaryPair),
    accent: accentPair,
    onAccent: onPair(accentPair),
  }
}

/** The nearest colour of the same hue that has at least `ratio` contrast on `ground`. */
export const readableOn = ({
  color,
  ground,
  ratio = readable,
}: {
  color: string
  ground: string
  ratio?: number
}): string => {
  if (wcagContrast(color, ground) >= ratio) {
    return color
  }
  const base = toOklch(color) ?? { mode: 'oklch' as const, l: 0.5, c: 0, h: 0 }
  const step = isDark(ground) ? 0.01 : -0.01
  for (let l = base.l; l >= 0 && l <= 1; l += step) {
    const candidate = hexFrom({ l, c: base.c, h: base.h ?? 0 })
    if (wcagContrast(candidate, ground) >= ratio) {
      return candidate
    }
  }
  return isDark(ground) ? '#ffffff' : '#000000'
}

/** Ink for text on a filled colour: white or near-black, whichever reads better; black where neither is enough. */
export const inkOn = (fill: string): string => {
  const best =
    wcagContrast('#ffffff', fill) >= wcagContrast('#111111', fill) ? '#ffffff' : '#111111'
  return wcagContrast(best, fill) >= readable ? best : '#000000'
}

/** A room in the colour of a cover: same hue, lightness and chroma set so that its inks are readable. */
export const roomFrom = (dominant: string): PaletteView => {
  const base = toOklch(hexOf(dominant) ?? '#6b6b6b') ?? {
    mode: 'oklch' as const,
    l: 0.5,
    c: 0,
    h: 0,
  }
  const h = base.h ?? 0
  const ground = {
    light: hexFrom({ l: 0.93, c: Math.min(base.c, 0.028), h }),
    dark: hexFrom({ l: 0.2, c: Math.min(base.c, 0.035), h }),
  }
  const ink = {
    light: readableOn({
      color: hexFrom({ l: 0.24, c: Math.min(base.c, 0.03), h }),
      ground: ground.light,
      ratio: 9,
    }),
    dark: readableOn({
      color: hexFrom({ l: 0.94, c: Math.min(base.c, 0.015), h }),
      ground: ground.dark,
      ratio: 9,
    }),
  }
  const quiet = {
    light: readableOn({
      color: hexFrom({ l: 0.48, c: Math.min(base.c, 0.04), h }),
      ground: ground.light,
      ratio: 4.6,
    }),
    dark: readableOn({
      color: hexFrom({ l: 0.72, c: Math.min(base.c, 0.03), h }),
      ground: ground.dark,
      ratio: 4.6,
    }),
  }
  return { dominant: hexOf(dominant) ?? '#6b6b6b', ground, ink, quiet }
}

/** A stable colour for something without a cover: the brand's hue, turned by its name. */
export const placeholderColor = ({ brand, seed }: { brand: string; seed: string }): string => {
  const base = toOklch(hexOf(brand) ?? '#6b6b6b') ?? { mode: 'oklch' as const, l: 0.5, c: 0, h: 0 }
  const turn = (hash(seed) % 5) * 14 - 28
  return hexFrom({
    l: 0.55,
    c: Math.max(0.02, Math.min(base.c, 0.11)),
    h: ((base.h ?? 60) + turn + 360) % 360,
  })
}

/** A small, stable number from a text (FNV-1a). */
export const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0
  }
  return value
}

const readablePair = ({ color, theme }: { color: string; theme: ThemeName }): SchemePair => ({
  light: readableOn({ color, ground: grounds[theme].light }),
  dark: readableOn({ color, ground: grounds[theme].dark }),
})

const onPair = (pair: SchemePair): SchemePair => ({
  light: inkOn(pair.light),
  dark: inkOn(pair.dark),
})

const hexOf = (color: string | null | undefined): string | null => {
  const parsed = color ? parse(color.trim()) : undefined
  return parsed ? formatHex({ ...parsed, alpha: undefined }) : null
}

const hexFrom = ({ l, c, h }: { l: number; c: number; h: number }): string =>
  formatHex(clampChroma({ mode: 'oklch', l, c, h }, 'oklch'))

const isDark = (color: string): boolean =>
  wcagContrast('#ffffff', color) > wcagContrast('#000000', color)
