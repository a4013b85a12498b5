// The slug field: its place in the admin and what a valid one looks like. Filling and uniqueness
// are the `fillSlug` hook's.
import type { TextField } from 'payload'

/** Lower-case letters or digits of any script, in groups joined by single hyphens. */
export const SLUG_PATTERN = /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u

export const slugField = ({ description }: { description?: string } = {}): TextField => ({
  name: 'slug',
  type: 'text',
  index: true,
  required: true,
  maxLength: 100,
  admin: {
    position: 'sidebar',
    description:
      description ?? 'The last part of the address. Made from the title when you leave it empty.',
  },
  // An empty slug is filled before this runs; see hooks/fillSlug.ts.
  validate: (value: string | null | undefined) => {
    if (!value) {
      return 'Give it a title or type a slug.'
    }
    return (
      SLUG_PATTERN.test(value) ||
      'Use lower-case letters, digits and single hyphens, for example “harbour-pilot”.'
    )
  },
})
