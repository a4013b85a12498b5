// The database: Postgres through the runtime role. Its schema changes by migration only.
import path from 'node:path'
import { postgresAdapter } from '@payloadcms/db-postgres'

export const database = ({ root }: { root: string }) =>
  postgresAdapter({
    blocksAsJSON: true,
    idType: 'uuidv7',
    migrationDir: path.join(root, 'migrations'),
    pool: {
      connectionString: process.env.DATABASE_URL ?? '',
      // Payload keeps one client for itself, so the pool is never smaller than a few.
      max: Number(process.env.DATABASE_POOL_SIZE ?? 12),
    },
    push: false,
  })
