/** Draws a preview image and answers with it. */
import { ImageResponse } from 'next/og'
import type { ImageView } from '../model.ts'
import { fetchInternal } from '../serve.ts'
import { ogCard, ogSize, type OgContent } from './card.tsx'
import { ogFamily, ogFonts } from './fonts.ts'

export const ogResponse = async (
  content: Omit<OgContent, 'family' | 'cover'> & { image: ImageView | null },
): Promise<Response> => {
  const { pairing, theme } = content.site
  const cover = theme === 'gallery' ? await coverData(content.image) : null
  return new ImageResponse(ogCard({ ...content, cover, family: ogFamily(pairing) }), {
    ...ogSize,
    fonts: await ogFonts(pairing),
    headers: { 'cache-control': 'public, max-age=0, s-maxage=3600, stale-while-revalidate=86400' },
  })
}

/** Only what can be drawn, from here or from where the tenant's files are delivered. */
const coverData = async (image: ImageView | null): Promise<string | null> => {
  const address = image?.og ?? ''
  if (!/\.(jpe?g|png)(\?|$)/i.test(address)) {
    return null
  }
  try {
    const response = address.startsWith('/')
      ? await fetchInternal(address)
      : await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(5000) })
    const type = response.headers.get('content-type') ?? ''
    if (!response.ok || !/^image\/(jpeg|png)/.test(type)) {
      return null
    }
    return `data:${type};base64,${Buffer.from(await response.arrayBuffer()).toString('base64')}`
  } catch {
    return null
  }
}
