// Finds every document that a document points at: relationship and upload fields at any depth,
// and, inside rich text, uploads, relationships, internal links and the fields of our blocks.
import type { Field } from 'payload'
import { blocks } from '../blocks/index.ts'

export type Reference = {
  relationTo: string
  id: string
  /** Dotted path of the field, array rows by index. */
  path: string
}

/**
 * Walks `data` along its fields.
 *
 * @param fields The collection's fields, as configured or sanitised.
 * @param data One document, or its values in one locale or in all (`{ en: …, de: … }`).
 * @returns References in document order, repeated ones included.
 */
export const collectReferences = ({
  fields,
  data,
}: {
  fields: Field[]
  data: unknown
}): Reference[] => {
  const found: Reference[] = []
  walkFields({ fields, data, path: '', found })
  return found
}

type WalkArgs = { data: unknown; path: string; found: Reference[] }

const walkFields = ({ fields, data, path, found }: WalkArgs & { fields: Field[] }): void => {
  if (!isRecord(data)) {
    return
  }
  for (const field of fields) {
    if (field.type === 'row' || field.type === 'collapsible') {
      walkFields({ fields: field.fields, data, path, found })
    } else if (field.type === 'tabs') {
      for (const tab of field.tabs) {
        const hasName = 'name' in tab && Boolean(tab.name)
        walkFields({
          fields: tab.fields,
          data: hasName ? data[(tab as { name: string }).name] : data,
          path: hasName ? join(path, (tab as { name: string }).name) : path,
          found,
        })
      }
    } else if (field.type === 'group' && !('name' in field && field.name)) {
      walkFields({ fields: field.fields, data, path, found })
    } else if ('name' in field && typeof field.name === 'string') {
      const value = data[field.name]
      const fieldPath = join(path, field.name)
      for (const [suffix, one] of localesOf({ field, value })) {
        walkValue({ field, data: one, path: fieldPath + suffix, found })
      }
    }
  }
}

/** A localised field written with `locale: 'all'` holds one value per locale. */
const localesOf = ({ field, value }: { field: Field; value: unknown }): [string, unknown][] => {
  const isPerLocale =
    'localized' in field &&
    field.localized === true &&
    isRecord(value) &&
    !('root' in value) &&
    !('value' in value) &&
    !('id' in value)
  return isPerLocale ? Object.entries(value).map(([code, one]) => [`.${code}`, one]) : [['', value]]
}

const walkValue = ({ field, data, path, found }: WalkArgs & { field: Field }): void => {
  switch (field.type) {
    case 'relationship':
    case 'upload': {
      const values = Array.isArray(data) ? data : [data]
      values.forEach((value, index) => {
        const at = Array.isArray(data) ? `${path}.${index}` : path
        addReference({ relationTo: field.relationTo, value, path: at, found })
      })
      return
    }
    case 'group':
      walkFields({ fields: field.fields, data, path, found })
      return
    case 'array':
      eachRow(data, (row, index) =>
        walkFields({ fields: field.fields, data: row, path: `${path}.${index}`, found }),
      )
      return
    case 'blocks':
      eachRow(data, (row, index) => walkBlock({ data: row, path: `${path}.${index}`, found }))
      return
    case 'richText':
      walkNode({ data: isRecord(data) ? data.root : undefined, path, found })
      return
    default:
  }
}

const walkNode = ({ data, path, found }: WalkArgs): void => {
  if (!isRecord(data)) {
    return
  }
  if (data.type === 'upload' || data.type === 'relationship') {
    addReference({ relationTo: data.relationTo, value: data.value, path, found })
  }
  if ((data.type === 'link' || data.type === 'autolink') && isRecord(data.fields)) {
    const { doc } = data.fields
    if (isRecord(doc)) {
      addReference({ relationTo: doc.relationTo, value: doc.value, path, found })
    }
  }
  if (data.type === 'block' || data.type === 'inlineBlock') {
    walkBlock({ data: data.fields, path, found })
  }
  eachRow(data.children, (child) => walkNode({ data: child, path, found }))
}

const walkBlock = ({ data, path, found }: WalkArgs): void => {
  const block = isRecord(data) ? blocks.find(({ slug }) => slug === data.blockType) : undefined
  if (block) {
    walkFields({ fields: block.fields, data, path, found })
  }
}

type AddArgs = { relationTo: unknown; value: unknown; path: string; found: Reference[] }

const addReference = ({ relationTo, value, path, found }: AddArgs): void => {
  // A relationship to one of several collections is stored as { relationTo, value }.
  if (Array.isArray(relationTo)) {
    if (isRecord(value)) {
      addReference({ relationTo: value.relationTo, value: value.value, path, found })
    }
    return
  }
  const id = isRecord(value) ? value.id : value
  if (typeof relationTo === 'string' && (typeof id === 'string' || typeof id === 'number')) {
    found.push({ relationTo, id: String(id), path })
  } else if (typeof relationTo === 'string' && value !== null && value !== undefined) {
    // Not an id at all: it points nowhere, and is refused like what points elsewhere.
    found.push({ relationTo, id: '', path })
  }
}

const eachRow = (value: unknown, visit: (row: unknown, index: number) => void): void => {
  if (Array.isArray(value)) {
    value.forEach((row, index) => visit(row, index))
  }
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
