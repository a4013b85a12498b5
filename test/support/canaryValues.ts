// A recognisable value in every field that has a read rule of its own, whatever the rules are: the
// place follows from the type of the field.
import pg from 'pg'
import type { CollectionSlug, FlattenedField, Payload } from 'payload'
import { fieldRules, type FieldRule } from '../../access/fields.ts'
import type { RuledCollection } from '../../access/rules.ts'

export type RuledField = { collection: RuledCollection; field: string; rule: FieldRule }

/** Every field that is read by other rules than its document. */
export const RULED_FIELDS: RuledField[] = Object.entries(fieldRules).flatMap(
  ([collection, rules]) =>
    Object.entries(rules ?? {})
      .filter(([, { read }]) => read !== 'document')
      .map(([field, rule]) => ({ collection: collection as RuledCollection, field, rule })),
)

export const nameOf = ({ collection, field }: Pick<RuledField, 'collection' | 'field'>): string =>
  `${collection}.${field}`

export type Planted = {
  /** The path to ask for: of a group or a list, with the field that holds the value. */
  path: string
  value: string
  /** A value of the same type that nothing holds. */
  other: string
  /** Whether the value is a text that stands nowhere else. */
  isUnique: boolean
}

export const ABSENT_ID = '01890000-0000-7000-8000-000000000000'

type ValueArgs = {
  databaseUrl: string
  ids: Map<RuledCollection, string>
  payload: Payload
  /** By the name of the field. */
  people: Record<string, string>
  /** What a reference points at, by its collection. */
  targets: Record<string, string>
  tenant: string
}

/** As the owner of the tables: hooks derive most of these, and no caller may set them. */
export const plantValues = async ({
  databaseUrl,
  ids,
  payload,
  people,
  targets,
  tenant,
}: ValueArgs): Promise<Map<string, Planted>> => {
  const planted = new Map<string, Planted>()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const account = await client.query<{ id: string }>(
      `insert into storage_accounts (id, tenant_id, cloud_name, api_key)
       values (gen_random_uuid(), $1, 'canary', 'key') returning id`,
      [tenant],
    )
    ids.set('storage-accounts', account.rows[0]!.id)
    for (const [index, ruled] of RULED_FIELDS.entries()) {
      const { collection, field: name } = ruled
      const field = fieldOf({ collection, name, payload })
      const id = ids.get(collection)
      const canary = field && canaryFor({ field, index, people, ruled, targets })
      if (field && id && canary && (await store({ canary, client, collection, id }))) {
        planted.set(nameOf(ruled), canary)
      }
    }
    await client.query(`update media set exposure = 'public' where tenant_id = $1`, [tenant])
  } finally {
    await client.end()
  }
  return planted
}

/** `stored` where the column holds more than the value. */
type Canary = Planted & { column: string; stored?: string }

const canaryFor = ({
  field,
  index,
  people,
  ruled,
  targets,
}: {
  field: FlattenedField
  index: number
  people: Record<string, string>
  ruled: RuledField
  targets: Record<string, string>
}): Canary | null => {
  const path = field.name
  const column = snake(path)
  switch (field.type) {
    case 'relationship': {
      const value = people[path] ?? targets[String(field.relationTo)]
      const isUnique = field.relationTo !== 'tenants'
      return value ? { column: `${column}_id`, isUnique, other: ABSENT_ID, path, value } : null
    }
    case 'text':
    case 'textarea':
      return { ...textOf(`canary-${ruled.collection}-${path}`), column, path }
    case 'json': {
      const text = textOf(`canary-${ruled.collection}-${path}`)
      return { ...text, column, path, stored: JSON.stringify([{ slug: text.value }]) }
    }
    case 'number':
      return { column, isUnique: true, other: '1', path, value: String(7_770_000 + index) }
    case 'select':
      return { column, isUnique: false, other: 'none', path, value: 'editor' }
    case 'group': {
      const [inner] = field.flattenedFields.filter(({ type }) =>
        ['number', 'text', 'textarea'].includes(type),
      )
      const canary = inner && canaryFor({ field: inner, index, people, ruled, targets })
      return canary
        ? { ...canary, column: `${column}_${canary.column}`, path: `${path}.${canary.path}` }
        : null
    }
    default:
      return null
  }
}

/** @returns Whether there is such a column. Versions hold the same. */
const store = async ({
  canary: { column, value, stored = value },
  client,
  collection,
  id,
}: {
  canary: Canary
  client: pg.Client
  collection: RuledCollection
  id: string
}): Promise<boolean> => {
  const table = snake(collection)
  const { rows } = await client.query<{ table: string }>(
    `select table_name as "table" from information_schema.columns
      where (table_name = $1 and column_name = $2)
         or (table_name = '_' || $1 || '_v' and column_name = 'version_' || $2)`,
    [table, column],
  )
  for (const { table: found } of rows) {
    const isVersions = found !== table
    await client.query(
      `update "${found}" set "${isVersions ? 'version_' : ''}${column}" = $1
        where ${isVersions ? 'parent_id' : 'id'} = $2`,
      [stored, id],
    )
  }
  return rows.length > 0
}

export const fieldOf = ({
  collection,
  name,
  payload,
}: {
  collection: RuledCollection
  name: string
  payload: Payload
}): FlattenedField | undefined =>
  payload.collections[collection as CollectionSlug].config.flattenedFields.find(
    (field) => field.name === name,
  )

export const textOf = (value: string): Pick<Planted, 'isUnique' | 'other' | 'value'> => ({
  isUnique: true,
  other: 'no-such-canary',
  value,
})

const snake = (name: string): string =>
  name.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
