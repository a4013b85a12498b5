// Files in forms: written to the disk as they come, so that no size of theirs is in memory. How large
// each may be is the tenant's rule; here is only what the server reads at most.
import path from 'node:path'
import type { Config } from 'payload'
import { dataDir } from '../media/drivers.ts'
import { MOST_BYTES } from '../media/rules.ts'

export const multipart: Config['upload'] = {
  abortOnLimit: true,
  limits: { fields: 20, files: 1, fileSize: MOST_BYTES },
  requestSizeLimit: MOST_BYTES + 10_000_000,
  tempFileDir: path.join(dataDir(), 'uploads', 'forms'),
  useTempFiles: true,
}
