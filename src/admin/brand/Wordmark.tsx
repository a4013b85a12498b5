// The mark with the name beside it.
import { Mark } from './Mark.tsx'

export const Wordmark = ({ size = 'm' }: { size?: 's' | 'm' }) => (
  <span className={`vitrine-wordmark vitrine-wordmark--${size}`}>
    <Mark size={size === 's' ? 16 : 32} />
    <span>Vitrine</span>
  </span>
)
