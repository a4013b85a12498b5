// A frame of a film as JPEG, taken in the browser. Needs a DOM.

export type Frame = { blob: Blob; width: number; height: number }

/** Posters may not be larger, in bytes. */
const MOST_BYTES = 2_000_000
/** Pixels of the longer side. */
const LONGEST = 1920
const PATIENCE = 15_000

/** Seconds: where a poster is taken when nobody has chosen; past most fades, before the end. */
export const posterTimeFor = (duration: number): number =>
  Number.isFinite(duration) && duration > 0 ? Math.min(1, duration * 0.1) : 0

/** The poster of a film that was just chosen; `null` where this browser cannot show it. */
export const capturePoster = async (file: File, signal?: AbortSignal): Promise<Blob | null> => {
  const url = URL.createObjectURL(file)
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.preload = 'auto'
  try {
    video.src = url
    await happens(video, 'loadeddata', signal)
    await seek(video, posterTimeFor(video.duration), signal)
    return (await frameOf(video)).blob
  } catch {
    return null
  } finally {
    video.removeAttribute('src')
    video.load()
    URL.revokeObjectURL(url)
  }
}

/**
 * What the element shows now.
 *
 * @throws SecurityError when the film lies elsewhere and that place does not allow reading it
 */
export const frameOf = async (video: HTMLVideoElement): Promise<Frame> => {
  const { videoHeight, videoWidth } = video
  const scale = Math.min(1, LONGEST / Math.max(videoWidth, videoHeight, 1))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(videoWidth * scale))
  canvas.height = Math.max(1, Math.round(videoHeight * scale))
  canvas.getContext('2d')!.drawImage(video, 0, 0, canvas.width, canvas.height)
  for (const quality of [0.9, 0.8, 0.6]) {
    const blob = await jpegOf(canvas, quality)
    if (blob.size <= MOST_BYTES) {
      return { blob, width: canvas.width, height: canvas.height }
    }
  }
  throw new Error('The frame does not become small enough.')
}

export const seek = async (
  video: HTMLVideoElement,
  seconds: number,
  signal?: AbortSignal,
): Promise<void> => {
  if (Math.abs(video.currentTime - seconds) < 0.001) {
    return
  }
  const arrived = happens(video, 'seeked', signal)
  video.currentTime = seconds
  await arrived
}

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The frame cannot be read.'))),
      'image/jpeg',
      quality,
    )
  })

const happens = (
  video: HTMLVideoElement,
  name: 'loadeddata' | 'seeked',
  signal?: AbortSignal,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = (finish: () => void) => () => {
      clearTimeout(timer)
      video.removeEventListener(name, done)
      video.removeEventListener('error', failed)
      signal?.removeEventListener('abort', failed)
      finish()
    }
    const done = settle(resolve)
    const failed = settle(() => reject(new Error('This film cannot be shown here.')))
    const timer = setTimeout(failed, PATIENCE)
    video.addEventListener(name, done)
    video.addEventListener('error', failed)
    signal?.addEventListener('abort', failed)
  })
