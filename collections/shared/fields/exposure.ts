// Whether something public shows a file. Derived by hooks/trackMediaUse.ts, never typed in.
import type { SelectField } from 'payload'

export const exposureField: SelectField = {
  name: 'exposure',
  type: 'select',
  required: true,
  defaultValue: 'none',
  index: true,
  options: [
    { label: 'Not shown anywhere', value: 'none' },
    { label: 'Shown to those with the link', value: 'link' },
    { label: 'Shown publicly', value: 'public' },
  ],
  label: 'Visibility',
  admin: {
    position: 'sidebar',
    readOnly: true,
    components: {
      Cell: {
        path: '/src/admin/lists/OptionCell.tsx#OptionCell',
        clientProps: { tones: { public: 'accent', link: 'accent' } },
      },
    },
  },
}
