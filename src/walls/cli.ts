// `npm run walls`: what the database itself holds apart, table by table, and what is wrong with it,
// by reading the catalogue and by trying. Nothing that it tries stays.
// `-- --retire-keys` forgets every key for signing contexts but the one that is in use.
import pg from 'pg'
import {
  auditWalls,
  deriveKey,
  probeWalls,
  type Audit,
  type Probe,
} from '../../plugins/row-level-security/index.ts'
import type { CommandArgs } from '../command.ts'
import { prepareDatabase } from '../database/prepare.ts'
import { stopOnSignal } from '../database/stopOnSignal.ts'
import { loadEnvFile, readEnvironment } from '../env.ts'
import { isStartError } from '../fail.ts'
import { RUNTIME_GROUP } from './group.ts'
import { isPublicTable } from './publicTables.ts'

/** @returns 0 when the wall stands, 1 when something is wrong with it. */
export const run = async ({ args, root, signals }: CommandArgs): Promise<number> => {
  try {
    loadEnvFile({ root })
    const environment = readEnvironment({ root })
    const cluster = await prepareDatabase({ environment, root })
    const release = stopOnSignal({ cluster, signals })
    const runtimeUrl = process.env.DATABASE_URL ?? ''
    const ownerUrl = environment.databaseOwnerUrl ?? environment.databaseUrl ?? cluster?.url ?? ''
    try {
      return await report({ isRetiring: args.includes('--retire-keys'), ownerUrl, runtimeUrl })
    } finally {
      await cluster?.stop()
      release()
    }
  } catch (err) {
    if (!isStartError(err)) {
      throw err
    }
    process.stderr.write(`\n✗ ${err.message}\n`)
    return 1
  }
}

const report = async ({
  isRetiring,
  ownerUrl,
  runtimeUrl,
}: {
  isRetiring: boolean
  ownerUrl: string
  runtimeUrl: string
}): Promise<number> => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const key = deriveKey(process.env.PAYLOAD_SECRET ?? '')
    const query: Query = (text, values) => owner.query(text, values) as never
    if (isRetiring) {
      const { rowCount } = await owner.query('delete from rls.key where id <> $1', [key.id])
      process.stdout.write(
        `Retired ${rowCount} keys; contexts signed with them are nobody’s now.\n`,
      )
    }
    const audit = await auditWalls({
      query,
      role: RUNTIME_GROUP,
      // Poolers such as Supabase's name the project after a dot.
      runtime: decodeURIComponent(new URL(runtimeUrl).username).split('.')[0],
    })
    const probe = await tryWalls({ key, owner, query })
    const notes = [...audit.notes, ...probe.notes]
    const faults = [...audit.faults, ...probe.faults]
    process.stdout.write(asText({ audit: { ...audit, faults, notes }, current: key.id }))
    return faults.length === 0 ? 0 : 1
  } finally {
    await owner.end()
  }
}

type Query = Parameters<typeof probeWalls>[0]['query']

const tryWalls = async ({
  key,
  owner,
  query,
}: {
  key: ReturnType<typeof deriveKey>
  owner: pg.Client
  query: Query
}): Promise<Probe> => {
  await owner.query('begin')
  try {
    return await probeWalls({
      isPublic: isPublicTable,
      key,
      query,
      role: RUNTIME_GROUP,
      tenantsTable: 'tenants',
    })
  } catch (err) {
    return {
      faults: [`The walls could not be tried: ${(err as Error).message}.`],
      notes: [],
    }
  } finally {
    await owner.query('rollback')
  }
}

const asText = ({ audit, current }: { audit: Audit; current: string }): string => {
  const width = Math.max(...audit.tables.map(({ table }) => table.length))
  return [
    ...audit.tables.map(
      ({ grants, isForced, owner, policies, table }) =>
        `${table.padEnd(width)}  ${isForced ? 'forced' : 'OPEN  '}  owner ${owner}  ${policies.length} policies  ${grants.join('; ') || 'no grants: closed to the server'}`,
    ),
    '',
    ...audit.keys.map(
      ({ createdAt, id }) =>
        `key ${id}, since ${createdAt.toISOString()}${id === current ? ', in use' : ''}`,
    ),
    '',
    ...audit.notes.map((note) => `· ${note}`),
    ...audit.faults.map((fault) => `✗ ${fault}`),
    audit.faults.length === 0
      ? `${audit.tables.length} tables, read and tried, all held by row-level security.`
      : `${audit.faults.length} faults.`,
    '',
  ].join('\n')
}
