// References that a row of a list or a block does not stand without: the picture of a gallery, the
// person of a credit. Where such a reference may not be shown, its row or block is not shown either.
import type { Field, RelationshipField, UploadField } from 'payload'

export type ReferenceField = RelationshipField | UploadField

/** What a row needs: the reference, or, where it names one, another field instead. */
export type Need = { orElse?: string }

/**
 * Put into a field's `custom`: the row needs this reference unless the field of that name is filled,
 * as in a credit, which has a person or a name.
 */
export const orElse = (field: string): { orElse: string } => ({ orElse: field })

export const neededReference = (field: Field): Need | null => {
  if (!isReference(field)) {
    return null
  }
  const other: unknown = field.custom?.orElse
  if (typeof other === 'string') {
    return { orElse: other }
  }
  return 'required' in field && field.required ? {} : null
}

export const isReference = (field: Field): field is ReferenceField =>
  field.type === 'relationship' || field.type === 'upload'

/** Whether a row of these fields does not stand without a reference, in it or in what lies below. */
export const hasNeeds = (fields: Field[]): boolean =>
  fields.some((field) => {
    if (field.type === 'tabs') {
      return field.tabs.some((tab) => hasNeeds(tab.fields))
    }
    return neededReference(field) !== null || ('fields' in field && hasNeeds(field.fields))
  })
