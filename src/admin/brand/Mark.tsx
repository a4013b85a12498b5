// Vitrine's mark: a glass case on its plinth, and in it the thing that is shown.
type MarkProps = {
  /** Edge length in pixels; the mark is drawn on a grid of 16. */
  size?: number | string
  /** Read out instead of nothing, where no text stands beside it. */
  title?: string
}

export const Mark = ({ size = 16, title }: MarkProps) => (
  <svg
    aria-hidden={title ? undefined : true}
    className="vitrine-mark"
    height={size}
    role={title ? 'img' : undefined}
    viewBox="0 0 16 16"
    width={size}
  >
    {title ? <title>{title}</title> : null}
    <path
      className="vitrine-mark__case"
      d="M2 13V1h12v12h1v2H1v-2zM4 3v10h8V3z"
      fill="currentColor"
      fillRule="evenodd"
    />
    <path
      className="vitrine-mark__piece"
      d="M8 5l3 3-3 3-3-3z"
      fill="var(--vitrine-accent, #046756)"
    />
  </svg>
)
