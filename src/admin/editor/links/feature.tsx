'use client'
// Payload draws each URL that is relative as `https://`, whatever is stored.
import { createClientFeature, LinkNode } from '@payloadcms/richtext-lexical/client'
import { drawnUrl } from './drawnUrl.ts'

LinkNode.prototype.sanitizeUrl = drawnUrl

export const LinksFeatureClient = createClientFeature({})
