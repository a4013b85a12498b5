/** Vitrine's mark: a pane of glass with a light edge. */
export const Mark = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="M4 2h16v20H4z" fill="none" stroke="currentColor" strokeWidth="2" />
    <path d="M8 14l6-8M10 18l6-8" stroke="currentColor" strokeWidth="2" />
  </svg>
)
