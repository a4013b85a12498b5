// Technologies: one of the filters of the work index. Their names are the same in every language.
import { termCollection } from '../shared/termCollection.ts'

export const Technologies = termCollection({
  slug: 'technologies',
  description: 'What the work is built with.',
  isName: true,
})
