// Writes rich text by hand: the exact node shapes that Payload 3.90.1's Lexical editor saves.

export type LexicalNode = { type: string; version: number; [key: string]: unknown }
type LinkTarget =
  { url: string } | { relationTo: 'case-studies' | 'pages' | 'people'; value: string }
/** Resolves what stands in the brackets of `[label](target)`. */
export type ResolveLink = (target: string) => LinkTarget

const BOLD = 1
const ITALIC = 2
const shared = { format: '', indent: 0, version: 1, direction: 'ltr' } as const

export const richText = (children: LexicalNode[]) => ({
  root: { ...shared, type: 'root', children },
})

export const paragraph = (children: LexicalNode[]): LexicalNode => ({
  ...shared,
  type: 'paragraph',
  textFormat: 0,
  textStyle: '',
  children,
})

export const heading = (tag: 'h2' | 'h3' | 'h4', children: LexicalNode[]): LexicalNode => ({
  ...shared,
  type: 'heading',
  tag,
  children,
})

export const blockquote = (children: LexicalNode[]): LexicalNode => ({
  ...shared,
  type: 'quote',
  children,
})

export const list = (kind: 'bullet' | 'number', items: LexicalNode[][]): LexicalNode => ({
  ...shared,
  type: 'list',
  listType: kind,
  tag: kind === 'bullet' ? 'ul' : 'ol',
  start: 1,
  children: items.map((children, index) => ({
    ...shared,
    type: 'listitem',
    value: index + 1,
    children,
  })),
})

export const rule = (): LexicalNode => ({ type: 'horizontalrule', version: 1 })

export const table = (rows: LexicalNode[][][]): LexicalNode => ({
  ...shared,
  type: 'table',
  children: rows.map((cells, row) => ({
    ...shared,
    type: 'tablerow',
    children: cells.map((children, column) => ({
      ...shared,
      type: 'tablecell',
      backgroundColor: null,
      colSpan: 1,
      rowSpan: 1,
      // 1 marks a heading of a column, 2 one of a row.
      headerState: row === 0 ? 1 : column === 0 ? 2 : 0,
      children: [paragraph(children)],
    })),
  })),
})

export const block = ({
  id,
  blockType,
  fields,
}: {
  id: string
  blockType: string
  fields: Record<string, unknown>
}): LexicalNode => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id, blockName: '', blockType, ...fields },
})

export const upload = ({
  id,
  media,
  caption,
}: {
  id: string
  media: string
  caption?: string | undefined
}): LexicalNode => ({
  type: 'upload',
  version: 3,
  format: '',
  id,
  relationTo: 'media',
  value: media,
  fields: caption === undefined ? {} : { caption },
})

/** Inline markup in a sentence: `**strong**`, `_emphasis_` and `[label](target)`. */
export const inline = ({
  source,
  resolve,
  createId,
}: {
  source: string
  resolve: ResolveLink
  createId: () => string
}): LexicalNode[] => {
  const nodes: LexicalNode[] = []
  let rest = 0
  for (const match of source.matchAll(
    /\*\*(.+?)\*\*|(?<![\w/])_(.+?)_(?![\w/])|\[(.+?)\]\((\S+?)\)/g,
  )) {
    if (match.index > rest) nodes.push(text(source.slice(rest, match.index)))
    if (match[1] !== undefined) nodes.push(text(match[1], BOLD))
    else if (match[2] !== undefined) nodes.push(text(match[2], ITALIC))
    else
      nodes.push(link({ label: match[3] ?? '', target: resolve(match[4] ?? ''), id: createId() }))
    rest = match.index + match[0].length
  }
  if (rest < source.length) nodes.push(text(source.slice(rest)))
  return nodes
}

const text = (value: string, format = 0): LexicalNode => ({
  type: 'text',
  version: 1,
  text: value,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
})

const link = ({
  label,
  target,
  id,
}: {
  label: string
  target: LinkTarget
  id: string
}): LexicalNode => ({
  ...shared,
  type: 'link',
  version: 3,
  id,
  fields:
    'url' in target
      ? { linkType: 'custom', newTab: false, url: target.url }
      : {
          linkType: 'internal',
          newTab: false,
          doc: { relationTo: target.relationTo, value: target.value },
        },
  children: [text(label)],
})
