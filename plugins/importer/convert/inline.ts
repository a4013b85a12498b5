/** Runs of inline pieces → paragraphs, with the white space of HTML taken out. */
import type { Piece } from './context.ts'
import type { LexicalNode } from './nodes.ts'

import { childrenOf, paragraph } from './nodes.ts'

/** Makes each run of inline content a paragraph (or what `wrap` says); blocks stand between. */
export const intoBlocks = (
  pieces: Piece[],
  wrap: (children: LexicalNode[]) => LexicalNode = (children) => paragraph(children),
): LexicalNode[] => {
  const blocks: LexicalNode[] = []
  let run: LexicalNode[] = []
  let after: LexicalNode[] = []
  const flush = (): void => {
    const children = tidyInline(run)
    if (children.length > 0) {
      blocks.push(wrap(children))
    }
    blocks.push(...after)
    run = []
    after = []
  }
  for (const piece of pieces) {
    if ('inline' in piece) {
      run.push(piece.inline)
    } else if (isDownloads(piece.block)) {
      after.push(piece.block)
    } else {
      flush()
      blocks.push(piece.block)
    }
  }
  flush()
  return blocks
}

/** Files to take away stand below the sentence that names them, not inside it. */
export const isDownloads = (node: LexicalNode): boolean =>
  node.type === 'block' && (node['fields'] as { blockType?: string }).blockType === 'downloads'

/** Collapses white space, joins equal neighbours, drops empty text and empty links. */
export const tidyInline = (nodes: LexicalNode[]): LexicalNode[] => {
  const flat = collapse(nodes, { endsInSpace: true }).filter((node) => !isEmptyText(node))
  const trimmed = trimEnds(flat)
  return joinText(trimmed)
}

type Edge = { endsInSpace: boolean }

const collapse = (nodes: LexicalNode[], edge: Edge): LexicalNode[] =>
  nodes.flatMap((node) => {
    if (node.type === 'linebreak') {
      edge.endsInSpace = true
      return [node]
    }
    if (node.type === 'text') {
      let value = String(node['text']).replace(/[ \t\n\r\f]+/g, ' ')
      if (edge.endsInSpace) {
        value = value.replace(/^ +/, '')
      }
      if (value !== '') {
        edge.endsInSpace = value.endsWith(' ')
      }
      return value === '' ? [] : [{ ...node, text: value }]
    }
    if (node.type === 'link') {
      const children = joinText(
        collapse(childrenOf(node), edge).filter((child) => !isEmptyText(child)),
      )
      return children.length === 0 ? [] : [{ ...node, children }]
    }
    return [node]
  })

const trimEnds = (nodes: LexicalNode[]): LexicalNode[] => {
  const result = [...nodes]
  while (result.length > 0) {
    const last = result.at(-1) as LexicalNode
    if (last.type === 'linebreak') {
      result.pop()
    } else if (last.type === 'text') {
      const value = String(last['text']).replace(/[ \t\n]+$/, '')
      result.pop()
      if (value !== '') {
        result.push({ ...last, text: value })
        break
      }
    } else {
      break
    }
  }
  while (result[0]?.type === 'linebreak') {
    result.shift()
  }
  // A space before a line break is never seen.
  return result.flatMap((node, index) => {
    if (node.type === 'text' && result[index + 1]?.type === 'linebreak') {
      const value = String(node['text']).replace(/ +$/, '')
      return value === '' ? [] : [{ ...node, text: value }]
    }
    return [node]
  })
}

const joinText = (nodes: LexicalNode[]): LexicalNode[] => {
  const result: LexicalNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text' && last['format'] === node['format']) {
      result[result.length - 1] = { ...last, text: String(last['text']) + String(node['text']) }
    } else {
      result.push(node)
    }
  }
  return result
}

const isEmptyText = (node: LexicalNode): boolean => node.type === 'text' && node['text'] === ''
