// Finds a field of the form in the document as it is in another language, and its words.

const MOST = 200

/**
 * The path of a field, its rows by their ids: rows may have been moved or added since the document was stored.
 *
 * @example pathInSource({ idAt, path: 'outcomes.1.label' }) // ['outcomes', 'the row’s id', 'label']
 */
export const pathInSource = ({
  idAt,
  path,
}: {
  idAt: (path: string) => unknown
  path: string
}): string[] => {
  const parts = path.split('.')
  return parts.map((part, index) =>
    /^\d+$/.test(part) ? String(idAt([...parts.slice(0, index + 1), 'id'].join('.'))) : part,
  )
}

export const valueAt = ({ document, place }: { document: unknown; place: string[] }): unknown =>
  place.reduce<unknown>(
    (holder, part) =>
      Array.isArray(holder)
        ? holder.find((row) => isRecord(row) && row.id === part)
        : isRecord(holder)
          ? holder[part]
          : undefined,
    document,
  )

/** The words of a text or a rich text, shortened. */
export const wordsOf = (value: unknown): string => {
  const words = (typeof value === 'string' ? value : isRecord(value) ? wordsIn(value.root) : '')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...words]
  return characters.length > MOST ? `${characters.slice(0, MOST).join('').trimEnd()}…` : words
}

const wordsIn = (node: unknown): string => {
  if (!isRecord(node)) {
    return ''
  }
  if (typeof node.text === 'string') {
    return node.text
  }
  if (!Array.isArray(node.children)) {
    return node.type === 'linebreak' ? ' ' : ''
  }
  const words = node.children.map(wordsIn).join('')
  return node.type === 'link' || node.type === 'autolink' ? words : `${words} `
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
