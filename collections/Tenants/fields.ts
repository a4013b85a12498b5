// The fields of a tenant. Who may touch which is in access/fields.ts.
import type { Field } from 'payload'
import { DEFAULT_LOCALE, LOCALES } from '../locales.ts'
import { numberField } from '../shared/fields/number.ts'
import { FILE_FORMATS } from '../shared/formats.ts'
import { WHOLE } from '../shared/values/numbers.ts'
import { RESERVED_TENANT_SLUGS } from '../shared/reserved.ts'

const localeOptions = LOCALES.map(({ code, label }) => ({ label, value: code }))

export const tenantFields: Field[] = [
  { name: 'name', type: 'text', required: true, maxLength: 100 },
  {
    name: 'slug',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    maxLength: 50,
    admin: {
      description: 'The first part of the address: /your-name. Letters, digits and hyphens.',
    },
    validate: (value: string | null | undefined) => {
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value ?? '')) {
        return 'Use lower-case letters, digits and single hyphens, for example “north-light”.'
      }
      return (
        !RESERVED_TENANT_SLUGS.includes(value ?? '') ||
        'Vitrine uses this address itself. Choose another one.'
      )
    },
  },
  {
    // What it was called before: its old URLs lead to the new ones. See hooks/keepFormerSlug.ts.
    name: 'formerSlugs',
    type: 'json',
    hidden: true,
    typescriptSchema: [
      () => ({
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          properties: { slug: { type: 'string' }, until: { type: 'string' } },
          required: ['slug', 'until'],
        },
      }),
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'kind',
        type: 'select',
        required: true,
        defaultValue: 'client',
        options: [
          { label: 'Agency', value: 'agency' },
          { label: 'Client', value: 'client' },
        ],
        admin: { width: '50%' },
      },
      {
        name: 'agency',
        type: 'relationship',
        relationTo: 'tenants',
        index: true,
        filterOptions: { kind: { equals: 'agency' } },
        admin: { width: '50%', allowCreate: false, condition: (data) => data.kind !== 'agency' },
      },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'locales',
        type: 'select',
        // A table called tenants_locales would be taken for the one that holds translations.
        dbName: 'tenants_languages',
        enumName: 'enum_tenants_languages',
        hasMany: true,
        required: true,
        label: 'Languages',
        defaultValue: [DEFAULT_LOCALE],
        options: localeOptions,
        admin: { width: '50%', description: 'The languages of the site.' },
      },
      {
        name: 'defaultLocale',
        type: 'select',
        required: true,
        label: 'Main language',
        defaultValue: DEFAULT_LOCALE,
        options: localeOptions,
        admin: { width: '50%', description: 'The one without a language in its address.' },
        validate: (value: string | null | undefined, { siblingData }: { siblingData: unknown }) =>
          Boolean((siblingData as { locales?: string[] }).locales?.includes(value ?? '')) ||
          'Choose one of the languages of the site.',
      },
    ],
  },
  {
    name: 'agencyAccess',
    type: 'select',
    required: true,
    defaultValue: 'owner',
    label: 'What the agency may do here',
    options: [
      { label: 'Nothing: only its own people', value: 'none' },
      { label: 'At most what a viewer may', value: 'viewer' },
      { label: 'At most what a contributor may', value: 'contributor' },
      { label: 'At most what a reviewer may', value: 'reviewer' },
      { label: 'At most what an editor may', value: 'editor' },
      { label: 'At most what an admin may', value: 'admin' },
      { label: 'Whatever its people’s roles allow', value: 'owner' },
    ],
    admin: {
      condition: (data) => data.kind !== 'agency',
      description: 'People of the agency act here by their role there, and never above this.',
    },
  },
  {
    name: 'status',
    type: 'select',
    required: true,
    defaultValue: 'active',
    index: true,
    options: [
      { label: 'Prospect: nothing is public yet', value: 'prospect' },
      { label: 'Active', value: 'active' },
      { label: 'Suspended: site off, its people locked out', value: 'suspended' },
      { label: 'Archived', value: 'archived' },
    ],
    admin: {
      position: 'sidebar',
      components: {
        Cell: {
          path: '/src/admin/lists/OptionCell.tsx#OptionCell',
          clientProps: { tones: { active: 'accent', prospect: 'accent', suspended: 'warning' } },
        },
      },
    },
  },
  {
    name: 'visibility',
    type: 'select',
    required: true,
    defaultValue: 'public',
    options: [
      { label: 'Search engines welcome', value: 'public' },
      { label: 'Hidden from search engines', value: 'hidden' },
    ],
    admin: { position: 'sidebar' },
  },
  {
    name: 'quotas',
    type: 'group',
    admin: { position: 'sidebar', description: 'Empty means no limit.' },
    fields: [
      // Nothing counts these two yet, so nobody is asked for them.
      { name: 'members', type: 'number', min: 1, custom: WHOLE, admin: { hidden: true } },
      { name: 'studies', type: 'number', min: 1, custom: WHOLE, admin: { hidden: true } },
      numberField({ name: 'storageMb', label: 'Storage in MB', min: 1 }),
      numberField({ name: 'imageMb', label: 'One picture in MB', min: 1, max: 500 }),
      numberField({ name: 'videoMb', label: 'One film in MB', min: 1, max: 20_000 }),
      numberField({ name: 'documentMb', label: 'One document in MB', min: 1, max: 2000 }),
      {
        name: 'formats',
        type: 'select',
        dbName: 'tenants_file_formats',
        enumName: 'enum_tenants_file_formats',
        hasMany: true,
        label: 'Types of files',
        options: FILE_FORMATS.map((format) => ({ label: format.toUpperCase(), value: format })),
        admin: { description: 'Empty means all that Vitrine takes.' },
      },
    ],
  },
  {
    name: 'files',
    type: 'group',
    label: 'Files at Cloudinary',
    admin: { position: 'sidebar', description: 'How files are sorted there, for whoever looks.' },
    fields: [
      {
        name: 'folder',
        type: 'text',
        maxLength: 100,
        admin: { description: 'Empty means the address of this workspace.' },
        validate: (value: string | null | undefined) =>
          !value ||
          /^[\p{L}\p{N}][\p{L}\p{N} _-]*(\/[\p{L}\p{N}][\p{L}\p{N} _-]*)*$/u.test(value) ||
          'Use letters, digits, spaces, hyphens and single slashes.',
      },
      {
        name: 'tags',
        type: 'text',
        maxLength: 200,
        admin: { description: 'Separated by commas.' },
        validate: (value: string | null | undefined) =>
          !value ||
          /^[\p{L}\p{N} _,-]+$/u.test(value) ||
          'Use letters, digits, hyphens and commas.',
      },
    ],
  },
]
