// Messages from the contact form. Only the form creates them.
import { emailField } from '../shared/fields/email.ts'
import { tenantCollection } from '../shared/tenantCollection.ts'

export const Leads = tenantCollection({
  slug: 'leads',
  labels: { singular: 'Lead', plural: 'Leads' },
  defaultSort: '-createdAt',
  indexes: [{ fields: ['tenant', 'createdAt'] }],
  admin: {
    group: 'Site',
    useAsTitle: 'name',
    defaultColumns: ['name', 'status', 'message', 'email', 'createdAt'],
    description: 'What visitors wrote through the contact form.',
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'name',
          type: 'text',
          required: true,
          admin: {
            width: '50%',
            readOnly: true,
            components: {
              Cell: {
                path: '/src/admin/lists/NameCell.tsx#NameCell',
                clientProps: { detail: 'company' },
              },
            },
          },
        },
        emailField({ name: 'email', required: true, admin: { width: '50%', readOnly: true } }),
      ],
    },
    { name: 'company', type: 'text', admin: { readOnly: true } },
    { name: 'message', type: 'textarea', required: true, admin: { readOnly: true } },
    {
      type: 'row',
      fields: [
        {
          name: 'study',
          type: 'relationship',
          relationTo: 'case-studies',
          admin: { width: '50%', readOnly: true },
        },
        {
          name: 'page',
          type: 'text',
          label: 'Written on',
          admin: { width: '50%', readOnly: true },
        },
      ],
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'new',
      index: true,
      options: [
        { label: 'New', value: 'new' },
        { label: 'In progress', value: 'in-progress' },
        { label: 'Done', value: 'done' },
      ],
      admin: {
        position: 'sidebar',
        components: {
          Cell: {
            path: '/src/admin/lists/OptionCell.tsx#OptionCell',
            clientProps: { tones: { new: 'accent', 'in-progress': 'warning' } },
          },
        },
      },
    },
    {
      name: 'notes',
      type: 'textarea',
      admin: { position: 'sidebar', description: 'For your team only.' },
    },
  ],
})
