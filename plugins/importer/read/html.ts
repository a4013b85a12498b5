/** HTML → hast. Never throws: the HTML standard gives every input a tree. */
import type { Root } from 'hast'

import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

const processor = unified().use(rehypeParse, { fragment: true })

export const parseHtml = (html: string): Root => processor.parse(html)
