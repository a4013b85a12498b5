// Runs ffmpeg once, with an end: after a time, or when nobody wants the result any more, it is killed.
import { spawn } from 'node:child_process'

/** Of what ffmpeg says about itself, the end is kept: that is where the reason stands. */
const KEPT_OUTPUT = 2000

/** @throws an error with the end of what ffmpeg wrote, or the signal's reason. */
export const runFfmpeg = ({
  args,
  ffmpegPath,
  signal,
  timeoutMs,
}: {
  ffmpegPath: string
  args: string[]
  timeoutMs: number
  signal?: AbortSignal
}): Promise<void> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const child = spawn(
      ffmpegPath,
      // Nothing is asked of whoever started it.
      ['-nostdin', '-hide_banner', '-v', 'error', '-y', ...args],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let output = ''
    let ended: Error | null = null
    const end = (reason: Error): void => {
      ended ??= reason
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => end(new Error('ffmpeg took too long.')), timeoutMs)
    const onAbort = (): void => end(signal?.reason as Error)
    signal?.addEventListener('abort', onAbort, { once: true })
    const settle = (finish: () => void): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      finish()
    }
    child.stderr.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-KEPT_OUTPUT)
    })
    child.once('error', (err) => settle(() => reject(err)))
    child.once('close', (code) =>
      settle(() => {
        if (code === 0 && !ended) {
          resolve()
        } else {
          reject(ended ?? new Error(`ffmpeg ended with ${code}: ${output.trim()}`))
        }
      }),
    )
  })
