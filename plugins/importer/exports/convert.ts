// HTML into the nodes of an editor, in browsers too: nothing here needs a server or a database.
export { convertRoot, type ConvertContext } from '../convert/index.ts'
export { languageOf } from '../convert/code.ts'
export {
  block,
  childrenOf,
  lexicalText,
  paragraph,
  text,
  type LexicalNode,
  type LinkTarget,
} from '../convert/nodes.ts'
export {
  classesOf,
  find,
  findAll,
  h,
  isElement,
  mapTree,
  plainText,
  property,
  textNode,
  textOf,
} from '../read/hast.ts'
export { parseHtml } from '../read/html.ts'
