// Where the admin's live preview finds a document. The page itself checks who is asking.
import type { CollectionAdminOptions } from 'payload'

export const PREVIEW_BREAKPOINTS = [
  { label: 'Phone', name: 'phone', width: 390, height: 844 },
  { label: 'Tablet', name: 'tablet', width: 820, height: 1180 },
  { label: 'Desktop', name: 'desktop', width: 1440, height: 900 },
]

/** The admin options that give a collection its live preview and its preview button. */
export const livePreview = (
  collection: 'case-studies' | 'pages' | 'site-settings',
): Pick<CollectionAdminOptions, 'livePreview' | 'preview'> => ({
  livePreview: {
    breakpoints: PREVIEW_BREAKPOINTS,
    url: ({ data, locale }) => previewPath({ collection, id: data.id, locale: locale.code }),
  },
  preview: (doc, { locale }) => previewPath({ collection, id: doc.id, locale }),
})

const previewPath = ({
  collection,
  id,
  locale,
}: {
  collection: string
  id: unknown
  locale: string
}): string | null =>
  typeof id === 'string'
    ? `/preview/${collection}/${id}?locale=${encodeURIComponent(locale)}`
    : null
