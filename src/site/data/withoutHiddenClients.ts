/**
 * A client that visitors may not read arrives as a bare id. One whose name is confidential is still said to be there;
 * one that no editor has published yet, or that lies in the trash, is not.
 */
import { withCapability } from '../../../access/claims.ts'
import type { StudyDoc } from '../documents.ts'
import { payloadOf } from './payload.ts'
import type { Site } from './site.ts'

export const withoutHiddenClients = async ({
  site,
  studies,
}: {
  site: Pick<Site, 'tenant'>
  studies: StudyDoc[]
}): Promise<StudyDoc[]> => {
  const ids = [
    ...new Set(studies.flatMap(({ client }) => (typeof client === 'string' ? client : []))),
  ]
  if (ids.length === 0) {
    return studies
  }
  const confidential = await findConfidential({ ids, tenantId: site.tenant.id })
  return studies.map((study) =>
    typeof study.client === 'string' && !confidential.has(study.client)
      ? { ...study, client: null }
      : study,
  )
}

const findConfidential = async ({
  ids,
  tenantId,
}: {
  ids: string[]
  tenantId: string
}): Promise<Set<string>> => {
  const payload = await payloadOf()
  const { docs } = await withCapability('mentionClients', tenantId, () =>
    payload.db.find<{ id: string }>({
      collection: 'organisations',
      limit: 0,
      pagination: false,
      select: {},
      where: {
        and: [
          { id: { in: ids } },
          { tenant: { equals: tenantId } },
          { confidential: { equals: true } },
          { _status: { equals: 'published' } },
          { deletedAt: { exists: false } },
        ],
      },
    }),
  )
  return new Set(docs.map(({ id }) => id))
}
