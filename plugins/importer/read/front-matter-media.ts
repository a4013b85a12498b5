/** Cover picture and testimonials in front matter. */
import type { ImportedDocument, ImportedTestimonial } from '../types.ts'
import type { Fields } from './front-matter.ts'

import { isRecord, pick, text } from './values.ts'

export const IMAGE_KEYS = [
  'image',
  'cover',
  'cover_image',
  'coverImage',
  'heroImage',
  'hero_image',
  'hero',
  'featured_image',
  'featuredImage',
  'feature_image',
  'thumbnail',
  'thumb',
  'banner',
  'header_image',
  'og_image',
  'ogImage',
  'social_image',
  'poster',
  'images',
  'preview',
  'teaser_image',
]

export const readCover = (fields: Fields): ImportedDocument['cover'] => {
  for (const name of IMAGE_KEYS) {
    const value = pick(fields, name)
    const first: unknown = Array.isArray(value) ? value[0] : value
    const ref = isRecord(first)
      ? pick(first, 'src', 'url', 'image', 'path', 'file', 'relative', 'feature', 'teaser')
      : first
    if (typeof ref === 'string' && ref.trim() !== '' && !/^(true|false)$/.test(ref)) {
      const own = isRecord(first) ? first : {}
      return {
        alt:
          text(pick(own, 'alt', 'altText', 'alternative')) ??
          text(
            pick(
              fields,
              `${name}_alt`,
              'image_alt',
              'cover_alt',
              'heroImageAlt',
              'thumbnail_alt',
              'alt',
            ),
          ),
        caption:
          text(pick(own, 'caption', 'credit')) ??
          text(
            pick(
              fields,
              `${name}_caption`,
              `${name}_figcaption`,
              'image_caption',
              'image_figcaption',
              'image_credit',
            ),
          ),
        ref: /^!?\[[^\]]*\]\(([^)\s]+)/.exec(ref)?.[1] ?? ref.trim(),
      }
    }
  }
  return undefined
}

export const readTestimonials = (fields: Fields): ImportedTestimonial[] => {
  const value = pick(fields, 'testimonials', 'testimonial', 'quotes', 'quote')
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).flatMap(
    (item: unknown) => {
      if (isRecord(item)) {
        const quote = text(pick(item, 'quote', 'text', 'content', 'body'))
        return quote
          ? [
              {
                attribution: text(pick(item, 'attribution', 'author', 'name', 'by', 'source')),
                organisation: text(pick(item, 'organisation', 'organization', 'company')),
                position: text(pick(item, 'position', 'role', 'title', 'job')),
                quote,
              },
            ]
          : []
      }
      const quote = text(item)
      return quote
        ? [
            {
              attribution: text(
                pick(
                  fields,
                  'quote_source',
                  'quote_author',
                  'quote_attribution',
                  'testimonial_author',
                ),
              ),
              position: text(pick(fields, 'quote_position', 'quote_role')),
              quote,
            },
          ]
        : []
    },
  )
}
