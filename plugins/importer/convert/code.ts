/** Code fences and `<pre>` → `code` blocks, in one of the languages that are highlighted. */
import type { Element } from 'hast'

import type { ConvertContext } from './context.ts'
import type { LexicalNode } from './nodes.ts'

import { classesOf, isElement, property, textOf } from '../read/hast.ts'
import { block } from './nodes.ts'

const LANGUAGES = new Set([
  'text',
  'bash',
  'css',
  'diff',
  'go',
  'html',
  'java',
  'javascript',
  'json',
  'jsx',
  'markdown',
  'php',
  'python',
  'ruby',
  'rust',
  'sql',
  'tsx',
  'typescript',
  'xml',
  'yaml',
])

const ALIASES: Record<string, string> = {
  cjs: 'javascript',
  console: 'bash',
  erb: 'html',
  golang: 'go',
  handlebars: 'html',
  htm: 'html',
  javascriptreact: 'jsx',
  jinja: 'html',
  js: 'javascript',
  json5: 'json',
  jsonc: 'json',
  less: 'css',
  liquid: 'html',
  md: 'markdown',
  mdx: 'markdown',
  mjs: 'javascript',
  node: 'javascript',
  njk: 'html',
  nunjucks: 'html',
  patch: 'diff',
  postgres: 'sql',
  postgresql: 'sql',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  rss: 'xml',
  sass: 'css',
  scss: 'css',
  sh: 'bash',
  shell: 'bash',
  'shell-session': 'bash',
  svelte: 'html',
  svg: 'xml',
  ts: 'typescript',
  twig: 'html',
  vue: 'html',
  yml: 'yaml',
  zsh: 'bash',
}

/** @returns null for an empty one. */
export const codeBlock = (node: Element, context: ConvertContext): LexicalNode | null => {
  const inner = node.children.find((child): child is Element => isElement(child, 'code'))
  const code = textOf(inner ?? node)
    .replace(/^\n/, '')
    .replace(/\s+$/, '')
  const classes = `${inner ? classesOf(inner) : ''} ${classesOf(node)}`
  const named =
    /(?:language-|lang-|brush:\s*|hljs\s+)([\w+#-]+)/.exec(classes)?.[1] ??
    property(node, 'lang').toLowerCase()
  return code.trim() === ''
    ? null
    : block({
        blockType: 'code',
        fields: {
          caption: '',
          code,
          filename: property(node, 'title'),
          language: languageOf(named),
        },
        id: context.id(),
      })
}

export const languageOf = (name: string): string =>
  LANGUAGES.has(name) ? name : (ALIASES[name] ?? 'text')
