/** For tests: converts without a database and draws the result compactly. */
import type { Root } from 'hast'

import type { Remark } from '../types.ts'
import type { ConvertContext } from './context.ts'
import type { LexicalNode } from './nodes.ts'

import { parseHtml } from '../read/html.ts'
import { readMarkdown } from '../read/markdown.ts'
import { keepLink } from '../write/links.ts'
import { convertRoot } from './index.ts'
import { childrenOf } from './nodes.ts'

export const convert = (root: Root): { nodes: LexicalNode[]; remarks: Remark[] } => {
  const remarks: Remark[] = []
  let count = 0
  const context: ConvertContext = {
    file: (href) => (href.endsWith('.pdf') ? 'file-id' : null),
    id: () => String(count++).padStart(24, '0'),
    link: (href) => keepLink({ hosts: new Set(), href, remark: (remark) => remarks.push(remark) }),
    media: ({ ref }) => (ref.includes('missing') || ref === '' ? null : `id:${ref}`),
    mediaSlug: 'media',
    remark: (remark) => remarks.push(remark),
    testimonial: () => 'testimonial-id',
  }
  const nodes = convertRoot({ context, root })
  return { nodes, remarks }
}

export const markdown = (source: string) => convert(readMarkdown({ source }).root)
export const html = (source: string) => convert(parseHtml(source))

/** A compact drawing of the result, for reading in a test. */
export const draw = (node: LexicalNode): string => {
  const inner = childrenOf(node).map(draw).join('')
  switch (node.type) {
    case 'text':
      return node['format']
        ? `{${Number(node['format'])}:${String(node['text'])}}`
        : String(node['text'])
    case 'linebreak':
      return '/'
    case 'link':
      return `<${inner}|${String((node['fields'] as { url?: string }).url)}>`
    case 'list':
      return `${String(node['listType'])}${String(node['start'])}[${inner}]`
    case 'listitem':
      return `(${String(node['value'])}${node['checked'] === undefined ? '' : node['checked'] ? 'x' : 'o'} ${inner})`
    case 'upload':
      return `UPLOAD ${String(node['value'])} ${(node['fields'] as { caption: string }).caption}`.trim()
    case 'block': {
      const {
        blockName: _name,
        blockType,
        id: _id,
        ...fields
      } = node['fields'] as Record<string, unknown>
      return `BLOCK ${String(blockType)} ${JSON.stringify(fields)}`
    }
    case 'tablecell':
      return `${node['headerState'] ? '#' : '|'}${inner}`
    case 'paragraph':
      return inner
    default:
      return `${typeof node['tag'] === 'string' ? node['tag'] : node.type}: ${inner}`
  }
}
export const drawAll = ({ nodes }: { nodes: LexicalNode[] }): string[] => nodes.map(draw)
