// The work on a film that waits until after it is stored: its stream, and a poster where it has none.
import { access } from 'node:fs/promises'
import path from 'node:path'
import { originalName, POSTER_FILE } from '../store/place.ts'
import { readRecord, writeRecord, type AssetRecord, type Located } from '../store/record.ts'
import { findFfmpeg } from './findFfmpeg.ts'
import { grabFrame } from './grabFrame.ts'
import { packageStream } from './packageStream.ts'

/** Into the film, where few still show black. */
const POSTER_SECOND = 1

/** Always ends with a film that can be played: as a stream, or as the plain file that it was. */
export const processFilm = async ({
  directory,
  ffmpegPath,
  record,
  signal,
  streamFolder,
}: Located & {
  ffmpegPath: string | null | undefined
  streamFolder: string
  signal?: AbortSignal
}): Promise<AssetRecord> => {
  if (record.resourceType !== 'video' || record.width === undefined) {
    return record
  }
  const file = path.join(directory, originalName(record.format))
  const ffmpeg = await findFfmpeg(ffmpegPath)
  const result = await streamOf({
    ffmpegPath: ffmpeg,
    file,
    folder: streamFolder,
    shape: { width: record.width, height: record.height ?? record.width },
    ...(signal ? { signal } : {}),
  })
  if (ffmpeg !== null && !(await isThere(path.join(directory, POSTER_FILE)))) {
    await grabFrame({
      ffmpegPath: ffmpeg,
      file,
      second: Math.min(POSTER_SECOND, (record.duration ?? 0) / 2),
      to: path.join(directory, POSTER_FILE),
    }).catch(() => undefined)
  }
  // Read again: what was written in the meantime stays.
  const { problem: _old, ...latest } = (await readRecord(directory)) ?? record
  const done: AssetRecord = { ...latest, status: 'ready', ...result }
  await writeRecord(directory, done)
  return done
}

const streamOf = async (
  options: Parameters<typeof packageStream>[0],
): Promise<Pick<AssetRecord, 'hasStream' | 'problem'>> => {
  try {
    return { hasStream: await packageStream(options) }
  } catch {
    options.signal?.throwIfAborted()
    return {
      hasStream: false,
      problem: 'The film could not be made into a stream. It plays as one file.',
    }
  }
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )
