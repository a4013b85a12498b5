// Industries: one of the filters of the work index.
import { termCollection } from '../shared/termCollection.ts'

export const Industries = termCollection({
  slug: 'industries',
  description: 'The fields in which your clients work.',
})
