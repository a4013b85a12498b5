/** Draws a preview image and answers with it. */
import { ImageResponse } from 'next/og'
import type { ImageView } from '../model.ts'
import { SHARED } from '../caching.ts'
import { firstExpiry } from '../expiry.ts'
import { fetchInternal } from '../fetchInternal.ts'
import { ogCard, ogSize, type OgContent } from './card.tsx'
import { ogFamily, ogFonts } from './fonts.ts'

export const ogResponse = async ({
  isPrivate = false,
  ...content
}: Omit<OgContent, 'family' | 'cover'> & {
  image: ImageView | null
  /** Of a study that not everybody may open. */
  isPrivate?: boolean
}): Promise<Response> => {
  const { pairing, theme } = content.site
  const cover = theme === 'gallery' ? await coverData(content.image) : null
  // As the page: what it shows may have been taken back a minute later.
  const isForSome = isPrivate || firstExpiry(content.image?.og ?? '') !== null
  return new ImageResponse(ogCard({ ...content, cover, family: ogFamily(pairing) }), {
    ...ogSize,
    fonts: await ogFonts(pairing),
    headers: { 'cache-control': isForSome ? 'private, no-cache' : SHARED },
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
