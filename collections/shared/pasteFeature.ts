// What is pasted and dropped into a text: read by our own code in the browser, see src/admin/editor/paste.
import { createServerFeature } from '@payloadcms/richtext-lexical'

export const PasteFeature = createServerFeature({
  feature: { ClientFeature: '/src/admin/editor/paste/feature.tsx#PasteFeatureClient' },
  key: 'paste',
})
