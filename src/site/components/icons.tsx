/** Drawn here because the text faces' subsets have no arrows; all follow the text's size, colour and direction. */
export const Arrow = ({ className }: { className?: string }) => (
  <svg
    className={className ? `icon arrow ${className}` : 'icon arrow'}
    viewBox="0 0 20 12"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M0 6h18M13 1l5 5-5 5" fill="none" stroke="currentColor" strokeWidth="1.5" />
  </svg>
)

export const Cross = () => (
  <svg className="icon cross" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
    <path d="M1.5 1.5l9 9M10.5 1.5l-9 9" fill="none" stroke="currentColor" strokeWidth="1.5" />
  </svg>
)

export const Lock = () => (
  <svg className="icon lock" viewBox="0 0 12 14" aria-hidden="true" focusable="false">
    <path
      d="M3 6V4a3 3 0 0 1 6 0v2M1.5 6h9v7h-9z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
    />
  </svg>
)

export const Play = () => (
  <svg className="icon play" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d="M4 2.5v11l9-5.5z" fill="currentColor" />
  </svg>
)
