/** The serialised shapes of @payloadcms/richtext-lexical 3.90.1 (lexical 0.50.0), one maker each. */

export type LexicalNode = { type: string; version: number; [key: string]: unknown }
export type LexicalParent = LexicalNode & { children: LexicalNode[] }
export type EditorState = { root: LexicalParent }

/** Bits of `TextNode.__format`. */
export const FORMAT = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  code: 16,
  subscript: 32,
  superscript: 64,
  highlight: 128,
} as const

const element = (
  type: string,
  children: LexicalNode[],
  extra: Record<string, unknown> = {},
): LexicalParent => ({
  children,
  direction: null,
  format: '',
  indent: 0,
  type,
  version: 1,
  ...extra,
})

export const text = (value: string, format = 0): LexicalNode => ({
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text: value,
  type: 'text',
  version: 1,
})
export const linebreak = (): LexicalNode => ({ type: 'linebreak', version: 1 })
export const paragraph = (children: LexicalNode[]): LexicalParent =>
  element('paragraph', children, { textFormat: 0, textStyle: '' })
export const heading = (tag: 'h2' | 'h3' | 'h4', children: LexicalNode[]): LexicalParent =>
  element('heading', children, { tag })
export const quote = (children: LexicalNode[]): LexicalParent => element('quote', children)
export const horizontalRule = (): LexicalNode => ({ type: 'horizontalrule', version: 1 })

export const list = ({
  children,
  listType,
  start = 1,
}: {
  children: LexicalNode[]
  listType: 'bullet' | 'check' | 'number'
  start?: number
}): LexicalParent =>
  element('list', children, { listType, start, tag: listType === 'number' ? 'ol' : 'ul' })

export const listItem = ({
  checked,
  children,
  indent,
  value,
}: {
  checked?: boolean
  children: LexicalNode[]
  indent: number
  value: number
}): LexicalParent =>
  element('listitem', children, { indent, value, ...(checked === undefined ? {} : { checked }) })

export type LinkTarget =
  { kind: 'internal'; relationTo: string; value: string } | { kind: 'url'; url: string }

export const link = ({
  children,
  id,
  newTab,
  target,
}: {
  children: LexicalNode[]
  id: string
  newTab: boolean
  target: LinkTarget
}): LexicalParent => ({
  ...element('link', children),
  fields:
    target.kind === 'internal'
      ? {
          doc: { relationTo: target.relationTo, value: target.value },
          linkType: 'internal',
          newTab,
        }
      : { linkType: 'custom', newTab, url: target.url },
  id,
  version: 3,
})

export const upload = ({
  caption,
  id,
  relationTo,
  value,
}: {
  caption: string
  id: string
  relationTo: string
  value: string
}): LexicalNode => ({
  fields: { caption },
  format: '',
  id,
  relationTo,
  type: 'upload',
  value,
  version: 3,
})

export const block = ({
  blockType,
  fields,
  id,
}: {
  blockType: string
  fields: Record<string, unknown>
  id: string
}): LexicalNode => ({
  fields: { blockName: '', blockType, id, ...fields },
  format: '',
  type: 'block',
  version: 2,
})

export const table = (rows: LexicalNode[]): LexicalParent => element('table', rows)
export const tableRow = (cells: LexicalNode[]): LexicalParent => element('tablerow', cells)

export const tableCell = ({
  children,
  colSpan = 1,
  headerState,
  rowSpan = 1,
}: {
  children: LexicalNode[]
  colSpan?: number
  headerState: number
  rowSpan?: number
}): LexicalParent =>
  element('tablecell', children, { backgroundColor: null, colSpan, headerState, rowSpan })

export const editorState = (children: LexicalNode[]): EditorState => ({
  root: element('root', children.length > 0 ? children : [paragraph([])]),
})

export const childrenOf = (node: LexicalNode): LexicalNode[] =>
  Array.isArray(node['children']) ? (node['children'] as LexicalNode[]) : []

/** The text of a node and everything in it. */
export const lexicalText = (node: LexicalNode): string =>
  node.type === 'text'
    ? String(node['text'])
    : node.type === 'linebreak'
      ? '\n'
      : childrenOf(node).map(lexicalText).join('')
