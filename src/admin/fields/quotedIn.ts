// Which testimonials a rich text quotes.

/** @returns The ids of the testimonials in its quote blocks, in order. */
export const quotedIn = (value: unknown): string[] => {
  if (Array.isArray(value)) {
    return value.flatMap(quotedIn)
  }
  if (typeof value !== 'object' || value === null) {
    return []
  }
  const { children, fields, root } = value as Record<string, unknown>
  const { blockType, testimonial } = (fields ?? {}) as Record<string, unknown>
  return [
    ...(blockType === 'quote' && typeof testimonial === 'string' ? [testimonial] : []),
    ...quotedIn(root),
    ...quotedIn(children),
  ]
}
