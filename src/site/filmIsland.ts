/**
 * Films that stream, in browsers that do not play HLS themselves: on the first play a library is loaded from the
 * same place as this script, and the stream takes the place of the file. Without it the file plays.
 */

/** What is used of hls.js. */
type Stream = {
  loadSource: (address: string) => void
  attachMedia: (video: HTMLVideoElement) => void
  destroy: () => void
  on: (event: string, heard: (event: string, data: { fatal?: boolean }) => void) => void
}
type Library = {
  new (options: Record<string, unknown>): Stream
  isSupported: () => boolean
}

/**
 * Sent to the browser as its own source: it must use nothing from outside itself.
 *
 * @param library The library's address, relative to the script's own.
 */
export const startFilms = (library: string): void => {
  const script = document.currentScript
  const address = script instanceof HTMLScriptElement ? new URL(library, script.src).href : library
  let loading: Promise<Library | null> | undefined

  const load = (): Promise<Library | null> => {
    loading ??= new Promise((resolve) => {
      const element = document.createElement('script')
      element.src = address
      element.onload = () => resolve((window as { Hls?: Library }).Hls ?? null)
      element.onerror = () => resolve(null)
      document.head.append(element)
    })
    return loading
  }

  /** The film that an event is about, when it is one that needs help and has not got it yet. */
  const filmOf = (event: Event): HTMLVideoElement | null => {
    const video = event.target
    return video instanceof HTMLVideoElement &&
      video.dataset.stream &&
      !video.dataset.streaming &&
      'MediaSource' in window &&
      video.canPlayType('application/vnd.apple.mpegurl') === ''
      ? video
      : null
  }

  const play = (video: HTMLVideoElement): void => {
    // Whoever pressed play may have pressed pause in the meantime, or the browser wants to be asked again.
    video.play().catch(() => undefined)
  }

  const stream = (video: HTMLVideoElement, Hls: Library): void => {
    const player = new Hls({ capLevelToPlayerSize: true })
    player.on('hlsManifestParsed', () => play(video))
    player.on('hlsError', (_, { fatal }) => {
      if (fatal) {
        const { currentTime } = video
        player.destroy()
        video.removeAttribute('src')
        video.addEventListener('loadedmetadata', () => (video.currentTime = currentTime), {
          once: true,
        })
        video.load()
        play(video)
      }
    })
    player.loadSource(new URL(video.dataset.stream ?? '', location.href).href)
    player.attachMedia(video)
  }

  // Whoever points at a film is about to press play.
  for (const sign of ['pointerover', 'focusin']) {
    document.addEventListener(sign, (event) => {
      if (filmOf(event)) {
        void load()
      }
    })
  }

  // These events do not bubble; they can only be caught on their way down.
  document.addEventListener(
    'play',
    (event) => {
      const video = filmOf(event)
      if (video) {
        video.dataset.streaming = 'true'
        video.pause()
        void load().then((Hls) => (Hls?.isSupported() ? stream(video, Hls) : play(video)))
      }
    },
    true,
  )
}
