// What all relationship fields have in common: they may go on pointing at what was deleted, and offer to create
// only what is stored when it is saved.
import type { Field, RelationshipField } from 'payload'
import { relationship } from 'payload/shared'
import { hasTrash, rules, type TenantCollection } from '../../access/rules.ts'
import { isAutosaved } from './drafts.ts'

/** Applies both to every relationship field, however deep in the layout. */
export const withRelationships = (fields: Field[]): Field[] =>
  fields.map((field): Field => {
    switch (field.type) {
      case 'tabs':
        return {
          ...field,
          tabs: field.tabs.map((tab) => ({ ...tab, fields: withRelationships(tab.fields) })),
        }
      case 'array':
      case 'collapsible':
      case 'group':
      case 'row':
        return { ...field, fields: withRelationships(field.fields) }
      case 'relationship':
        return createElsewhere(acceptTrashed(field))
      default:
        return field
    }
  })

/**
 * A document may go on pointing at what has since been deleted or moved to the trash: it shows nothing of it, and
 * has to stay publishable and, above all, able to go offline. Payload's own check of a relationship looks only at
 * what is there and not in the trash. A filter of a field then says what the admin offers, and no more; that a
 * reference stays inside its tenant is checked by hooks/guardReferences.ts for every value that is new.
 */
const acceptTrashed = (field: RelationshipField): RelationshipField =>
  pointsAtTrash(field) ? { ...field, validate: withoutFilter } : field

/** Payload stores an empty draft as soon as the form of what is saved while it is typed opens in a drawer. */
const createElsewhere = (field: RelationshipField): RelationshipField =>
  [field.relationTo].flat().some(isAutosaved)
    ? ({ ...field, admin: { ...field.admin, allowCreate: false } } as RelationshipField)
    : field

const pointsAtTrash = ({ relationTo, validate }: RelationshipField): boolean =>
  validate === undefined &&
  [relationTo].flat().some((slug) => slug in rules && hasTrash(slug as TenantCollection))

const withoutFilter: typeof relationship = (value, { filterOptions: _, ...options }) =>
  relationship(value, options)
