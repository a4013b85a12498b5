import { isForeignUrl } from '../../../collections/blocks/isForeignUrl.ts'
import { publicUrl } from '../../config/publicUrl.ts'

/** Foreign content by address: known players in their cookie-poorest form, anything else as a plain frame. */

export type EmbedView = { provider: string; src: string; href: string }

export const embedFor = (url: string | null): EmbedView | null => {
  const parsed = parseUrl(url)
  if (!parsed) {
    return null
  }
  const href = parsed.toString()
  const host = parsed.hostname.replace(/^www\./, '')
  const youtube = youtubeId(parsed, host)
  if (youtube) {
    return { provider: 'YouTube', src: `https://www.youtube-nocookie.com/embed/${youtube}`, href }
  }
  const vimeo = host.endsWith('vimeo.com') ? /(\d{5,})/.exec(parsed.pathname)?.[1] : undefined
  if (vimeo) {
    return { provider: 'Vimeo', src: `https://player.vimeo.com/video/${vimeo}?dnt=1`, href }
  }
  if (host === 'figma.com') {
    return {
      provider: 'Figma',
      src: `https://www.figma.com/embed?embed_host=share&url=${encodeURIComponent(href)}`,
      href,
    }
  }
  return { provider: host, src: href, href }
}

const youtubeId = (url: URL, host: string): string | null => {
  if (host === 'youtu.be') {
    return idOf(url.pathname.slice(1))
  }
  if (host !== 'youtube.com' && host !== 'youtube-nocookie.com') {
    return null
  }
  return idOf(
    url.searchParams.get('v') ?? /^\/(?:embed|shorts|live)\/([^/]+)/.exec(url.pathname)?.[1] ?? '',
  )
}

const idOf = (value: string): string | null => (/^[\w-]{6,20}$/.test(value) ? value : null)

const parseUrl = (url: string | null): URL | null => {
  try {
    const parsed = new URL(url ?? '')
    // A page of our own in a frame would have the rights of whoever looks at it.
    const isForeign = isForeignUrl({ own: [publicUrl()], url: parsed.href })
    return parsed.protocol === 'https:' && isForeign ? parsed : null
  } catch {
    return null
  }
}
