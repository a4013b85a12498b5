// What readers are shown of a document: the API's answers to nobody, and the rows that the sites are made of.
import type pg from 'pg'
import { graphqlNames } from './fieldWays.ts'
import type { Target } from './attacks.ts'

type Viewed = { collection: string; id: string; owner: pg.Client; target: Target }

/** The same for two states between which nothing changed for readers. */
export const publicView = async ({ collection, id, owner, target }: Viewed): Promise<unknown> => {
  const { singular } = graphqlNames(collection)
  const rest = await Promise.all(
    [
      `/api/${collection}/${id}?depth=1`,
      `/api/${collection}/${id}?depth=1&draft=true&locale=de`,
      `/api/${collection}?where[id][equals]=${id}&depth=0&trash=true`,
    ].map((path) => target.api.call({ path })),
  )
  const graphql = await target.graphql({ query: `{ ${singular}(id: "${id}") { id updatedAt } }` })
  return {
    answers: [...rest, graphql].map(({ body, status }) => ({ body: withoutId(body), status })),
    rows: await onlineRows({ collection, id, owner }),
  }
}

/** Whether the API shows it to nobody in particular. */
export const isOnline = async ({ collection, id, target }: Viewed): Promise<boolean> => {
  const { status } = await target.api.call({ path: `/api/${collection}/${id}` })
  return status === 200
}

/** A page of a site is made of the rows that are published and not in the trash. */
const onlineRows = async ({
  collection,
  id,
  owner,
}: Omit<Viewed, 'target'>): Promise<unknown[]> => {
  const table = collection.replaceAll('-', '_')
  const { rows } = await owner.query<Record<string, unknown>>(
    `select * from ${table} where id = $1 and _status = 'published'`,
    [id],
  )
  const online = rows.filter((row) => !row['deleted_at'])
  const { rows: tables } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relkind = 'r' and c.relname = $1 and c.relnamespace = 'public'::regnamespace`,
    [`${table}_locales`],
  )
  if (online.length === 0 || tables.length === 0) {
    return online
  }
  const { rows: texts } = await owner.query(
    `select * from ${table}_locales where _parent_id = $1 order by _locale`,
    [id],
  )
  return [...online, ...texts]
}

const withoutId = (body: unknown): unknown =>
  typeof body === 'object' && body !== null
    ? (JSON.parse(
        JSON.stringify(body, (name, value: unknown) => (name === 'requestId' ? undefined : value)),
      ) as unknown)
    : body
