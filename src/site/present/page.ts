/** A free page, such as "about". */
import type { PageDoc } from '../documents.ts'
import type { PageView } from '../model.ts'
import type { PresentContext } from './context.ts'
import { plainText } from './plainText.ts'
import { presentRichText } from './richText.ts'
import { presentSeo } from './seo.ts'

export const presentPage = (page: PageDoc, context: PresentContext): PageView => {
  const body = presentRichText({ state: page.body, context, headingFrom: 2 })
  const title = page.title?.trim() || '—'
  return {
    id: page.id,
    slug: page.slug ?? page.id,
    path: `/${encodeURIComponent(page.slug ?? page.id)}`,
    title,
    body,
    updatedAt: page.updatedAt ?? null,
    seo: presentSeo({
      seo: page.seo,
      title,
      description:
        plainText(body)
          .split('\n')
          .find((line) => line.length > 40) ?? null,
      isIndexed: true,
      context,
    }),
  }
}
