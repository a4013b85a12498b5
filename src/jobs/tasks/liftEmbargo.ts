// The end of an embargo: the study's files are listed again and the tenant's pages are made anew.
import type { PayloadRequest, TaskConfig } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { tenantIdOf } from '../../../access/principal.ts'
import { tell } from '../../../collections/shared/changes/notices.ts'
import { appearance } from '../../../collections/shared/changes/tagsOfChange.ts'
import { exposureOfStudy } from '../../../collections/shared/exposure.ts'
import { recordUse } from '../../../collections/shared/hooks/trackMediaUse.ts'

export const liftEmbargo: TaskConfig<'liftEmbargo'> = {
  slug: 'liftEmbargo',
  label: 'End an embargo',
  inputSchema: [
    { name: 'study', type: 'text', required: true },
    { name: 'tenant', type: 'text', required: true },
  ],
  retries: 3,
  handler: async ({ input, req }) => {
    // A job is nobody's; what it may do is named, and only in the tenant that queued it.
    const task = () => lift({ req, id: input?.study })
    await withCapability('endEmbargo', String(input?.tenant), task)
    return { output: {} }
  },
}

const lift = async ({ id, req }: { id: unknown; req: PayloadRequest }): Promise<void> => {
  const study = await req.payload.db.findOne<{ id: string; slug?: unknown; tenant?: unknown }>({
    collection: 'case-studies',
    req,
    where: { id: { equals: id } },
  })
  const tenant = tenantIdOf(study?.tenant)
  if (study && tenant !== null) {
    await recordUse({
      exposureOf: exposureOfStudy,
      id: study.id,
      req,
      slug: 'case-studies',
      tenant,
    })
    const [id, slugs] = [study.id, [study.slug]]
    for (const change of appearance({ collection: 'case-studies', ids: [id], slugs, tenant })) {
      await tell({ req, ...change })
    }
  }
}
