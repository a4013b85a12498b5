// Each text that is translated shows, while it is empty, what it says in the tenant's main language.
import type { Field } from 'payload'

const SOURCE_TEXT = '/src/admin/languages/SourceText.tsx#SourceText'

export const showSource = (fields: Field[]): Field[] => fields.map(withSource)

const withSource = (field: Field): Field => {
  if (field.type === 'tabs') {
    return {
      ...field,
      tabs: field.tabs.map((tab) => ({ ...tab, fields: showSource(tab.fields) })),
    }
  }
  if ('fields' in field) {
    return { ...field, fields: showSource(field.fields) }
  }
  return isTranslatedText(field)
    ? ({
        ...field,
        admin: {
          ...field.admin,
          // Not `afterInput`: with one, Payload renders the field anew on the server at each autosave.
          components: { Description: SOURCE_TEXT, ...field.admin?.components },
        },
      } as Field)
    : field
}

const isTranslatedText = (field: Field): boolean =>
  (field.type === 'text' || field.type === 'textarea' || field.type === 'richText') &&
  field.localized === true &&
  field.admin?.hidden !== true
