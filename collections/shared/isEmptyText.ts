/** Whether nobody has written anything in a rich text: nothing but paragraphs without words. */
export const isEmptyText = (state: unknown): boolean => isEveryEmpty((state as State)?.root)

type Node = { children?: unknown; text?: unknown; type?: unknown }
type State = { root?: Node } | null | undefined

const SILENT = new Set<unknown>(['paragraph', 'linebreak'])

const isEmptyNode = (node: Node): boolean =>
  node.type === 'text'
    ? typeof node.text !== 'string' || node.text.trim() === ''
    : SILENT.has(node.type) && isEveryEmpty(node)

const isEveryEmpty = (node: Node | undefined): boolean =>
  ((node?.children as Node[] | undefined) ?? []).every(isEmptyNode)
