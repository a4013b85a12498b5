// One frame of a film as a JPEG. One at a time in the process: decoding a film takes a whole core.
import { rename, rm, stat } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { workQueue } from '../cache/queue.ts'
import { runFfmpeg } from './runFfmpeg.ts'

const TIMEOUT_MS = 20_000
const oneAtATime = workQueue({ atOnce: 1, waiting: 8 })

/** @throws when there is no such frame, or it takes longer than 20 seconds. */
export const grabFrame = ({
  ffmpegPath,
  file,
  second,
  to,
}: {
  ffmpegPath: string
  file: string
  second: number
  to: string
}): Promise<void> =>
  oneAtATime.run(async () => {
    const temporary = `${to}.${randomUUID()}.jpg`
    try {
      await runFfmpeg({
        ffmpegPath,
        args: [
          ...['-protocol_whitelist', 'file', '-ss', String(second), '-i', file],
          ...['-frames:v', '1', '-map_metadata', '-1', '-q:v', '3', temporary],
        ],
        timeoutMs: TIMEOUT_MS,
      })
      // Past its end, ffmpeg ends well and writes nothing.
      await stat(temporary)
      await rename(temporary, to)
    } finally {
      await rm(temporary, { force: true })
    }
  })
