/** How much the fields of the blocks take. Longer texts are placed elsewhere or cut at a word. */

export const LIMITS = {
  /** Captions of films, code and pictures in a gallery. */
  caption: 200,
  downloads: 12,
  galleryImages: 24,
  metricLabel: 80,
  metrics: 4,
  quote: 600,
  testimonial: 1200,
  uploadCaption: 300,
} as const

/** Cuts at a word and says so with an ellipsis. */
export const clip = (text: string, most: number): string => {
  if (text.length <= most) {
    return text
  }
  const cut = text.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/u, '')}…`
}
