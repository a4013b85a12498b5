// What can be planned: a publish that would be possible now, and an unpublish of what is or will be online.
import {
  createLocalReq,
  initTransaction,
  killTransaction,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload'
import { readPublishedState } from '../../collections/shared/published.ts'
import { isOutage } from '../../plugins/row-level-security/index.ts'
import { reasonOf } from '../jobs/reason.ts'
import { refusalError } from './refusal.ts'

type Document = { collection: CollectionSlug; id: string; req: PayloadRequest }

/**
 * Publishes in a transaction that is taken back: what would be refused at its time is refused now.
 *
 * @param locale When one language alone is planned.
 */
export const refuseUnpublishable = async ({
  collection,
  id,
  locale,
  req: { headers, payload, user },
}: Document & { locale: string | undefined }): Promise<void> => {
  const trial = await createLocalReq({ req: { headers }, ...(user ? { user } : {}) }, payload)
  await initTransaction(trial)
  try {
    await payload.update({
      collection,
      data: { _status: 'published' } as never,
      depth: 0,
      id,
      overrideAccess: false,
      req: trial,
      ...(locale ? { publishSpecificLocale: locale } : {}),
    })
  } catch (err) {
    if (isOutage(err)) {
      throw err
    }
    throw refusalError({
      status: 422,
      code: 'not_publishable',
      message: `This could not be published yet. ${reasonOf(err)}`,
    })
  } finally {
    await killTransaction(trial)
  }
}

export const refuseOffline = async ({
  at,
  collection,
  id,
  req,
}: Document & { at: Date }): Promise<void> => {
  const { isPublished } = await readPublishedState({ collection, id, req })
  if (!isPublished && !(await isPlannedBefore({ at, collection, id, req }))) {
    throw refusalError({
      status: 422,
      code: 'not_online',
      message: 'This is not online. Plan when it is published first.',
    })
  }
}

type Job = { id: string; input?: { doc?: { relationTo?: string }; type?: string } }

const isPlannedBefore = async ({
  at,
  collection,
  id,
  req,
}: Document & { at: Date }): Promise<boolean> => {
  const { docs } = await req.payload.db.find<Job>({
    collection: 'payload-jobs',
    limit: 0,
    pagination: false,
    req,
    where: {
      and: [
        { taskSlug: { equals: 'schedulePublish' } },
        { hasError: { not_equals: true } },
        { waitUntil: { less_than: at.toISOString() } },
        { 'input.doc.value': { equals: id } },
      ],
    },
  })
  return docs.some(
    ({ input }) => input?.doc?.relationTo === collection && input.type !== 'unpublish',
  )
}
