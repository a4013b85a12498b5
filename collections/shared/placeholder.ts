// A paragraph of rich text that stands where an image is still missing, and says what to do about it. It is for
// whoever writes; visitors are not shown it, as long as nobody has written something else into it.

/** Its name in the state of a node, `$` in JSON. */
export const PLACEHOLDER = 'missingImage'

export type Placeholder = {
  /** What the source said about the image; may be empty. */
  alt: string
  /** What stood below it, where something did. */
  caption?: string
  id: string
  /** Of its file, as far as it is known. */
  name: string
  /** What the paragraph says. */
  text: string
}

type Node = { [key: string]: unknown; children?: Node[]; text?: unknown; type?: unknown }

/** @returns undefined for every other paragraph, and for one that somebody has written into */
export const placeholderIn = (node: Node): Placeholder | undefined => {
  const state = (node.$ as Record<string, unknown> | undefined)?.[PLACEHOLDER]
  return isPlaceholder(state) &&
    node.type === 'paragraph' &&
    (node.children ?? []).map(({ text }) => (typeof text === 'string' ? text : '\n')).join('') ===
      state.text
    ? state
    : undefined
}

export const isPlaceholder = (value: unknown): value is Placeholder =>
  typeof value === 'object' &&
  value !== null &&
  ['alt', 'id', 'name', 'text'].every(
    (key) => typeof (value as Record<string, unknown>)[key] === 'string',
  ) &&
  ['string', 'undefined'].includes(typeof (value as Record<string, unknown>).caption)
