/** How wide pictures stand in Broadsheet's running text. */
import type { Widths } from '../../components/widths.ts'

export const widths: Widths = {
  figure: '(min-width: 72rem) 1040px, (min-width: 48rem) 92vw, 88vw',
  wide: '(min-width: 72rem) 1040px, (min-width: 48rem) 92vw, 88vw',
  half: '(min-width: 72rem) 520px, (min-width: 48rem) 46vw, 88vw',
  third: '(min-width: 72rem) 340px, (min-width: 48rem) 46vw, 88vw',
}
