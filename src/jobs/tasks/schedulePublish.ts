// Publishes or unpublishes a document at the time that somebody planned, with the rights that they have
// by then.
import { createLocalReq, type CollectionSlug, type PayloadRequest, type TaskConfig } from 'payload'

/** What Payload's form writes into the job. */
export type Plan = {
  type?: 'publish' | 'unpublish'
  doc?: { relationTo: string; value: string } | null
  locale?: string | null
  user?: { relationTo: string; value: string } | null
}

/**
 * Takes the place of Payload’s handler, which leaves the transaction of the job: a process that ended between
 * the two would publish a second time.
 *
 * @throws when nobody planned it, or whoever did may not do it any more.
 */
export const publishAsPlanned = async ({
  input,
  req,
}: {
  input: unknown
  req: PayloadRequest
}): Promise<{ output: object }> => {
  const { doc, locale, type, user } = input as Plan
  if (!doc || typeof user !== 'object' || user === null) {
    throw new Error('It is not known who planned this, or for which document. Plan it again.')
  }
  const { payload, transactionID } = req
  const planner = await payload.findByID({
    collection: user.relationTo as 'users',
    depth: 0,
    id: user.value,
    req: await createLocalReq({ req: { transactionID } }, payload),
  })
  const asPlanner = await createLocalReq(
    {
      req: { transactionID },
      user: { ...planner, collection: 'users' } as never,
    },
    payload,
  )
  await payload.update({
    collection: doc.relationTo as CollectionSlug,
    data: { _status: type === 'unpublish' ? 'draft' : 'published' } as never,
    depth: 0,
    id: doc.value,
    overrideAccess: false,
    req: asPlanner,
    ...(type !== 'unpublish' && locale ? { publishSpecificLocale: locale } : {}),
  })
  return { output: {} }
}

/** Somebody may still put right what is wrong: tried again after 1, 2, 4 and 8 minutes. */
const RETRIES = { attempts: 4, backoff: { type: 'exponential', delay: 60_000 } } as const

/** Payload adds its task while it sanitises the configuration, hence afterwards. */
export const replaceScheduledPublish = (tasks: TaskConfig[] | undefined): void => {
  const task = tasks?.find(({ slug }) => slug === ('schedulePublish' as never))
  if (task) {
    task.handler = publishAsPlanned
    task.retries = RETRIES
  }
}
