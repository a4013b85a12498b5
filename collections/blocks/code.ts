// A piece of code, highlighted.
import type { Block } from 'payload'

export const CODE_LANGUAGES = [
  'text',
  'bash',
  'css',
  'diff',
  'go',
  'html',
  'java',
  'javascript',
  'json',
  'jsx',
  'markdown',
  'php',
  'python',
  'ruby',
  'rust',
  'sql',
  'tsx',
  'typescript',
  'xml',
  'yaml',
] as const

export const code: Block = {
  slug: 'code',
  admin: {
    components: { Block: '/src/admin/blocks/words.tsx#CodePreview' },
    disableBlockName: true,
    images: { icon: '/brand/blocks/code.svg' },
  },
  interfaceName: 'CodeBlock',
  labels: { singular: 'Code', plural: 'Code' },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'language',
          type: 'select',
          defaultValue: 'text',
          required: true,
          options: CODE_LANGUAGES.map((value) => ({ label: value, value })),
          admin: { width: '40%' },
        },
        { name: 'filename', type: 'text', admin: { width: '60%' } },
      ],
    },
    {
      // Payload's editor of code is loaded from another host.
      name: 'code',
      type: 'textarea',
      required: true,
      admin: { className: 'vitrine-code', rows: 12 },
    },
    { name: 'caption', type: 'text', maxLength: 200 },
  ],
}
