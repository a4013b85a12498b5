// The role that the server runs as: it owns nothing, bypasses nothing, and holds what the walls
// grant to the group that it is a member of.
import { createHmac } from 'node:crypto'
import pg from 'pg'
import { keyFor } from '../config/keys.ts'
import { startError } from '../fail.ts'
import { RUNTIME_GROUP } from '../walls/group.ts'
import { deriveKey, paddedKeys } from '../../plugins/row-level-security/index.ts'

/**
 * Makes the runtime role beside the owner of the tables, for the embedded database and for those
 * who gave one address only.
 *
 * @returns the address with the runtime role in it
 * @throws a start error when the given role may not make one
 */
export const ensureRuntimeRole = async ({
  ownerUrl,
  secret,
}: {
  ownerUrl: string
  secret: string
}): Promise<string> => {
  const url = new URL(ownerUrl)
  const name = `${url.pathname.slice(1)}_runtime`.slice(0, 60)
  const password = createHmac('sha256', keyFor('runtimeRole', secret)).update(name).digest('hex')
  url.username = name
  url.password = password
  if (await canConnect(url.href)) {
    return url.href
  }
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const role = owner.escapeIdentifier(name)
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [name])
    const verb = rowCount === 0 ? 'create' : 'alter'
    await owner.query(
      `${verb} role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password '${password}'`,
    )
    await owner.query(`grant ${RUNTIME_GROUP} to ${role}`)
    await owner.query(
      `grant connect on database ${owner.escapeIdentifier(new URL(ownerUrl).pathname.slice(1))} to ${role}`,
    )
  } catch (err) {
    // Another process that starts at the same moment may have been first.
    if (await canConnect(url.href)) {
      return url.href
    }
    throw startError(
      `The role in DATABASE_URL may not make the role that Vitrine runs as (${(err as Error).message}). Make one yourself and set DATABASE_URL to it and DATABASE_OWNER_URL to the owner; docs/operators/database.md has the lines.`,
    )
  } finally {
    await owner.end()
  }
  return url.href
}

/**
 * Tells the database the key that contexts are signed with. Keys of before stay valid until they
 * are retired; see docs/operators/database.md.
 */
export const registerContextKey = async ({
  ownerUrl,
  secret,
}: {
  ownerUrl: string
  secret: string
}): Promise<void> => {
  const key = deriveKey(secret)
  const { inner, outer } = paddedKeys(key)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    // A right of the database itself, which no dump carries over.
    await owner
      .query(
        `revoke temporary on database ${owner.escapeIdentifier(new URL(ownerUrl).pathname.slice(1))} from public`,
      )
      .catch(() => undefined)
    await owner.query(
      'insert into rls.key (id, inner_pad, outer_pad) values ($1, $2, $3) on conflict (id) do nothing',
      [key.id, inner, outer],
    )
  } catch (err) {
    throw startError(
      `The database could not be told the key of this installation (${(err as Error).message}). Set DATABASE_OWNER_URL to the role that owns the tables.`,
    )
  } finally {
    await owner.end()
  }
}

/**
 * Refuses to run as a role that the second wall does not hold.
 *
 * @throws a start error that says what is wrong with the role
 */
export const checkRuntimeRole = async ({
  ownerUrl,
  url,
}: {
  ownerUrl: string
  url: string
}): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{
      name: string
      superuser: boolean
      bypasses: boolean
      owns: boolean
      member: boolean
    }>(
      `select current_user as name, r.rolsuper as superuser, r.rolbypassrls as bypasses,
              exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owns,
              coalesce((select pg_has_role(r.oid, g.oid, 'member') from pg_roles g where g.rolname = $1), false) as member
         from pg_roles r where r.rolname = current_user`,
      [RUNTIME_GROUP],
    )
    const role = rows[0]!
    const fault = role.superuser
      ? 'is a superuser'
      : role.bypasses
        ? 'has BYPASSRLS'
        : role.owns
          ? 'owns tables'
          : null
    if (fault) {
      throw startError(
        `The role “${role.name}” in DATABASE_URL ${fault}, so the database would not hold tenants apart. Give a role of its own there and the owner in DATABASE_OWNER_URL; docs/operators/database.md has the lines.`,
      )
    }
    if (!role.member) {
      await joinGroup({ name: role.name, ownerUrl })
    }
  } finally {
    await client.end()
  }
}

const joinGroup = async ({ name, ownerUrl }: { name: string; ownerUrl: string }): Promise<void> => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(`grant ${RUNTIME_GROUP} to ${owner.escapeIdentifier(name)}`)
  } catch (err) {
    throw startError(
      `The role “${name}” is no member of ${RUNTIME_GROUP} and could not be made one (${(err as Error).message}). Run: grant ${RUNTIME_GROUP} to ${name};`,
    )
  } finally {
    await owner.end()
  }
}

const canConnect = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query<{ member: boolean }>(
      `select coalesce((select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = $1), false) as member`,
      [RUNTIME_GROUP],
    )
    return rows[0]?.member === true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
