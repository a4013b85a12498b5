// Own domains of a site. One counts once its DNS says that it is the tenant's, and while it does.
import type { CollectionConfig } from 'payload'
import { accessFor } from '../../access/compile.ts'
import { assignTenant } from '../shared/hooks/assignTenant.ts'
import { guardQuery } from '../shared/hooks/guardQuery.ts'
import { verifyEndpoint } from './endpoints/verify.ts'
import { prepareDomain } from './hooks/prepareDomain.ts'
import { normaliseHost } from './normaliseHost.ts'

const never = () => false

/** In the list as a column; in the document the panel says it. */
const saidByThePanel = {
  readOnly: true,
  components: { Field: '/src/admin/domains/Nothing.tsx#Nothing' },
}

export const Domains: CollectionConfig = {
  slug: 'domains',
  labels: { singular: 'Domain', plural: 'Domains' },
  access: accessFor('domains'),
  disableDuplicate: true,
  // Unique in its tenant only: a name that another tenant asked for is nobody's business. That one
  // host serves one site is the database's to say, once it is verified; see migrations.
  indexes: [{ fields: ['tenant', 'host'], unique: true }],
  defaultSort: 'createdAt',
  admin: {
    group: 'Site',
    useAsTitle: 'host',
    defaultColumns: ['host', 'status', 'verifiedAt'],
    description: 'Domains of your own for the site. Each is verified by a record in its DNS.',
    components: { beforeListTable: ['/src/admin/lists/ListEmpty.tsx#ListEmpty'] },
  },
  fields: [
    {
      name: 'host',
      type: 'text',
      required: true,
      index: true,
      access: { update: never },
      hooks: { beforeValidate: [({ value }) => normaliseHost(value)] },
      admin: { description: 'Without https://, for example work.example.com.' },
      validate: (value: string | null | undefined) =>
        /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]+)$/.test(value ?? '') ||
        'Give a host name such as work.example.com.',
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'pending',
      index: true,
      options: [
        { label: 'Waiting for its DNS record', value: 'pending' },
        { label: 'Verified', value: 'verified' },
      ],
      access: { create: never, update: never },
      admin: saidByThePanel,
    },
    {
      // What the TXT record has to say. No secret: it proves who can write the DNS, not who knows it.
      name: 'token',
      type: 'text',
      access: { create: never, update: never },
      admin: { ...saidByThePanel, disableListColumn: true },
    },
    {
      name: 'verifiedAt',
      type: 'date',
      access: { create: never, update: never },
      admin: saidByThePanel,
    },
    {
      name: 'checkedAt',
      type: 'date',
      access: { create: never, update: never },
      admin: saidByThePanel,
    },
    {
      // When the record of a verified domain was first missed; empty while it is there. Seven days
      // later the domain is pending again, and this stays until the record is back.
      name: 'missingSince',
      type: 'date',
      index: true,
      access: { create: never, update: never },
      admin: saidByThePanel,
    },
    {
      name: 'proof',
      type: 'ui',
      admin: {
        components: { Field: '/src/admin/domains/ProofPanel.tsx#ProofPanel' },
        disableListColumn: true,
      },
    },
  ],
  endpoints: [verifyEndpoint],
  hooks: {
    beforeOperation: [guardQuery],
    beforeValidate: [assignTenant, prepareDomain],
  },
}
