/** Films: the stream, the file that every browser plays, captions in several languages, and how long it takes. */
import { populated, type FileDoc, type MediaDoc, type Ref, type TrackDoc } from '../documents.ts'
import type { MediaView, TrackView, VideoView } from '../model.ts'
import { durationInWords, isFilm } from '../../../plugins/media/exports/url.ts'
import { ownUrl, type PresentContext } from './context.ts'
import { presentImage } from './media.ts'

/** Null when the relationship points at no film. */
export const presentVideo = ({
  ref,
  poster,
  captions,
  tracks,
  context,
}: {
  ref: Ref<MediaDoc>
  poster?: Ref<MediaDoc>
  /** The one file of captions that blocks had before they could have several. */
  captions?: Ref<FileDoc>
  tracks?: TrackDoc[]
  context: PresentContext
}): VideoView | null => {
  const media = populated(ref)
  if (!media || !isFilm(media)) {
    return null
  }
  const play = sourcesOf(media, context)
  if (!play) {
    return null
  }
  const title = media.alt?.trim() || media.filename || context.strings.play
  return {
    kind: 'video',
    ...play,
    poster: presentImage(poster, context) ?? presentImage(media, context),
    posterTime: media.posterTime ?? null,
    tracks: presentTracks({ tracks, captions, context }),
    title,
    label: [title, durationInWords(media.video?.duration, context.locale)]
      .filter(Boolean)
      .join(', '),
    caption: media.caption?.trim() || null,
    credit: media.credit?.trim() || null,
    width: media.width ?? null,
    height: media.height ?? null,
    duration: media.video?.duration ?? null,
  }
}

export const presentMedia = (ref: Ref<MediaDoc>, context: PresentContext): MediaView | null => {
  const media = populated(ref)
  return media && isFilm(media) ? presentVideo({ ref: media, context }) : presentImage(ref, context)
}

type Sources = Pick<VideoView, 'src' | 'type' | 'stream' | 'problem'>

/** What browsers play at least in part; a film as it comes from a camera is none of them. */
const playable = ['video/mp4', 'video/webm']

const sourcesOf = (media: MediaDoc, context: PresentContext): Sources | null => {
  const { strings } = context
  const none = { src: null, type: null, stream: null }
  const original = ownUrl(media.url, context)
  switch (media.asset?.status) {
    case 'failed':
      return { ...none, problem: strings.filmFailed }
    case 'processing':
      // What is still being made has no stream; the file itself is there.
      return original && playable.includes(media.mimeType ?? '')
        ? { ...none, src: original, type: media.mimeType ?? null, problem: null }
        : { ...none, problem: strings.filmProcessing }
    default: {
      const mp4 = ownUrl(media.video?.mp4, context)
      const src = mp4 ?? original
      return src
        ? {
            src,
            type: (mp4 && media.video?.mimeType) || media.mimeType || null,
            stream: ownUrl(media.video?.stream, context),
            problem: null,
          }
        : null
    }
  }
}

const kinds = ['captions', 'subtitles', 'descriptions'] as const

const presentTracks = ({
  tracks,
  captions,
  context,
}: {
  tracks: TrackDoc[] | undefined
  captions: Ref<FileDoc>
  context: PresentContext
}): TrackView[] => {
  const all = [...(tracks ?? []), ...(captions ? [{ file: captions }] : [])]
  const found = all.flatMap((track): Omit<TrackView, 'isDefault'>[] => {
    const src = ownUrl(populated(track.file)?.url, context)
    const language = track.language?.trim() || null
    return src
      ? [
          {
            src,
            kind: kinds.find((kind) => kind === track.kind) ?? 'captions',
            language,
            label: track.label?.trim() || nameOf(language),
          },
        ]
      : []
  })
  const inPageLanguage = (wanted: TrackView['kind']) =>
    found.find(({ kind, language }) => kind === wanted && language === context.locale)
  // Those in the page's language, or the only ones there are; never more than one.
  const shown =
    inPageLanguage('captions') ??
    inPageLanguage('subtitles') ??
    found.find(({ kind, language }) => kind === 'captions' && language === null)
  return found
    .filter((track, index) => found.findIndex(({ src }) => src === track.src) === index)
    .map((track) => ({ ...track, isDefault: track === shown }))
}

/** A language in its own words: "Deutsch". */
const nameOf = (language: string | null): string | null => {
  if (language === null) {
    return null
  }
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}
