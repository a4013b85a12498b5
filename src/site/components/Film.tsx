/**
 * A film that loads nothing but its poster before it is played, or its first frames when it has none; while it
 * cannot be played, its poster and a sentence.
 */
import type { CSSProperties } from 'react'
import { Video } from '../../../plugins/media/exports/react.tsx'
import type { VideoView } from '../model.ts'
import { Picture } from './Picture.tsx'

export const Film = ({ film, sizes }: { film: VideoView; sizes: string }) => {
  const ratio = `${film.width ?? 16} / ${film.height ?? 9}`
  return film.problem === null ? (
    <Video
      media={{
        width: film.width,
        height: film.height,
        posterTime: film.posterTime,
        video: { mp4: film.src, mimeType: film.type, stream: film.stream },
      }}
      poster={film.poster && { ...film.poster, url: film.poster.src }}
      tracks={film.tracks}
      label={film.label}
      fallback={film.title}
      data-stream={film.stream ?? undefined}
    />
  ) : (
    <div className="film-problem" style={{ aspectRatio: ratio, '--ratio': ratio } as CSSProperties}>
      {film.poster && <Picture image={film.poster} sizes={sizes} />}
      <p>{film.problem}</p>
    </div>
  )
}
