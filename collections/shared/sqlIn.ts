// Plain SQL within the transaction of a request, and outside of one where there is none.
import type { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

type Query = ReturnType<typeof sql>
type Executor<Row> = { execute: (query: Query) => Promise<{ rows: Row[] }> }
type Adapter<Row> = {
  drizzle: Executor<Row>
  sessions: Record<string, { db: Executor<Row> } | undefined>
}

/**
 * @returns the rows of one statement, which runs with the rights of whoever asks.
 * @throws when the request has a transaction that is over: its statements belong together.
 */
export const sqlIn = async <Row>(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  query: Query,
): Promise<Row[]> => {
  const adapter = req.payload.db as unknown as Adapter<Row>
  const transaction = await req.transactionID
  if (transaction === undefined || transaction === null) {
    return (await adapter.drizzle.execute(query)).rows
  }
  const session = adapter.sessions[String(transaction)]
  if (!session) {
    throw new Error('The transaction of this request is over.')
  }
  return (await session.db.execute(query)).rows
}
