// Services: one of the filters of the work index.
import { termCollection } from '../shared/termCollection.ts'

export const Services = termCollection({
  slug: 'services',
  description: 'What you do, as visitors would look for it.',
})
