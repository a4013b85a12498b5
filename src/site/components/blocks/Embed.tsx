'use client'

/** Foreign content that loads only when the reader asks for it; without JavaScript it is a link. */
import { useState } from 'react'
import type { BlockNode } from '../../model.ts'
import { Play } from '../icons.tsx'
import { Caption } from '../MediaFigure.tsx'
import { Picture } from '../Picture.tsx'

type EmbedProps = Extract<BlockNode, { type: 'embed' }> & { show: string; note: string }

export const Embed = ({ src, href, title, ratio, caption, poster, show, note }: EmbedProps) => {
  const [isShown, setIsShown] = useState(false)
  return (
    <figure className="embed wide">
      <div className="embed-stage" style={{ aspectRatio: ratio }}>
        {isShown ? (
          <iframe
            src={src}
            title={title}
            loading="lazy"
            allow="fullscreen; picture-in-picture"
            referrerPolicy="strict-origin-when-cross-origin"
            sandbox="allow-scripts allow-same-origin allow-popups allow-presentation allow-forms"
          />
        ) : (
          <a
            className="embed-facade"
            href={href}
            rel="noopener"
            onClick={(event) => {
              event.preventDefault()
              setIsShown(true)
            }}
          >
            {poster && <Picture image={poster} sizes="(min-width: 1100px) 1040px, 100vw" isDecorative />}
            <span className="embed-button">
              <Play /> {show}
            </span>
            <span className="embed-note">{note}</span>
          </a>
        )}
      </div>
      <Caption caption={caption} />
    </figure>
  )
}
