// How a tenant's site looks and what it says about itself. One document per tenant.
import { exposureOfPublished } from '../shared/exposure.ts'
import { livePreview } from '../shared/livePreview.ts'
import { tenantCollection } from '../shared/tenantCollection.ts'
import { contactFields } from './fields/contact.ts'
import { lookFields } from './fields/look.ts'
import { navigationField } from './fields/navigation.ts'
import { listListed } from './hooks/listListed.ts'
import { onePerTenant } from './hooks/onePerTenant.ts'

export const SiteSettings = tenantCollection({
  slug: 'site-settings',
  labels: { singular: 'Site settings', plural: 'Site settings' },
  exposureOf: exposureOfPublished,
  versions: { maxPerDoc: 50, drafts: true },
  disableDuplicate: true,
  indexes: [{ fields: ['tenant'], unique: true }],
  admin: {
    group: 'Site',
    useAsTitle: 'wordmark',
    defaultColumns: ['wordmark', 'theme', '_status', 'updatedAt'],
    components: {
      views: { list: { Component: '/src/admin/views/SiteSettingsList.tsx#SiteSettingsList' } },
    },
    ...livePreview('site-settings'),
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        { label: 'Look', fields: lookFields },
        {
          label: 'Words',
          fields: [
            {
              name: 'tagline',
              type: 'text',
              localized: true,
              maxLength: 120,
              admin: { description: 'Who you are in one line. The first thing on the home page.' },
            },
            {
              name: 'introduction',
              type: 'textarea',
              localized: true,
              maxLength: 600,
              admin: { description: 'Two or three sentences below it.' },
            },
            { name: 'footer', type: 'text', localized: true, maxLength: 200 },
          ],
        },
        {
          label: 'Menu',
          fields: [
            navigationField,
            {
              name: 'about',
              type: 'relationship',
              relationTo: 'pages',
              label: 'About page',
              admin: { description: 'The page behind /about.' },
            },
          ],
        },
        { label: 'Contact', fields: contactFields },
        {
          label: 'Search and sharing',
          fields: [
            {
              name: 'seo',
              type: 'group',
              label: false,
              fields: [
                {
                  name: 'description',
                  type: 'textarea',
                  localized: true,
                  maxLength: 200,
                  admin: { description: 'What search results say below the home page’s title.' },
                },
                { name: 'image', type: 'upload', relationTo: 'media' },
              ],
            },
          ],
        },
      ],
    },
  ],
  hooks: { beforeOperation: [listListed], beforeValidate: [onePerTenant] },
})
