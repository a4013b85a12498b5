// The study's form, in the order in which a study is told.
import type { TabsField } from 'payload'
import { seoGroup } from '../../shared/fields/seo.ts'
import { numberField } from '../../shared/fields/number.ts'
import { outcomeFields } from '../../shared/fields/outcome.ts'
import { WHOLE } from '../../shared/values/numbers.ts'
import { chaptersField } from './chapters.ts'
import { creditsField } from './credits.ts'

export const studyTabs: TabsField = {
  type: 'tabs',
  tabs: [
    {
      label: 'Opening',
      description: 'What a reader sees first, on the page and on the card that leads to it.',
      fields: [
        {
          name: 'title',
          type: 'text',
          required: true,
          localized: true,
          maxLength: 140,
          admin: {
            components: {
              Cell: {
                path: '/src/admin/lists/LockedNameCell.tsx#LockedNameCell',
                clientProps: { detail: 'headline', picture: 'cover' },
              },
            },
          },
        },
        {
          name: 'headline',
          type: 'text',
          localized: true,
          maxLength: 160,
          admin: {
            description:
              'The claim as one sentence: what changed, and by how much. For example “Ships now wait 26 minutes instead of 42”.',
          },
        },
        {
          name: 'summary',
          type: 'textarea',
          localized: true,
          maxLength: 320,
          admin: { description: 'Two sentences for the card, for search results and for feeds.' },
        },
        {
          name: 'cover',
          type: 'upload',
          relationTo: 'media',
          filterOptions: { mimeType: { contains: 'image/' } },
          admin: {
            description:
              'At least 1600 pixels wide. Set its focal point, so that no crop cuts off what matters.',
          },
        },
      ],
    },
    {
      label: 'Outcomes',
      description:
        'The first one leads: it is the hero of the page, the number on the card and on the preview image.',
      fields: [
        {
          name: 'outcomes',
          type: 'array',
          label: false,
          labels: { singular: 'outcome', plural: 'outcomes' },
          maxRows: 8,
          admin: {
            initCollapsed: true,
            components: { RowLabel: '/src/admin/rowLabels/OutcomeRowLabel.tsx#OutcomeRowLabel' },
          },
          fields: outcomeFields({ localized: true }),
        },
      ],
    },
    {
      label: 'Story',
      description: 'Chapters, in the order in which they are read.',
      fields: [chaptersField],
    },
    {
      label: 'People',
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'client',
              type: 'relationship',
              relationTo: 'organisations',
              admin: { width: '60%' },
            },
            {
              name: 'anonymous',
              type: 'checkbox',
              label: 'Do not name the client',
              admin: { width: '40%', style: { alignSelf: 'center' } },
            },
          ],
        },
        {
          name: 'anonymousLabel',
          type: 'text',
          label: 'What to say instead',
          localized: true,
          admin: {
            condition: (data) => data.anonymous === true,
            description:
              'For example “A European port operator”. Shown wherever the name would be.',
          },
        },
        {
          name: 'anonymityWarning',
          type: 'ui',
          admin: {
            condition: (data) => data.anonymous === true,
            components: { Field: '/src/admin/fields/AnonymityWarning.tsx#AnonymityWarning' },
            disableListColumn: true,
          },
        },
        creditsField,
        {
          name: 'testimonials',
          type: 'relationship',
          relationTo: 'testimonials',
          hasMany: true,
          admin: { description: 'Only those whose author agreed to be quoted are shown.' },
        },
      ],
    },
    {
      label: 'Context',
      description: 'How the study is found, filtered and connected.',
      fields: [
        { name: 'services', type: 'relationship', relationTo: 'services', hasMany: true },
        { name: 'industries', type: 'relationship', relationTo: 'industries', hasMany: true },
        { name: 'technologies', type: 'relationship', relationTo: 'technologies', hasMany: true },
        {
          type: 'row',
          fields: [
            numberField({
              name: 'year',
              min: 1950,
              max: 2100,
              custom: WHOLE,
              admin: { width: '30%', description: 'The year it went live.' },
            }),
            {
              name: 'timeframe',
              type: 'text',
              localized: true,
              admin: { width: '70%', description: 'For example “March – November 2025”.' },
            },
          ],
        },
        {
          name: 'related',
          type: 'group',
          label: 'Related work',
          fields: [
            {
              name: 'mode',
              type: 'radio',
              defaultValue: 'automatic',
              options: [
                { label: 'Automatic: shares services, industry or technology', value: 'automatic' },
                { label: 'By hand', value: 'manual' },
              ],
              admin: { layout: 'horizontal' },
            },
            {
              name: 'studies',
              type: 'relationship',
              relationTo: 'case-studies',
              hasMany: true,
              maxRows: 4,
              filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
              admin: { condition: (_, siblingData) => siblingData.mode === 'manual' },
            },
          ],
        },
      ],
    },
    { label: 'Search and sharing', fields: [seoGroup()] },
  ],
}
