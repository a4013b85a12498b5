// A document may go on pointing at what has since been deleted or moved to the trash: it shows nothing of
// it, and has to stay publishable and, above all, able to go offline. Payload's own check of a relationship
// looks only at what is there and not in the trash. That a reference stays inside its tenant, which the
// admin filters by, is checked by hooks/guardReferences.ts for every value that is new.
import type { Field, RelationshipField } from 'payload'
import { relationship } from 'payload/shared'
import { hasTrash, rules, type TenantCollection } from '../../access/rules.ts'

/**
 * Applies it to every relationship field, however deep in the layout, that has no check of its own. A filter
 * of a field then says what the admin offers, and no more.
 */
export const acceptTrashed = (fields: Field[]): Field[] =>
  fields.map((field): Field => {
    switch (field.type) {
      case 'tabs':
        return {
          ...field,
          tabs: field.tabs.map((tab) => ({ ...tab, fields: acceptTrashed(tab.fields) })),
        }
      case 'array':
      case 'collapsible':
      case 'group':
      case 'row':
        return { ...field, fields: acceptTrashed(field.fields) }
      case 'relationship':
        return pointsAtTrash(field) ? { ...field, validate: withoutFilter } : field
      default:
        return field
    }
  })

const pointsAtTrash = ({ relationTo, validate }: RelationshipField): boolean =>
  validate === undefined &&
  [relationTo].flat().some((slug) => slug in rules && hasTrash(slug as TenantCollection))

const withoutFilter: typeof relationship = (value, { filterOptions: _, ...options }) =>
  relationship(value, options)
