// Work that waits for its time: scheduled publishing, and embargoes that end.
import type { Config } from 'payload'
import { liftEmbargo } from '../jobs/liftEmbargo.ts'

const nobody = () => false

export const jobs: Config['jobs'] = {
  access: { cancel: nobody, queue: nobody, run: nobody },
  // The server runs them itself; see src/server.ts.
  autoRun: [
    { cron: '*/10 * * * * *', limit: 20, queue: 'default' },
    // Begun at once by a notice; this is for what was queued while nobody heard it.
    { cron: '*/15 * * * * *', limit: 50, queue: 'files' },
    { cron: '*/15 * * * * *', limit: 1, queue: 'films' },
  ],
  deleteJobOnComplete: true,
  tasks: [liftEmbargo],
}
