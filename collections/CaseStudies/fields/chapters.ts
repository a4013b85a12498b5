// The chapters of a study: each has a part to play in the story, and a text with blocks.
import type { ArrayField } from 'payload'
import { bodyField } from '../../shared/fields/body.ts'

export const CHAPTER_KINDS = [
  { label: 'Challenge: what was wrong', value: 'challenge' },
  { label: 'Constraint: what made it hard', value: 'constraint' },
  { label: 'Approach: what you decided and why', value: 'approach' },
  { label: 'Outcome: what came of it', value: 'outcome' },
  { label: 'Reflection: what you would do differently', value: 'reflection' },
  { label: 'Story: anything else', value: 'story' },
] as const

export const chaptersField: ArrayField = {
  name: 'chapters',
  type: 'array',
  label: false,
  labels: { singular: 'chapter', plural: 'chapters' },
  maxRows: 20,
  admin: {
    components: { RowLabel: '/src/admin/rowLabels/ChapterRowLabel.tsx#ChapterRowLabel' },
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'kind',
          type: 'select',
          required: true,
          defaultValue: 'challenge',
          options: [...CHAPTER_KINDS],
          admin: { width: '45%' },
        },
        {
          name: 'title',
          type: 'text',
          localized: true,
          maxLength: 120,
          admin: { width: '55%', description: 'Leave it empty to use the name of the part.' },
        },
      ],
    },
    bodyField(),
  ],
}
