// Markdown as a tree of HTML. URLs stay as they are written; the usual converter encodes them.
import type { Root } from 'hast'
import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype, { defaultHandlers, type Options } from 'remark-rehype'
import { unified } from 'unified'

export const parseMarkdown = (source: string): Root =>
  processor.runSync(processor.parse(tidied(source)))

type Handler = NonNullable<NonNullable<Options['handlers']>['link']>

const exact =
  (handler: Handler, property: 'href' | 'src'): Handler =>
  (state, node, parent) => {
    const made: unknown = handler(state, node, parent)
    const { identifier, url = state.definitionById.get(String(identifier).toUpperCase())?.url } =
      node as { identifier?: string; url?: string }
    const element = made as { properties?: Record<string, unknown>; type?: string }
    if (element.type === 'element' && element.properties && url) {
      element.properties[property] = url
    }
    return made as ReturnType<Handler>
  }

const processor = unified()
  .use(remarkParse)
  // “~5 to ~7” strikes nothing out.
  .use(remarkGfm, { singleTilde: false })
  .use(remarkRehype, {
    allowDangerousHtml: true,
    clobberPrefix: '',
    handlers: {
      image: exact(defaultHandlers.image as Handler, 'src'),
      imageReference: exact(defaultHandlers.imageReference as Handler, 'src'),
      link: exact(defaultHandlers.link as Handler, 'href'),
      linkReference: exact(defaultHandlers.linkReference as Handler, 'href'),
    },
  })
  .use(rehypeRaw)

const tidied = (source: string): string =>
  source
    .replace(/\r\n?/g, '\n')
    .replace(/^\ufeff/, '')
    // What stands above some files would be a heading.
    .replace(/^---\n([\s\S]*?)\n---(\n|$)/, '```yaml\n$1\n```\n')
    .replace(/^([ \t]*)[•◦▪‣][ \t]+/gm, '$1- ')
