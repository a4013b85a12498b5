// The runner's own statements are nobody's; what its jobs do runs as whoever the job names.
import { type sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import { sqlIn } from '../../collections/shared/sqlIn.ts'
import { withClaims } from '../../plugins/row-level-security/index.ts'

/** Runs one statement on the queue, in the transaction of `req` where it has one. */
export const queueSql = <Row>(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'> | { payload: Payload },
  query: ReturnType<typeof sql>,
): Promise<Row[]> =>
  withClaims({ userId: null, grants: [], caps: ['jobs'] }, () =>
    sqlIn<Row>(req as Pick<PayloadRequest, 'payload' | 'transactionID'>, query),
  )
