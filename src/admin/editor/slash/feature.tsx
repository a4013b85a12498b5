'use client'
import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import { KEYWORDS } from './keywords.ts'
import { SlashPlugin } from './SlashPlugin.tsx'

/** What the feature of the blocks calls each of them in its menu. */
const BLOCK = 'block-'

export const SlashFeatureClient = createClientFeature(({ resolvedFeatures }) => {
  for (const { items } of resolvedFeatures.get('blocks')?.slashMenu?.groups ?? []) {
    for (const item of items) {
      const more = KEYWORDS[item.key.replace(BLOCK, '')] ?? []
      item.keywords = [...(item.keywords ?? []), ...more]
    }
  }
  return { plugins: [{ Component: SlashPlugin, position: 'normal' }] }
})
