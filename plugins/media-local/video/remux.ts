// An H.264 film cut into HLS segments as it is, in one size: what can be done without ffmpeg.
import path from 'node:path'
import {
  ALL_FORMATS,
  CmafOutputFormat,
  Conversion,
  FilePathSource,
  FilePathTarget,
  HlsOutputFormat,
  Input,
  Output,
  PathedTarget,
} from 'mediabunny'

const SEGMENT_SECONDS = 6

/** @returns `false` when a track would have to be encoded anew. */
export const remux = async ({
  file,
  folder,
  signal,
}: {
  file: string
  folder: string
  signal?: AbortSignal
}): Promise<boolean> => {
  signal?.throwIfAborted()
  if (!(await canRemux(file))) {
    return false
  }
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(file) })
  try {
    const output = new Output({
      format: new HlsOutputFormat({
        segmentFormat: new CmafOutputFormat(),
        targetDuration: SEGMENT_SECONDS,
        getPlaylistPath: ({ n }) => `copy-${n}.m3u8`,
        getInitPath: ({ n }) => `copy-${n}-init.mp4`,
        getSegmentPath: ({ n, playlist }) => `copy-${playlist.n}-${n}.m4s`,
      }),
      target: new PathedTarget(
        path.join(folder, 'master.m3u8'),
        ({ path: place }) => new FilePathTarget(path.join(folder, path.basename(place))),
      ),
    })
    const conversion = await Conversion.init({
      input,
      output,
      tracks: 'primary',
      tags: {},
      showWarnings: false,
    })
    if (!conversion.isValid || conversion.discardedTracks.length > 0) {
      return false
    }
    const onAbort = (): void => void conversion.cancel()
    signal?.addEventListener('abort', onAbort, { once: true })
    try {
      await conversion.execute()
    } finally {
      signal?.removeEventListener('abort', onAbort)
    }
    return true
  } catch (err) {
    signal?.throwIfAborted()
    throw err
  } finally {
    input.dispose()
  }
}

/** What every browser that plays HLS decodes: H.264, with AAC or without sound. */
export const canRemux = async (file: string): Promise<boolean> => {
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(file) })
  try {
    const video = await input.getPrimaryVideoTrack()
    const audio = await input.getPrimaryAudioTrack()
    return (
      (await video?.getCodec()) === 'avc' && (audio === null || (await audio.getCodec()) === 'aac')
    )
  } catch {
    return false
  } finally {
    input.dispose()
  }
}
