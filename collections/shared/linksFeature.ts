// How links are drawn in the editor: see src/admin/editor/links.
import { createServerFeature } from '@payloadcms/richtext-lexical'

export const LinksFeature = createServerFeature({
  feature: { ClientFeature: '/src/admin/editor/links/feature.tsx#LinksFeatureClient' },
  key: 'links',
})
