// The text of a chapter or a page, with its blocks.
import type { RichTextField } from 'payload'
import { bodyEditor } from '../editor.ts'
import { validateBody } from '../validateBody.ts'

export const bodyField = (): RichTextField => ({
  name: 'body',
  type: 'richText',
  label: 'Text',
  localized: true,
  editor: bodyEditor(),
  validate: validateBody,
})
