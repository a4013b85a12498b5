// The slug field: its place in the admin and what a valid one looks like, in drafts too. Filling and uniqueness
// are the `fillSlug` hook's.
import type { TextField } from 'payload'

/** Lower-case letters or digits of any script, in groups joined by single hyphens. */
export const SLUG_PATTERN = /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u

const MOST_LETTERS = 100

export const SLUG_HINT =
  'Use lower-case letters, digits and single hyphens, for example “harbour-pilot”.'

/** Whether it can be the last part of a URL, with the spaces around it that `fillSlug` takes off. */
export const isSlug = (value: string): boolean => {
  const slug = value.trim()
  return slug.length <= MOST_LETTERS && SLUG_PATTERN.test(slug)
}

/** Whether a field holds a slug. */
export const takesSlug = (field: { custom?: Record<string, unknown> }): boolean =>
  field.custom?.takesSlug === true

export const slugField = ({ description }: { description?: string } = {}): TextField => ({
  name: 'slug',
  type: 'text',
  index: true,
  required: true,
  maxLength: MOST_LETTERS,
  custom: { takesSlug: true },
  admin: {
    position: 'sidebar',
    description:
      description ?? 'The last part of the address. Made from the title when you leave it empty.',
    components: { afterInput: ['/src/admin/fields/hints.tsx#SlugHint'] },
  },
  // An empty slug is filled before this runs; see hooks/fillSlug.ts.
  validate: (value: string | null | undefined) => {
    if (!value) {
      return 'Give it a title or type a slug.'
    }
    return SLUG_PATTERN.test(value) || SLUG_HINT
  },
})
