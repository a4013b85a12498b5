// The database: Postgres through the runtime role, every statement with its context. Its schema
// changes by migration only, which runs as the owner of the tables and without any.
import path from 'node:path'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { tellingChanges } from '../../collections/shared/changes/tellChanges.ts'
import { recordingReads } from '../../collections/shared/reading/recordReads.ts'
import { writesSessionsOnly } from '../../collections/Users/credentials/writeSessions.ts'
import { findsByEmail } from '../../collections/Users/findsByEmail.ts'
import { guardedDatabase } from '../../plugins/row-level-security/index.ts'
import { storesPlainTexts } from '../database/plainTexts.ts'
import { askedAsMeant } from '../questions/adapter.ts'
import { RUNTIME_GROUP } from '../walls/group.ts'
import { secret } from './secret.ts'

export const database = ({ root }: { root: string }) => {
  const options = {
    blocksAsJSON: true,
    idType: 'uuidv7' as const,
    migrationDir: path.join(root, 'migrations'),
    pool: {
      connectionString: process.env.DATABASE_URL ?? '',
      // Payload keeps one client for itself, so the pool is never smaller than a few.
      max: Number(process.env.DATABASE_POOL_SIZE ?? 12),
      // Kept open while nobody asks: making a connection costs more than most questions.
      min: 3,
      // Waiting longer helps nobody: the answer is 503, and the caller comes again.
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      // Before a gateway in between forgets a connection that is idle.
      keepAliveInitialDelayMillis: 30_000,
    },
    push: false,
  }
  return process.env.PAYLOAD_MIGRATING === 'true'
    ? postgresAdapter(options)
    : recordingReads(
        tellingChanges(
          guardedDatabase({
            // The adapter brings types of pg of its own version.
            adapterWith: (pg) =>
              findsByEmail(
                writesSessionsOnly(
                  storesPlainTexts(askedAsMeant(postgresAdapter({ ...options, pg: pg as never }))),
                ),
              ),
            role: RUNTIME_GROUP,
            secret: secret(),
          }),
        ),
      )
}
