// How the menu that `/` opens finds things: see src/admin/editor/slash.
import { createServerFeature } from '@payloadcms/richtext-lexical'

export const SlashFeature = createServerFeature({
  feature: { ClientFeature: '/src/admin/editor/slash/feature.tsx#SlashFeatureClient' },
  key: 'slash',
})
