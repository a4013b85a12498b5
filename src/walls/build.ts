// The whole second wall as SQL: from the rule table, for the tables that Payload makes of the
// configuration.
import type { Payload } from 'payload'
import {
  platformFunctions,
  PLATFORM_FUNCTIONS,
  platformTriggers,
  platformWalls,
} from '../../access/sqlPlatform.ts'
import { INVITATION_FUNCTIONS, invitationFunctions } from '../../access/sqlInvitations.ts'
import { fieldRules } from '../../access/fields.ts'
import { SEARCH_FUNCTIONS, searchFunctions, searchTriggers } from '../../access/sqlSearch.ts'
import { RULED_COLLECTIONS, tablePolicy, versionPolicy } from '../../access/sql.ts'
import { buildWalls, type RootWall } from '../../plugins/row-level-security/index.ts'
import { collateTexts, makeCollation, textColumns } from './collation.ts'
import { RUNTIME_GROUP } from './group.ts'
import { searchedTexts } from './searchedTexts.ts'

type Adapter = { rawTables: Parameters<typeof buildWalls>[0]['rawTables'] }

export const wallsOf = (payload: Payload): { up: string; down: string } => {
  const { rawTables } = payload.db as unknown as Adapter
  const names = new Set(Object.values(rawTables).map(({ name }) => name))
  const walls = [...RULED_COLLECTIONS.flatMap((slug) => ruledWalls(slug, names)), ...platformWalls]
  return buildWalls({
    rawTables,
    role: RUNTIME_GROUP,
    tenantsTable: 'tenants',
    walls,
    columns: collateTexts(collatedTexts(rawTables)),
    triggers: [platformTriggers, searchTriggers].join('\n'),
    functions: [
      makeCollation,
      platformFunctions,
      searchFunctions(searchedTexts(rawTables)),
      invitationFunctions,
      ...[...PLATFORM_FUNCTIONS, ...SEARCH_FUNCTIONS, ...INVITATION_FUNCTIONS].map(
        (name) =>
          `revoke all on function rls.${name} from public; grant execute on function rls.${name} to ${RUNTIME_GROUP};`,
      ),
    ].join('\n'),
  })
}

/** The columns that people sort and search by. */
export const collatedTexts = (rawTables: Adapter['rawTables']): ReturnType<typeof textColumns> =>
  textColumns({
    rawTables,
    roots: new Set(
      [...RULED_COLLECTIONS.map((slug) => slug.replaceAll('-', '_')), 'users'].flatMap((table) => [
        table,
        `_${table}_v`,
      ]),
    ),
  })

/** The tables of lists that are the tenant's own even where their document is public. */
const internalTables = (slug: (typeof RULED_COLLECTIONS)[number]): string[] =>
  Object.entries(fieldRules[slug] ?? {})
    .filter(([, { read, readWhen }]) => read === `${slug}.readInternal` && readWhen === undefined)
    .flatMap(([field]) => {
      const table = slug.replaceAll('-', '_')
      return [`${table}_${field}`, `_${table}_v_version_${field}`]
    })

const ruledWalls = (slug: (typeof RULED_COLLECTIONS)[number], names: Set<string>): RootWall[] => {
  const table = slug.replaceAll('-', '_')
  const policy = tablePolicy(slug)
  const versions = `_${table}_v`
  const root: RootWall = {
    table,
    tenantColumn: policy.tenantColumn,
    select: policy.select,
    insert: policy.insert,
    update: policy.update,
    delete: policy.delete,
    guards: policy.guards,
    isReferable: slug !== 'tenants',
    children: {
      reads: policy.tenantReads,
      writes: policy.tenantWrites,
      showsWithParent: policy.hasPublicRows,
      internal: internalTables(slug),
      rootWrites: policy.rootWrites,
    },
  }
  if (!names.has(versions)) {
    return [root]
  }
  const version = versionPolicy(slug)
  return [
    root,
    {
      table: versions,
      tenantColumn: 'version_tenant_id',
      select: version.select,
      insert: version.insert,
      update: version.update,
      delete: version.delete,
      children: {
        reads: version.tenantReads,
        writes: version.tenantWrites,
        showsWithParent: false,
        internal: internalTables(slug),
        rootWrites: version.rootWrites,
      },
    },
  ]
}
