// What is wrong with one value of a document that somebody writes.

export type Fault = {
  code: 'malformed_rich_text' | 'malformed_value'
  /** Of the field of the form that the value belongs to: `chapters.0.body`. */
  field: string
  /** Of the value itself: `chapters.0.body.root.children.3.tag`. */
  path: string
  /** A sentence: what is wrong, and what to write instead. */
  message: string
}

/** Where a value stands. In rich text the field stays the same however deep the path leads. */
export type Place = { code: Fault['code']; field: string; path: string }

export const faultAt = (place: Place, message: string): Fault => ({
  ...place,
  message: `“${place.path}” ${message}`,
})

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as a sentence can show it. */
export const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const shown = text.replace(/[\p{Cc}\p{Cs}]/gu, '�')
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown
}
