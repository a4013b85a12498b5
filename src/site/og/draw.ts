/** Draws a preview image. */
import { ImageResponse } from 'next/og.js'
import type { ImageView } from '../model.ts'
import { ogCard, ogSize, type OgContent } from './card.tsx'
import { ogFamily, ogFonts } from './fonts.ts'

/** Fetches a file of our own by its path. */
export type FetchFile = (path: string) => Promise<Response>

type DrawArgs = Omit<OgContent, 'family' | 'cover'> & {
  image: ImageView | null
  fetchFile: FetchFile
}

/** @returns a PNG. */
export const drawPreview = async ({
  fetchFile,
  image,
  ...content
}: DrawArgs): Promise<Uint8Array> => {
  const { pairing, theme } = content.site
  const cover = theme === 'gallery' ? await coverData({ fetchFile, image }) : null
  const drawn = new ImageResponse(ogCard({ ...content, cover, family: ogFamily(pairing) }), {
    ...ogSize,
    fonts: await ogFonts(pairing),
  })
  return new Uint8Array(await drawn.arrayBuffer())
}

/** Only what can be drawn, from here or from where the tenant's files are delivered. */
const coverData = async ({
  fetchFile,
  image,
}: Pick<DrawArgs, 'fetchFile' | 'image'>): Promise<string | null> => {
  const address = image?.og ?? ''
  if (!/\.(jpe?g|png)(\?|$)/i.test(address)) {
    return null
  }
  try {
    const response = address.startsWith('/')
      ? await fetchFile(address)
      : await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(5000) })
    const type = response.headers.get('content-type') ?? ''
    if (!response.ok || !/^image\/(jpeg|png)/.test(type)) {
      await response.body?.cancel()
      return null
    }
    return `data:${type};base64,${Buffer.from(await response.arrayBuffer()).toString('base64')}`
  } catch {
    return null
  }
}
