'use client'
// What a chosen file looks like, from the browser's own copy of it.
import { useEffect, useState } from 'react'
import { hereOf } from '../shared/mediaDoc.ts'
import { usePlace } from '../shared/usePlace.ts'

export const RowPicture = ({ file, previewURL }: { file: File; previewURL: string | null }) => {
  const { serverURL } = usePlace()
  const own = useObjectURL(file)
  const [isBroken, setIsBroken] = useState(false)
  const isFilm = file.type.startsWith('video/')
  const isPicture = file.type.startsWith('image/')
  const src = isPicture && !isBroken ? own : isBroken ? null : hereOf(previewURL, serverURL)
  if (isFilm && own && !src) {
    return (
      <video
        aria-hidden
        className="media-picture media-upload__picture"
        muted
        playsInline
        preload="metadata"
        src={own}
        tabIndex={-1}
      />
    )
  }
  return src ? (
    <img
      alt=""
      className="media-picture media-upload__picture"
      onError={() => setIsBroken(true)}
      src={src}
    />
  ) : (
    <span aria-hidden className="media-picture media-picture--none media-upload__picture">
      {file.name.split('.').at(-1)?.slice(0, 4).toUpperCase()}
    </span>
  )
}

const useObjectURL = (file: File): string | null => {
  const [url, setURL] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    // oxlint-disable-next-line react/set-state-in-effect -- an address that has to be given back
    setURL(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return url
}
