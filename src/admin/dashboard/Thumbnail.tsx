// A small picture, or the mark where there is none. The text beside it says what it is.
import { Mark } from '../brand/Mark.tsx'

export const Thumbnail = ({ src }: { src: string | null | undefined }) =>
  src ? (
    <img
      alt=""
      className="vitrine-thumbnail"
      decoding="async"
      height={40}
      loading="lazy"
      src={src}
      width={56}
    />
  ) : (
    <span aria-hidden className="vitrine-thumbnail vitrine-thumbnail--empty">
      <Mark size={16} />
    </span>
  )
