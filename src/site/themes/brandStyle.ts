/** The tenant's corrected colours as variables; the theme picks the pair that fits the scheme. */
import type { BrandView, PaletteView } from '../model.ts'

const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

export const brandStyle = (brand: BrandView): string =>
  `:root{${Object.entries(brand)
    .flatMap(([key, pair]) => [
      `--${kebab(key)}-light:${pair.light}`,
      `--${kebab(key)}-dark:${pair.dark}`,
    ])
    .join(';')}}`

/** The room's variables for one element, painted in its cover's colour. */
export const roomStyle = (palette: PaletteView): Record<string, string> => ({
  '--room-light': palette.ground.light,
  '--room-dark': palette.ground.dark,
  '--room-ink-light': palette.ink.light,
  '--room-ink-dark': palette.ink.dark,
  '--room-quiet-light': palette.quiet.light,
  '--room-quiet-dark': palette.quiet.dark,
  '--dominant': palette.dominant,
})
