/** How wide pictures stand in Ledger's running text. */
import type { Widths } from '../../components/widths.ts'

export const widths: Widths = {
  figure: '(min-width: 100rem) 1130px, (min-width: 62rem) 71vw, (min-width: 48rem) 94vw, 88vw',
  wide: '(min-width: 100rem) 1130px, (min-width: 62rem) 71vw, (min-width: 48rem) 94vw, 88vw',
  half: '(min-width: 100rem) 560px, (min-width: 62rem) 35vw, (min-width: 48rem) 47vw, 88vw',
  third: '(min-width: 100rem) 370px, (min-width: 62rem) 24vw, (min-width: 48rem) 47vw, 88vw',
  rows: {
    height: 252,
    column: (window) => (window < 992 ? window * 0.94 : Math.min(1204, window * 0.71)),
  },
}
