// A copy says that it is one: two documents of one name in a list are taken for each other.
import type { Field, TextField } from 'payload'

/** Applies to the title, wherever it stands in the form. */
export const nameCopies = ({ fields, title }: { fields: Field[]; title: unknown }): Field[] =>
  fields.map((field): Field => {
    if (field.type === 'tabs') {
      const tabs = field.tabs.map((tab) => ({
        ...tab,
        fields: nameCopies({ fields: tab.fields, title }),
      }))
      return { ...field, tabs }
    }
    if (field.type === 'text' && field.name === title) {
      return withName(field)
    }
    return !('name' in field) && 'fields' in field
      ? { ...field, fields: nameCopies({ fields: field.fields, title }) }
      : field
  })

const SUFFIX = ' (copy)'

const withName = (field: TextField): TextField => ({
  ...field,
  hooks: {
    ...field.hooks,
    beforeDuplicate: [
      ...(field.hooks?.beforeDuplicate ?? []),
      // In each language that has one.
      ({ value }: { value?: unknown }): unknown =>
        typeof value === 'string' && value.trim() !== ''
          ? `${value.slice(0, (field.maxLength ?? Infinity) - SUFFIX.length)}${SUFFIX}`
          : value,
    ],
  },
})
