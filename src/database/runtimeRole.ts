// The role that the server signs in as: it owns nothing, bypasses nothing and holds nothing. It is a
// member of the group that the walls grant to, and each statement runs as that group, which has no
// log-in. Postgres lets every role alter itself; there is nothing to alter about the group.
import { createHmac } from 'node:crypto'
import pg from 'pg'
import { keyFor } from '../config/keys.ts'
import { startError } from '../fail.ts'
import { RUNTIME_GROUP } from '../walls/group.ts'
import { deriveKey, paddedKeys, takeFromEverybody } from '../../plugins/row-level-security/index.ts'

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
  if (await isReady(url.href)) {
    return url.href
  }
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const role = owner.escapeIdentifier(name)
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [name])
    const verb = rowCount === 0 ? 'create' : 'alter'
    const database = owner.escapeIdentifier(new URL(ownerUrl).pathname.slice(1))
    await owner.query(`${verb} role ${role} login noinherit password '${password}'`)
    // Whatever it was made to start with.
    await owner.query(`alter role ${role} reset all`)
    await owner.query(`alter role ${role} in database ${database} reset all`)
    await joinGroup({ owner, role })
    await owner.query(`grant connect on database ${database} to ${role}`)
  } catch (err) {
    // Another process that starts at the same moment may have been first.
    if (await isReady(url.href)) {
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
    await takeFromEverybody({ query: (text, values) => owner.query(text, values) as never })
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
  const role = await describe(url)
  const fault = role.isSuperuser
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
  if (role.isMember && !role.inherits) {
    return
  }
  const reason = await joinGroupAsOwner({ name: role.name, ownerUrl })
  const after = await describe(url)
  if (!after.isMember || after.inherits) {
    throw startError(
      `The role “${role.name}” in DATABASE_URL has to be a member of ${RUNTIME_GROUP} that inherits nothing, and could not be made one${reason}. As an administrator, run: alter role ${role.name} noinherit; revoke ${RUNTIME_GROUP} from ${role.name}; grant ${RUNTIME_GROUP} to ${role.name};`,
    )
  }
}

type RuntimeRole = {
  name: string
  isSuperuser: boolean
  bypasses: boolean
  owns: boolean
  /** Whether it may become the group. */
  isMember: boolean
  /** Whether it holds what the group holds without becoming it. */
  inherits: boolean
  /** Whether it starts with settings of its own. */
  isAltered: boolean
}

const describe = async (url: string): Promise<RuntimeRole> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<RuntimeRole>(
      `select r.rolname as name, r.rolsuper as "isSuperuser", r.rolbypassrls as bypasses,
              exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owns,
              coalesce(pg_has_role(r.oid, g.oid, 'member'), false) as "isMember",
              coalesce(pg_has_role(r.oid, g.oid, 'usage'), false) as inherits,
              exists (select from pg_db_role_setting s where s.setrole = r.oid) as "isAltered"
         from pg_roles r left join pg_roles g on g.rolname = $1
        where r.rolname = current_user`,
      [RUNTIME_GROUP],
    )
    return rows[0]!
  } finally {
    await client.end()
  }
}

/** Since Postgres 16 the membership says whether it inherits; before, the role does. */
const joinGroup = async ({ owner, role }: { owner: pg.Client; role: string }): Promise<void> => {
  const { rows } = await owner.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  if (rows[0]!.version >= 160_000) {
    await owner.query(`grant ${RUNTIME_GROUP} to ${role} with inherit false, set true`)
  } else {
    await owner.query(`grant ${RUNTIME_GROUP} to ${role}`)
    await owner.query(`alter role ${role} noinherit`)
  }
}

/** @returns why it could not, as the end of a sentence; empty when it could. */
const joinGroupAsOwner = async ({
  name,
  ownerUrl,
}: {
  name: string
  ownerUrl: string
}): Promise<string> => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await joinGroup({ owner, role: owner.escapeIdentifier(name) })
    return ''
  } catch (err) {
    return ` (${(err as Error).message})`
  } finally {
    await owner.end()
  }
}

/** Whether the role is as `ensureRuntimeRole` makes it, with the password that we would give it. */
const isReady = async (url: string): Promise<boolean> => {
  try {
    const { inherits, isAltered, isMember } = await describe(url)
    return isMember && !inherits && !isAltered
  } catch {
    return false
  }
}
