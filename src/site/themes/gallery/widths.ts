/** How wide pictures stand in Gallery's running text. */
import type { Widths } from '../../components/widths.ts'

export const widths: Widths = {
  figure: '(min-width: 48rem) 100vw, 88vw',
  wide: '(min-width: 48rem) 96vw, 88vw',
  half: '(min-width: 48rem) 48vw, 88vw',
  third: '(min-width: 62rem) 32vw, (min-width: 48rem) 48vw, 88vw',
  rows: { height: 336, column: (window) => window - 2 * Math.min(36, 9.6 + window * 0.018) },
}
