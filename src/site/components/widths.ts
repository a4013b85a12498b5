/**
 * How wide pictures stand in running text, as `sizes`. The columns are the theme's (its `tokens.css`), so each theme
 * has its own.
 */
export type Widths = {
  /** A picture of its own. */
  figure: string
  /** Before and after, foreign content, the only picture of a gallery. */
  wide: string
  /** One of two beside each other. */
  half: string
  /** One of three. */
  third: string
  /** A justified gallery: the height of a row, and the width of its column in a window of some width, in pixels. */
  rows: { height: number; column: (window: number) => number }
}
