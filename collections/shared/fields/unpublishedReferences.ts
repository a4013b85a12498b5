// Beside the form: what the document refers to that readers will not see yet. A view, no column.
import type { UIField } from 'payload'

export const unpublishedReferencesField: UIField = {
  name: 'unpublishedReferences',
  type: 'ui',
  admin: {
    position: 'sidebar',
    components: {
      Field: '/src/admin/fields/UnpublishedReferences.tsx#UnpublishedReferences',
    },
    disableListColumn: true,
  },
}
