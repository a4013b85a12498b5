// Work that runs in the background. What runs it is src/jobs/runner.ts, and nothing else.
import type { Config } from 'payload'
import { liftEmbargo } from '../jobs/tasks/liftEmbargo.ts'
import { upkeepTasks } from '../jobs/tasks/upkeep.ts'

const nobody = () => false

export const jobs: Config['jobs'] = {
  access: { cancel: nobody, queue: nobody, run: nobody },
  deleteJobOnComplete: true,
  jobsCollectionOverrides: ({ defaultJobsCollection }) => ({
    ...defaultJobsCollection,
    fields: [
      ...defaultJobsCollection.fields,
      // Who works on it, and until when that counts.
      { name: 'leasedBy', type: 'text' },
      { name: 'leaseUntil', type: 'date' },
      { name: 'interruptions', type: 'number', defaultValue: 0 },
      // Of work that comes again: there is one at a time.
      { name: 'key', type: 'text', unique: true },
    ],
  }),
  tasks: [liftEmbargo, ...upkeepTasks],
}
