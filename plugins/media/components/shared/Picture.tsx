'use client'
// A small picture of a file; on its colour while it loads, and the format's name where there is none.
import { useState } from 'react'
import { formatName, hereOf, isCutOut, type MediaDoc } from './mediaDoc.ts'
import { usePlace } from './usePlace.ts'

export const Picture = ({
  doc,
  src = doc.thumbnailURL,
}: {
  doc: MediaDoc
  src?: string | null
}) => {
  const { serverURL } = usePlace()
  const [broken, setBroken] = useState<string | null>(null)
  const isWhole = isCutOut(doc)
  const shown = hereOf(src, serverURL)
  return shown && broken !== shown ? (
    <img
      alt=""
      className={`media-picture${isWhole ? ' media-picture--whole' : ''}`}
      decoding="async"
      loading="lazy"
      onError={() => setBroken(shown)}
      src={shown}
      style={
        doc.palette?.dominant && !isWhole ? { backgroundColor: doc.palette.dominant } : undefined
      }
    />
  ) : (
    <span aria-hidden className="media-picture media-picture--none">
      {formatName(doc)}
    </span>
  )
}
