// The look of a site: theme, colours, type and mark.
import type { Field } from 'payload'

const hexColour = (value: string | null | undefined): string | true =>
  !value ||
  /^#[0-9a-f]{6}$/i.test(value) ||
  'Give the colour as # and six digits, for example #0b5d6b.'

export const lookFields: Field[] = [
  {
    name: 'theme',
    type: 'radio',
    required: true,
    defaultValue: 'broadsheet',
    options: [
      { label: 'Broadsheet: an editorial magazine', value: 'broadsheet' },
      { label: 'Gallery: the pictures first', value: 'gallery' },
      { label: 'Ledger: the numbers first', value: 'ledger' },
    ],
    admin: { components: { Field: '/src/admin/fields/ThemeField.tsx#ThemeField' } },
  },
  {
    name: 'typePairing',
    type: 'select',
    label: 'Type',
    required: true,
    defaultValue: 'editorial',
    options: [
      { label: 'Editorial: a warm serif with a plain companion', value: 'editorial' },
      { label: 'Modern: one clear grotesque', value: 'modern' },
      { label: 'Classic: a bookish serif throughout', value: 'classic' },
      { label: 'Technical: narrow headings, even numerals', value: 'technical' },
    ],
    admin: { components: { Field: '/src/admin/fields/TypePairingField.tsx#TypePairingField' } },
  },
  {
    name: 'colors',
    type: 'group',
    label: 'Colours',
    admin: {
      description:
        'A colour too pale or too dark to be read is corrected on the page, in light and dark.',
    },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'primary',
            type: 'text',
            required: true,
            defaultValue: '#1d4e5f',
            validate: hexColour,
            admin: {
              width: '50%',
              components: { Field: '/src/admin/fields/ColourField.tsx#ColourField' },
            },
          },
          {
            name: 'accent',
            type: 'text',
            required: true,
            defaultValue: '#c8553d',
            validate: hexColour,
            admin: {
              width: '50%',
              components: { Field: '/src/admin/fields/ColourField.tsx#ColourField' },
            },
          },
        ],
      },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'wordmark',
        type: 'text',
        maxLength: 60,
        admin: {
          width: '50%',
          description: 'Your name as the site should set it. The tenant’s name when empty.',
        },
      },
      {
        name: 'logo',
        type: 'upload',
        relationTo: 'media',
        admin: {
          width: '50%',
          description: 'Shown instead of the wordmark. A PNG or WebP with a transparent ground.',
        },
      },
    ],
  },
]
