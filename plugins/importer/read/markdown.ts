/** Markdown with HTML, includes and the habits of several generators → hast. */
import type { Root } from 'hast'

import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

import type { Fields } from './front-matter.ts'
import type { Remark } from '../types.ts'

import { parseHtml } from './html.ts'
import { restoreCalls } from './marks.ts'
import { readComponents } from './mdx.ts'
import { readTemplates } from './templates.ts'

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' })
  .use(rehypeRaw)

/** @returns the body as a tree; template calls resolved, code untouched. */
export const readMarkdown = ({
  fields = {},
  isMdx = false,
  source,
}: {
  fields?: Fields
  isMdx?: boolean
  source: string
}): { root: Root; remarks: Remark[] } => {
  const components = readComponents({ isMdx, source })
  const templates = readTemplates({ fields, source: components.text })
  const tree = processor.runSync(processor.parse(tidyMarkdown(templates.text)))
  const restored = restoreCalls({ calls: templates.calls, root: tree })
  const expressions = components.dropped.map((detail): Remark => ({
    code: 'TEMPLATE_VARIABLE',
    detail,
  }))
  return {
    remarks: [...templates.remarks, ...restored.remarks, ...expressions],
    root: restored.root,
  }
}

/** An HTML page body with template calls. */
export const readHtmlTemplate = ({
  fields = {},
  source,
}: {
  fields?: Fields
  source: string
}): { root: Root; remarks: Remark[] } => {
  const templates = readTemplates({ fields, source })
  const restored = restoreCalls({ calls: templates.calls, root: parseHtml(templates.text) })
  return { remarks: [...templates.remarks, ...restored.remarks], root: restored.root }
}

/** Spellings that CommonMark reads as text, outside fenced code. */
const tidyMarkdown = (text: string): string => {
  const lines = text.split('\n')
  let fence = ''
  return lines
    .map((line, index) => {
      const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]
      if (mark) {
        fence = fence === '' ? (mark[0] ?? '') : mark.startsWith(fence) ? '' : fence
        return line
      }
      if (fence !== '') {
        return line
      }
      // Kramdown's attribute lines, and the table of contents that they ask for.
      if (/^\s*\{:[^}]*\}\s*$/.test(line)) {
        return ''
      }
      if (/^\s*[*-]\s+toc\s*$/i.test(line) && /^\s*\{:\s*toc/.test(lines[index + 1] ?? '')) {
        return ''
      }
      // Definition lists: Kramdown, Goldmark and PHP Markdown Extra have them, GitHub has not.
      const isDefinition = /^:[ \t]+\S/.test(line) && /\S/.test(lines[index - 1] ?? '')
      const isTerm = /^[^\s:#>|*+-].*$/.test(line) && /^:[ \t]+\S/.test(lines[index + 1] ?? '')
      if (isDefinition || isTerm) {
        return isTerm ? `**${line.trim()}**\n` : `${line.replace(/^:[ \t]+/, '')}\n`
      }
      let result = line
        .replace(/\s*\{:[.#a-z][^}\n]*\}\s*$/i, '')
        .replace(/^(#{1,6}\s.*?)\s*\{[#.][^}\n]*\}\s*$/, '$1')
        // `###Title`: taken for a heading by older parsers. A hashtag has one sign only.
        .replace(/^(#{2,6})([^#\s])/, '$1 $2')
      // Older parsers end an HTML line at its end; CommonMark goes on to the next blank line.
      if (
        /^<(div|p|section|figure|blockquote|center|header|h[1-6])\b[^>]*>.*<\/\1>\s*$/i.test(
          result,
        ) &&
        /^(#{1,6}\s|[*+-]\s|\d+\.\s|>\s)/.test(lines[index + 1] ?? '')
      ) {
        result += '\n'
      }
      return result
    })
    .join('\n')
}
