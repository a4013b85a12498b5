// The type that a file is delivered as. What a browser would run as a page goes out as plain bytes.

const PICTURES: Record<string, string> = {
  avif: 'image/avif',
  bmp: 'image/bmp',
  gif: 'image/gif',
  heic: 'image/heic',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  webp: 'image/webp',
}

const STREAM_PARTS: Record<string, string> = {
  aac: 'audio/aac',
  m3u8: 'application/vnd.apple.mpegurl',
  m4s: 'video/mp4',
  mp4: 'video/mp4',
  ts: 'video/mp2t',
  vtt: 'text/vtt; charset=utf-8',
}

export const OCTETS = 'application/octet-stream'

export const pictureType = (format: string): string | null =>
  Object.hasOwn(PICTURES, format) ? PICTURES[format]! : null

export const streamPartType = (extension: string): string | null =>
  Object.hasOwn(STREAM_PARTS, extension) ? STREAM_PARTS[extension]! : null

/** Films and sounds; anything else that lies there as a film is delivered as bytes. */
export const filmType = (mimeType: string): string =>
  /^(video|audio)\/[a-z0-9.+-]+$/i.test(mimeType) ? mimeType.toLowerCase() : OCTETS

export const rawType = (mimeType: string): string => {
  const type = mimeType.toLowerCase().split(';')[0]!.trim()
  if (type === 'text/vtt') {
    return 'text/vtt; charset=utf-8'
  }
  const isPage = /html|xml|svg|script|css/.test(type)
  return isPage || !/^[a-z0-9-]+\/[a-z0-9.+-]+$/.test(type) ? OCTETS : type
}
