// A document may go on pointing at what has since been moved to the trash: it shows nothing of it, and
// has to stay publishable and, above all, able to go offline. Payload's own check of a relationship
// looks only at what is not in the trash. That a reference stays inside its tenant, which the admin
// filters by, is checked by hooks/guardReferences.ts for every value that is written.
import type { Field, RelationshipField } from 'payload'
import { relationship } from 'payload/shared'
import { hasTrash, rules, type TenantCollection } from '../../access/rules.ts'

/** Applies it to every relationship field, however deep in the layout, that has no check of its own. */
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

const pointsAtTrash = ({ filterOptions, relationTo, validate }: RelationshipField): boolean =>
  validate === undefined &&
  filterOptions === undefined &&
  [relationTo].flat().some((slug) => slug in rules && hasTrash(slug as TenantCollection))

const withoutFilter: typeof relationship = (value, { filterOptions: _, ...options }) =>
  relationship(value, options)
