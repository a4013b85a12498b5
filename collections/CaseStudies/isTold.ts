// The form offers the five parts of a story, to fill or to leave empty. An empty one stays in the form and is shown to
// nobody else.
import { isEmptyText } from '../shared/isEmptyText.ts'

type Chapter = { body?: unknown; title?: unknown }

/** Whether something is written in a chapter: a title of its own, words, an image or a block, in whatever language. */
export const isTold = ({ body, title }: Chapter): boolean =>
  inEach(title).some((text) => typeof text === 'string' && text.trim() !== '') ||
  inEach(body).some((text) => !isEmptyText(text))

/** With `locale=all` a value is there once for each language. */
const inEach = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null && !('root' in value) ? Object.values(value) : [value]
