// A document of a file, as the admin reads it, and the questions that its views ask of it.

export type MediaDoc = {
  id: string
  tenant?: unknown
  alt?: string | null
  title?: string | null
  filename?: string | null
  filesize?: number | null
  mimeType?: string | null
  width?: number | null
  height?: number | null
  url?: string | null
  thumbnailURL?: string | null
  blurDataUrl?: string | null
  palette?: { dominant?: string | null } | null
  exposure?: string | null
  uses?: number | null
  posterTime?: number | null
  focalX?: number | null
  focalY?: number | null
  crop?: {
    x?: number | null
    y?: number | null
    width?: number | null
    height?: number | null
  } | null
  sizes?: Record<string, { url: string; width: number; height: number } | null> | null
  video?: {
    mp4: string
    mimeType?: string | null
    poster?: { url: string } | null
    duration?: number | null
  } | null
  asset?: {
    driver?: string | null
    /** Of the content: changes when the file does. */
    etag?: string | null
    account?: string | null
    format?: string | null
    status?: 'processing' | 'ready' | 'failed' | null
    problem?: string | null
    duration?: number | null
    frameRate?: number | null
    hasAudio?: boolean | null
    hasStream?: boolean | null
    isAnimated?: boolean | null
    hasAlpha?: boolean | null
  } | null
  updatedAt?: string
}

export type FileKind = 'picture' | 'film' | 'file'

export const kindOf = ({ mimeType }: Pick<MediaDoc, 'mimeType'>): FileKind =>
  mimeType?.startsWith('image/') ? 'picture' : mimeType?.startsWith('video/') ? 'film' : 'file'

/** Logos and other cut-outs: shown whole, on the ground of the page. */
export const isCutOut = ({ asset }: Pick<MediaDoc, 'asset'>): boolean => asset?.hasAlpha === true

/** What people call it: its description, else its name. */
export const nameOf = ({ alt, filename, title }: MediaDoc): string =>
  alt?.trim() || title?.trim() || filename || '–'

export const durationOf = ({ asset, video }: MediaDoc): number | null =>
  video?.duration ?? asset?.duration ?? null

export type BadgeName =
  'public' | 'link' | 'none' | 'processing' | 'failed' | 'undescribed' | 'animated' | 'unused'

/** What is to be said about a file at a glance, the most urgent first. */
export const badgesOf = ({ alt, asset, exposure, title, uses }: MediaDoc): BadgeName[] => {
  const status = asset?.status
  const isUnused = uses === 0
  const seen: BadgeName = exposure === 'public' || exposure === 'link' ? exposure : 'none'
  const badges: (BadgeName | false)[] = [
    (status === 'failed' || status === 'processing') && status,
    !alt?.trim() && !title?.trim() && 'undescribed',
    Boolean(asset?.isAnimated) && 'animated',
    // What nothing uses is not online either; one of the two says it.
    isUnused ? 'unused' : seen,
  ]
  return badges.filter((badge) => badge !== false)
}

/**
 * An address of this installation without its origin, so that it is asked for on the host that the
 * session is of; others as they are.
 */
export const hereOf = (
  url: string | null | undefined,
  serverURL: string | undefined,
): string | null =>
  !url ? null : serverURL && url.startsWith(`${serverURL}/`) ? url.slice(serverURL.length) : url

/** `JPEG`, `MP4`: as people name formats. */
export const formatName = ({ asset, filename, mimeType }: MediaDoc): string => {
  const ending = asset?.format ?? filename?.split('.').at(-1) ?? mimeType?.split('/')[1] ?? ''
  return ending.toLowerCase() === 'jpg' ? 'JPEG' : ending.toUpperCase()
}
