// Beside the form: the address, who may see it, and when.
import type { Field } from 'payload'
import { dateField } from '../../shared/fields/date.ts'
import { slugField } from '../../shared/fields/slug.ts'

export const sidebarFields: Field[] = [
  slugField({
    description:
      'The last part of the address. Made from the title when you leave it empty. Changing it later leaves a redirect.',
  }),
  {
    name: 'visibility',
    type: 'select',
    required: true,
    defaultValue: 'public',
    index: true,
    options: [
      { label: 'Public', value: 'public' },
      { label: 'Unlisted: only with the link', value: 'unlisted' },
      { label: 'Password', value: 'password' },
      { label: 'Private: only your team', value: 'private' },
    ],
    admin: {
      position: 'sidebar',
      description: 'Who may read it once it is published.',
      components: { Cell: '/src/admin/lists/StudyStateCell.tsx#StudyStateCell' },
    },
  },
  {
    name: 'password',
    type: 'text',
    virtual: true,
    minLength: 8,
    maxLength: 128,
    admin: {
      position: 'sidebar',
      autoComplete: 'off',
      condition: (data) => data.visibility === 'password',
      description:
        'At least 8 characters. Stored so that nobody can read it back; type a new one to replace it.',
    },
  },
  {
    name: 'passwordHash',
    type: 'text',
    hidden: true,
  },
  {
    name: 'notes',
    type: 'array',
    labels: { singular: 'note', plural: 'notes' },
    label: 'Internal notes',
    maxRows: 50,
    fields: [{ name: 'text', type: 'textarea', required: true, maxLength: 2000 }],
    admin: {
      position: 'sidebar',
      description: 'For your own people. Never shown, wherever the study is.',
    },
  },
  {
    name: 'featured',
    type: 'checkbox',
    label: 'Show on the home page',
    admin: { position: 'sidebar' },
  },
  dateField({
    name: 'embargoUntil',
    label: 'Under embargo until',
    admin: {
      position: 'sidebar',
      date: { pickerAppearance: 'dayAndTime' },
      description: 'Published before then, it stays invisible until then.',
    },
  }),
  dateField({
    name: 'publishedAt',
    label: 'Publication date',
    index: true,
    disableDuplicate: true,
    admin: {
      position: 'sidebar',
      date: { pickerAppearance: 'dayOnly' },
      description: 'Set by the first publish; change it to date a study back.',
    },
  }),
]
