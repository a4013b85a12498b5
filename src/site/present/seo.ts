/** What search engines and link previews are told about a page. */
import type { SeoDoc } from '../documents.ts'
import type { SeoView } from '../model.ts'
import { safeHref, type PresentContext } from './context.ts'
import { presentImage } from './media.ts'

export const presentSeo = ({
  seo,
  title,
  description,
  isIndexed,
  context,
}: {
  seo: SeoDoc | null | undefined
  title: string
  description: string | null
  isIndexed: boolean
  context: PresentContext
}): SeoView => ({
  title: seo?.title?.trim() || title,
  description: shorten(seo?.description?.trim() || description),
  image: presentImage(seo?.image, context)?.og ?? null,
  isIndexed: isIndexed && !seo?.noindex,
  canonical: safeHref(seo?.canonical),
})

/** Search engines show about 160 characters; a cut in the middle of a word looks careless. */
export const shorten = (text: string | null, limit = 200): string | null => {
  if (text === null || text.length <= limit) {
    return text
  }
  const cut = text.slice(0, limit)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit / 2)).replace(/[\s,;:–—-]+$/, '')}…`
}
