/** Foreign content that loads only when the reader asks for it; without scripts it is a link (`islands.ts`). */
import type { BlockNode } from '../../model.ts'
import { Play } from '../icons.tsx'
import { Caption } from '../MediaFigure.tsx'
import { Picture } from '../Picture.tsx'

type EmbedProps = Extract<BlockNode, { type: 'embed' }> & {
  show: string
  note: string
  sizes: string
}

export const Embed = ({
  src,
  href,
  title,
  ratio,
  caption,
  poster,
  show,
  note,
  sizes,
}: EmbedProps) => (
  <figure className="embed wide" data-island="embed">
    <div className="embed-stage" style={{ aspectRatio: ratio }}>
      <a className="embed-facade" href={href} rel="noopener" data-src={src} data-title={title}>
        {poster && <Picture image={poster} preset="banner" sizes={sizes} isDecorative />}
        <span className="embed-button">
          <Play /> {show}
        </span>
        <span className="embed-note">{note}</span>
      </a>
    </div>
    <Caption caption={caption} />
  </figure>
)
