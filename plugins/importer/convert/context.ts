/** What the converter asks of the world: ids of what has been saved, and a place for remarks. */
import type { ImportedTestimonial, Remark } from '../types.ts'
import type { LexicalNode, LinkTarget } from './nodes.ts'

export type ConvertContext = {
  /** Id of the saved image or video that a reference means, or null (already reported). */
  media: (args: { ref: string; alt?: string; caption?: string }) => string | null
  /** Id of a saved document (a PDF…) when the link leads to a file of the import, otherwise null. */
  file: (href: string) => string | null
  /** Where a link leads now; null when it may not stay a link (already reported). */
  link: (href: string) => LinkTarget | null
  /** Id of the saved testimonial, or undefined when it is kept as text. */
  testimonial: (testimonial: ImportedTestimonial) => string | undefined
  remark: (remark: Remark) => void
  /** A fresh id for a block, upload or link node. */
  id: () => string
  mediaSlug: string
}

/** Inline content, or a block that interrupts it. */
export type Piece = { inline: LexicalNode } | { block: LexicalNode }
