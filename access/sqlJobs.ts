// The table of what waits for its time. A scheduled publish runs with the rights of the person whom it
// names: so it names whoever made it, and they hold the rights to schedule and to do what it does.
import { CAPABILITY_CAPS } from './capabilities.ts'
import { holds } from './sql.ts'

const JOBS = `(select rls.has_cap('jobs', 'operator'))`

const FILE_WORK = `((select rls.has_cap('${CAPABILITY_CAPS.files}')) and "task_slug" in ('removeFile', 'deliverFile', 'processFile'))`

const SCHEDULED = ['case-studies', 'pages'] as const

const isAbout = (collection: string) => `"input" #>> '{doc,relationTo}' = '${collection}'`

/** Payload publishes where no type is given. */
const PUBLISHES = `coalesce(nullif("input" ->> 'type', ''), 'publish') = 'publish'`

const schedules = SCHEDULED.map(
  (collection) =>
    `(${isAbout(collection)} and ${holds('"rls_tenant"', `${collection}.schedule`)} and case when ${PUBLISHES} then ${holds('"rls_tenant"', `${collection}.publish`)} else ${holds('"rls_tenant"', `${collection}.unpublish`)} end)`,
).join(' or ')

const cancels = SCHEDULED.map(
  (collection) => `(${isAbout(collection)} and ${holds('"rls_tenant"', `${collection}.schedule`)})`,
).join(' or ')

const EMBARGO = `("task_slug" = 'liftEmbargo' and ${holds('"rls_tenant"', 'case-studies.schedule', 'pages.schedule')})`

export const jobWall = {
  table: 'payload_jobs',
  columns: [{ name: 'rls_tenant', definition: 'uuid' }],
  // What a statement inserts it also returns.
  select: `${JOBS} or ${FILE_WORK} or (${holds('"rls_tenant"', 'tenants.readInternal')})`,
  insert: `${JOBS} or ${FILE_WORK} or ${EMBARGO} or ("task_slug" = 'schedulePublish' and "input" #>> '{user,value}' = (select rls.uid())::text and (${schedules}))`,
  update: JOBS,
  delete: `${JOBS} or ${EMBARGO} or ("task_slug" = 'schedulePublish' and (${cancels}))`,
  children: {
    reads: null,
    writes: null,
    showsWithParent: true,
    rootWrites: JOBS,
  },
}
