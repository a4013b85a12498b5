// What a file is, found out once, when it is stored: the size of a picture, the length of a film.
import { open, readFile, stat } from 'node:fs/promises'
import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny'
import sharp from 'sharp'
import type { AssetRecord, PictureFacts } from './record.ts'

/** Bytes of an SVG that are read at all; it is always read from memory, never by its path. */
export const MAX_SVG_BYTES = 5 * 1024 * 1024

/** `null` where it is no picture that can be decoded. */
export const probePicture = async (file: string): Promise<PictureFacts | null> => {
  try {
    const facts = await sharp(await inputOf(file), { animated: true, failOn: 'error' }).metadata()
    const { height, width } = facts.autoOrient
    const pages = facts.pages ?? 1
    return {
      format: facts.format === 'heif' ? 'avif' : facts.format,
      width,
      height: pages > 1 ? (facts.pageHeight ?? height) : height,
      hasAlpha: facts.hasAlpha,
      pages,
    }
  } catch {
    return null
  }
}

/** Pixels upright and seconds, as far as the container says. */
export const probeFilm = async (
  file: string,
): Promise<Pick<AssetRecord, 'width' | 'height' | 'duration'>> => {
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(file) })
  try {
    const [track, duration] = await Promise.all([
      input.getPrimaryVideoTrack(),
      input.computeDuration(),
    ])
    return {
      ...(Number.isFinite(duration) && duration > 0 ? { duration } : {}),
      ...(track
        ? { width: await track.getDisplayWidth(), height: await track.getDisplayHeight() }
        : {}),
    }
  } catch {
    return {}
  } finally {
    input.dispose()
  }
}

/**
 * What to give to sharp. An SVG goes by its bytes: by its path, librsvg would load files beside it.
 *
 * @throws when an SVG is larger than {@link MAX_SVG_BYTES}.
 */
export const inputOf = async (file: string, isSvg?: boolean): Promise<string | Buffer> => {
  if (!(isSvg ?? (await looksLikeText(file)))) {
    return file
  }
  if ((await stat(file)).size > MAX_SVG_BYTES) {
    throw new Error('The drawing is larger than 5 MB.')
  }
  return readFile(file)
}

/** Of the formats that sharp reads, only those made of text can refer to other files. */
const looksLikeText = async (file: string): Promise<boolean> => {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0)
    const head = buffer.subarray(0, bytesRead)
    return isUtf16(head) || isGzip(head) || !head.includes(0)
  } finally {
    await handle.close()
  }
}

const isUtf16 = (head: Buffer): boolean =>
  (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)

/** `.svgz` */
const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b
