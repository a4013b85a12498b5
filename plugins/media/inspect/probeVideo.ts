// What is in a film: length, size, frame rate, codecs. Reads the index and a few frames' headers.
import { CustomSource, Input, type InputVideoTrack, MP4, QTFF, WEBM } from 'mediabunny'
import { withFileReader } from './fileReader.ts'
import { fileProblem, isFileProblem } from './problems.ts'
import { checkSampleTables } from './sampleTables.ts'

export type VideoDescription = {
  /** Seconds. */
  duration: number
  /** Pixels, as the film is seen: after rotation and with square pixels. */
  width: number
  height: number
  /** Frames a second, over the first ones; 0 if it cannot be told. */
  frameRate: number
  /** `avc`, `hevc`, `vp8`, `vp9`, `av1`, … ; null for one that we do not know. */
  videoCodec: string | null
  /** `aac`, `opus`, … ; null without sound, and for one that we do not know. */
  audioCodec: string | null
  hasAudio: boolean
}

/** The index of a film of hours is a few dozen megabytes; who needs more keeps us busy. */
const MAX_READ_BYTES = 256 * 1024 * 1024
const MAX_REQUESTS = 20_000
/** The same bytes, in a row. */
const MAX_REPEATS = 500
const FRAMES_FOR_RATE = 120

/**
 * Looks into an MP4, MOV or WebM on disk.
 *
 * @throws FileProblem `file_empty`, `not_a_video` (no pictures that move), `video_unreadable`
 * (breaks off, damaged, or too laborious); the error of the file system, if there is no such file
 */
export const probeVideo = async (path: string): Promise<VideoDescription> =>
  withFileReader(path, async (reader) => {
    if (reader.size === 0) {
      throw fileProblem('file_empty')
    }
    await checkSampleTables(reader)
    const source = new CustomSource({
      getSize: () => reader.size,
      handleUnhandledError: () => undefined,
      prefetchProfile: 'fileSystem',
      read: reader.read,
    })
    limitRequests(source)
    const input = new Input({ formats: [MP4, QTFF, WEBM], source })
    try {
      return await describe(input)
    } catch (err) {
      throw isFileProblem(err) ? err : fileProblem('video_unreadable', undefined, err)
    } finally {
      input.dispose()
    }
  })

const describe = async (input: Input): Promise<VideoDescription> => {
  if (!(await input.canRead())) {
    throw fileProblem('not_a_video')
  }
  const video = await input.getPrimaryVideoTrack()
  if (!video) {
    throw fileProblem('not_a_video')
  }
  const audio = await input.getPrimaryAudioTrack()
  const description = {
    duration: (await input.getDurationFromMetadata()) ?? (await input.computeDuration()),
    width: await video.getDisplayWidth(),
    height: await video.getDisplayHeight(),
    frameRate: await frameRateOf(video),
    videoCodec: await video.getCodec(),
    audioCodec: (await audio?.getCodec()) ?? null,
    hasAudio: audio !== null,
  }
  const { duration, height, width } = description
  if (!(duration > 0 && Number.isFinite(duration) && width > 0 && height > 0)) {
    throw fileProblem('video_unreadable')
  }
  return description
}

/** Rounded to a thousandth: 29.97 stays what it is. */
const frameRateOf = async (video: InputVideoTrack): Promise<number> => {
  const { averagePacketRate } = await video.computePacketStats(FRAMES_FOR_RATE)
  return Number.isFinite(averagePacketRate) ? Math.round(averagePacketRate * 1000) / 1000 : 0
}

type Requests = { _read: (start: number, end: number, ...limits: number[]) => unknown }

/**
 * Limits what the library asks for, by number and bytes rather than by the clock: a slow disk is no
 * reason to refuse a film. Requests that its cache answers count, too, which only this internal
 * function of 1.61 sees: in a damaged WebM it looks for the next element in the last eight bytes
 * for ever, without coming by `read` again.
 */
const limitRequests = (source: CustomSource): void => {
  const requests = source as unknown as Requests
  if (typeof requests._read !== 'function') {
    throw new TypeError('This version of mediabunny reads in another way. See limitRequests.')
  }
  const original = requests._read.bind(source)
  let bytesLeft = MAX_READ_BYTES
  let requestsLeft = MAX_REQUESTS
  let repeats = 0
  let last = ''
  requests._read = (start, end, ...limits) => {
    bytesLeft -= end - start
    requestsLeft -= 1
    const range = `${start}-${end}`
    repeats = range === last ? repeats + 1 : 0
    last = range
    if (bytesLeft < 0 || requestsLeft < 0 || repeats > MAX_REPEATS) {
      throw fileProblem('video_unreadable')
    }
    return original(start, end, ...limits)
  }
}
