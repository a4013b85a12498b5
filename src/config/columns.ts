// The columns and filters that a list offers are what people know by a name: nothing that only Vitrine
// keeps for itself. Payload offers hidden fields too, and adds some while the configuration is sanitised, hence afterwards.
import type { Field, SanitizedConfig } from 'payload'

export const nameColumns = (config: SanitizedConfig): SanitizedConfig => {
  for (const collection of config.collections) {
    offerKnown(collection.fields, false)
    withoutBulk(collection)
    withoutId(collection)
  }
  return config
}

/** Many documents at once get no name and no address in common, do not change tenants, and keep what nobody changes. */
const withoutBulk = ({ admin, fields }: SanitizedConfig['collections'][number]): void => {
  for (const field of topFields(fields)) {
    const isOwn = 'name' in field && ['slug', 'tenant', admin.useAsTitle].includes(field.name)
    const isFixed = field.admin && 'readOnly' in field.admin && field.admin.readOnly === true
    if (isOwn || isFixed || isNameless(field)) {
      field.admin = { ...field.admin, disableBulkEdit: true }
    }
  }
}

/** Those of the document itself, wherever they stand in its form. */
const topFields = (fields: Field[]): Field[] =>
  fields.flatMap((field): Field[] =>
    field.type === 'tabs'
      ? field.tabs.flatMap((tab) => ('name' in tab ? [] : topFields(tab.fields)))
      : 'name' in field || !('fields' in field)
        ? [field]
        : topFields(field.fields),
  )

/** Rows whose heading says it all have no name that a column could have. */
const isNameless = (field: Field): boolean =>
  'label' in field && field.label === false && field.type !== 'group'

const LIST = '/src/admin/lists/ListView.tsx#ListView'

/** Payload adds the ID as a column and as a filter in the browser, so they are taken out there. */
const withoutId = ({ admin }: SanitizedConfig['collections'][number]): void => {
  admin.components ??= {}
  admin.components.views ??= {}
  const { views } = admin.components
  const own = views.list?.Component
  views.list = { ...views.list, Component: own === LIBRARY ? LIBRARY_VIEW : (own ?? LIST) }
}

const LIBRARY = '/plugins/media/components/library/Library.tsx#Library'
const LIBRARY_VIEW = '/src/admin/lists/LibraryView.tsx#LibraryView'

/** Hidden in the form, and yet worth a column: who made it and when, and what is known of a file. */
const KNOWN = new Set([
  'createdAt',
  'createdBy',
  'deletedAt',
  'filename',
  'filesize',
  'height',
  'mimeType',
  'updatedAt',
  'width',
])

const offerKnown = (fields: Field[], isInHidden: boolean): void => {
  for (const field of fields) {
    const name = 'name' in field ? field.name : undefined
    const isHidden =
      isInHidden ||
      ('hidden' in field && field.hidden === true) ||
      (field.admin !== undefined && 'hidden' in field.admin && field.admin.hidden === true)
    if ((isHidden || isNameless(field)) && name !== undefined && !KNOWN.has(name)) {
      field.admin = {
        ...field.admin,
        ...(isHidden ? { disableBulkEdit: true } : {}),
        disableGroupBy: true,
        disableListColumn: true,
        disableListFilter: true,
      }
    }
    if (field.type === 'tabs') {
      field.tabs.forEach((tab) => offerKnown(tab.fields, isHidden))
    } else if ('fields' in field) {
      offerKnown(field.fields, isHidden)
    }
  }
}
