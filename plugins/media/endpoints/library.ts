// What the library asks: how much is used, what is there twice, how a crop would look.
import type { CollectionSlug, Endpoint, PayloadRequest } from 'payload'
import { tenantIn, type FileDocument } from '../asset.ts'
import { viewOf } from '../hooks/presentFile.ts'
import type { MediaOptions } from '../options.ts'
import { mediaProblem } from '../problems.ts'
import { findDuplicateGroups } from '../queries/findDuplicateGroups.ts'
import { answering } from './answering.ts'

const tenantWanted = ({
  collection,
  options,
  req,
}: {
  collection: string
  options: MediaOptions
  req: PayloadRequest
}): string => {
  const tenant = options.tenantFor({ collection, req, wanted: req.searchParams.get('tenant') })
  if (tenant === null) {
    throw mediaProblem('no_tenant', 'Choose a workspace in which you may add files.')
  }
  return tenant
}

export const libraryEndpoints = (options: MediaOptions, collection: string): Endpoint[] => [
  {
    method: 'get',
    path: '/usage',
    handler: answering(async (req) => {
      const tenant = tenantWanted({ collection, options, req })
      const [{ bytes, files }, { maxBytes, quotaBytes }] = await Promise.all([
        options.usageOf({ req, tenant }),
        options.rulesFor({ req, tenant }),
      ])
      return Response.json({ bytes, files, limit: quotaBytes, maxBytes })
    }),
  },
  {
    method: 'get',
    path: '/duplicates',
    handler: answering(async (req) => {
      const tenant = tenantWanted({ collection, options, req })
      return Response.json({ groups: await findDuplicateGroups({ collection, req, tenant }) })
    }),
  },
  {
    method: 'get',
    path: '/:id/renditions',
    handler: answering(async (req) => {
      const doc = await readFile({ collection, req })
      const tenant = tenantIn(doc) ?? ''
      if (!req.user || options.audienceOf({ collection, req, tenant }) !== 'member') {
        throw mediaProblem('no_tenant', 'Only people of this workspace try out crops.')
      }
      const given = (name: string): number | null => {
        const value = req.searchParams.get(name)
        const number = value === null || value === '' ? Number.NaN : Number(value)
        // Halves of a percent: finer than anybody aims, and not without end.
        return number >= 0 && number <= 100 ? Math.round(number * 2) / 2 : null
      }
      const crop = { x: given('x'), y: given('y'), width: given('width'), height: given('height') }
      const view = viewOf({
        doc: {
          ...doc,
          // Signed for this person and for a while: what is not saved is not public.
          exposure: 'none',
          crop: crop as FileDocument['crop'],
          focalX: given('focalX'),
          focalY: given('focalY'),
        },
        options,
        req,
      })
      const presets = options.presets.flatMap(({ label, name }) => {
        const size = view?.sizes?.[name]
        // The smallest that a screen shows sharp in a row of six.
        return size
          ? [
              {
                name,
                label,
                width: size.width,
                height: size.height,
                url: size.srcset?.split(' ')[0] ?? size.url,
              },
            ]
          : []
      })
      return Response.json({ presets })
    }),
  },
]

/** The document, for those who may read it. */
export const readFile = async ({
  collection,
  req,
}: {
  collection: string
  req: PayloadRequest
}): Promise<FileDocument> =>
  (await req.payload.findByID({
    collection: collection as CollectionSlug,
    depth: 0,
    id: String(req.routeParams?.id),
    overrideAccess: false,
    req,
  })) as unknown as FileDocument
