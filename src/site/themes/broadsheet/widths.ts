/** How wide pictures stand in Broadsheet's running text. */
import type { Widths } from '../../components/widths.ts'

export const widths: Widths = {
  figure: '(min-width: 88rem) 1235px, (min-width: 48rem) 92vw, 88vw',
  wide: '(min-width: 88rem) 1235px, (min-width: 48rem) 92vw, 88vw',
  half: '(min-width: 88rem) 610px, (min-width: 48rem) 46vw, 88vw',
  third: '(min-width: 88rem) 402px, (min-width: 62rem) 31vw, (min-width: 48rem) 46vw, 88vw',
  rows: { height: 280, column: (window) => Math.min(1235, window * 0.92) },
}
