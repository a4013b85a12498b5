/** A free page, such as "about". */
import type { PageDoc } from '../documents.ts'
import type { PageView } from '../model.ts'
import type { PresentContext } from './context.ts'
import { plainText } from './plainText.ts'
import { presentRichText } from './richText.ts'
import { presentSeo } from './seo.ts'
import { foreignIn, type Written } from './written.ts'

export const presentPage = (
  page: PageDoc,
  context: PresentContext,
  written?: Written,
): PageView => {
  const foreign = foreignIn(written, context)
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
      isIndexed: foreign === null,
      context,
    }),
    languages: written ?? [context.locale],
    foreign,
  }
}
