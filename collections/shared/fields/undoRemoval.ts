// Gives back a row that was taken out of a list of the form. A view, no column.
import type { UIField } from 'payload'

export const undoRemovalField: UIField = {
  name: 'undoRemoval',
  type: 'ui',
  admin: {
    components: { Field: '/src/admin/rows/UndoRemoval.tsx#UndoRemoval' },
    disableListColumn: true,
    position: 'sidebar',
  },
}
