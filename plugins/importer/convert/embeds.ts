/** Players and other frames → `video` and `embed` blocks. */
import type { ConvertContext } from './context.ts'
import type { LexicalNode } from './nodes.ts'

import { clip, LIMITS } from './limits.ts'
import { block } from './nodes.ts'

/** @returns the block, or null when the address is none that may be embedded (reported). */
export const embedBlock = ({
  caption = '',
  context,
  title = '',
  url: source,
}: {
  caption?: string
  context: ConvertContext
  title?: string
  url: string
}): LexicalNode | null => {
  const url = webAddress(source)
  if (!url) {
    context.remark({ code: 'DROPPED_ELEMENT', detail: `embed ${source.slice(0, 80)}`.trim() })
    return null
  }
  const video = videoAddress(url)
  if (video) {
    return block({
      blockType: 'video',
      fields: { caption: clip(caption || title, LIMITS.caption), kind: 'link', url: video },
      id: context.id(),
    })
  }
  // A frame without TLS is blocked by every browser on a page that has it.
  const secure = url.replace(/^http:/, 'https:').replace(/["'<>]/g, encodeURIComponent)
  return block({
    blockType: 'embed',
    fields: {
      ratio: '16:9',
      title: title || caption || new URL(url).hostname.replace(/^www\./, ''),
      url: secure,
    },
    id: context.id(),
  })
}

/** The page of a YouTube or Vimeo film, whatever form of its address was used. */
export const videoAddress = (url: string): string | null => {
  const { hostname, pathname, searchParams } = new URL(url)
  const host = hostname.replace(/^(www|m|player)\./, '')
  if (host === 'youtu.be' || host === 'youtube.com' || host === 'youtube-nocookie.com') {
    const id =
      host === 'youtu.be'
        ? pathname.slice(1)
        : (searchParams.get('v') ?? /^\/(?:embed|v|shorts|live)\/([\w-]+)/.exec(pathname)?.[1])
    const list = searchParams.get('list')
    if (id && /^[\w-]+$/.test(id) && id !== 'videoseries') {
      const at = searchParams.get('t') ?? searchParams.get('start')
      return `https://www.youtube.com/watch?v=${id}${at && /^\w+$/.test(at) ? `&t=${at}` : ''}`
    }
    return list ? `https://www.youtube.com/playlist?list=${encodeURIComponent(list)}` : null
  }
  const vimeo = host === 'vimeo.com' ? /\/(?:video\/)?(\d+)/.exec(pathname)?.[1] : undefined
  return vimeo ? `https://vimeo.com/${vimeo}` : null
}

export const webAddress = (value: string): string | null => {
  const source = value.trim().startsWith('//') ? `https:${value.trim()}` : value.trim()
  try {
    const url = new URL(source)
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.includes('.')
      ? url.href
      : null
  } catch {
    return null
  }
}
