// A film as an HLS ladder, encoded by ffmpeg: one run a size, so that memory stays that of one.
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { ladderFor, type Rung } from './ladder.ts'
import { remux } from './remux.ts'
import { runFfmpeg } from './runFfmpeg.ts'

export const MASTER_PLAYLIST = 'master.m3u8'

const SEGMENT_SECONDS = 6
const AUDIO_BITRATE = 128_000
/** A film of an hour on two cores, with time to spare. */
const TIMEOUT_MS = 4 * 3_600_000

/**
 * Writes the stream into `folder`, which is not there until all of it is. Where there is no ffmpeg, an
 * H.264 film is cut into segments as it is.
 *
 * @returns `false` when the film cannot be streamed without ffmpeg.
 * @throws when ffmpeg fails or the signal ends it; nothing is left behind.
 */
export const packageStream = async ({
  ffmpegPath,
  file,
  folder,
  shape,
  signal,
}: {
  file: string
  folder: string
  /** `null`: none. */
  ffmpegPath: string | null
  /** Upright pixels of the film. */
  shape: { width: number; height: number }
  signal?: AbortSignal
}): Promise<boolean> => {
  const temporary = `${folder}.${randomUUID()}`
  // Not with its parents: a film that was moved away meanwhile leaves no empty folder.
  await mkdir(temporary)
  try {
    const options = { file, folder: temporary, ...(signal ? { signal } : {}) }
    const isMade =
      ffmpegPath === null
        ? await remux(options)
        : await encodeLadder({ ...options, ffmpegPath, rungs: ladderFor(shape) })
    if (isMade) {
      await rm(folder, { force: true, recursive: true })
      await rename(temporary, folder)
    }
    return isMade
  } finally {
    await rm(temporary, { force: true, recursive: true })
  }
}

const encodeLadder = async ({
  ffmpegPath,
  file,
  folder,
  rungs,
  signal,
}: {
  ffmpegPath: string
  file: string
  folder: string
  rungs: Rung[]
  signal?: AbortSignal
}): Promise<boolean> => {
  for (const rung of rungs) {
    await runFfmpeg({
      ffmpegPath,
      args: argumentsOf({ file, folder, rung }),
      timeoutMs: TIMEOUT_MS,
      ...(signal ? { signal } : {}),
    })
  }
  const made = await readdir(folder)
  const missing = rungs.find(({ name }) => !made.includes(`${name}.m3u8`))
  if (missing) {
    throw new Error(`ffmpeg wrote no playlist for ${missing.name}.`)
  }
  await writeFile(path.join(folder, MASTER_PLAYLIST), masterOf(rungs))
  return true
}

const argumentsOf = ({
  file,
  folder,
  rung,
}: {
  file: string
  folder: string
  rung: Rung
}): string[] => [
  // A playlist that calls itself a film names no other place.
  ...['-protocol_whitelist', 'file', '-i', file],
  ...['-map', '0:v:0', '-map', '0:a:0?', '-map_metadata', '-1', '-threads', '2'],
  ...['-vf', `scale=${rung.width}:${rung.height}`, '-pix_fmt', 'yuv420p'],
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'main', '-crf', '23'],
  ...['-maxrate', String(rung.bitrate), '-bufsize', String(rung.bitrate * 2)],
  // A segment begins with a key frame, in every size at the same time.
  ...['-force_key_frames', `expr:gte(t,n_forced*${SEGMENT_SECONDS})`, '-sc_threshold', '0'],
  ...['-c:a', 'aac', '-b:a', String(AUDIO_BITRATE), '-ac', '2'],
  ...['-f', 'hls', '-hls_time', String(SEGMENT_SECONDS), '-hls_playlist_type', 'vod'],
  ...['-hls_segment_type', 'fmp4', '-hls_fmp4_init_filename', `${rung.name}-init.mp4`],
  ...['-hls_segment_filename', path.join(folder, `${rung.name}-%05d.m4s`)],
  path.join(folder, `${rung.name}.m3u8`),
]

/** @see https://www.rfc-editor.org/rfc/rfc8216#section-4.3.4.2 */
const masterOf = (rungs: Rung[]): string =>
  [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...rungs.flatMap(({ bitrate, height, name, width }) => [
      `#EXT-X-STREAM-INF:BANDWIDTH=${bitrate + AUDIO_BITRATE},RESOLUTION=${width}x${height}`,
      `${name}.m3u8`,
    ]),
    '',
  ].join('\n')
