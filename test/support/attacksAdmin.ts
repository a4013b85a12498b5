// What the admin asks before it draws: list filters, options and defaults, as a user with a cookie.
import { createLocalReq, type Field, type Payload, type PayloadRequest, type Where } from 'payload'
import type { Config, User } from '../../payload-types.ts'

type Slug = keyof Config['collections']
type Viewer = { payload: Payload; user: User & { collection: 'users' }; selected?: string }

/** A request of the admin, with the tenant that the selector has chosen. */
export const adminReq = ({ payload, selected, user }: Viewer): Promise<PayloadRequest> =>
  createLocalReq(
    {
      user,
      req: { headers: new Headers(selected ? { cookie: `payload-tenant=${selected}` } : {}) },
    },
    payload,
  )

/** The filter that the admin puts on a list. */
export const listFilter = async ({
  collection,
  ...viewer
}: Viewer & { collection: Slug }): Promise<Where | null> => {
  const { admin } = viewer.payload.collections[collection].config
  const req = await adminReq(viewer)
  return (await admin.baseFilter?.({ limit: 10, page: 1, req, sort: 'id' })) ?? null
}

/** A list as the admin shows it: rights and filter together. */
export const listed = async ({
  collection,
  ...viewer
}: Viewer & { collection: Slug }): Promise<string[]> => {
  const { docs } = await viewer.payload.find({
    collection,
    depth: 0,
    draft: true,
    limit: 0,
    overrideAccess: false,
    pagination: false,
    user: viewer.user,
    where: (await listFilter({ collection, ...viewer })) ?? {},
  })
  return docs.map(({ id }) => id)
}

type Named = Extract<Field, { name: string }>

/** A field of a collection, however deep it stands in the layout. */
export const fieldOf = ({
  collection,
  name,
  payload,
}: {
  collection: Slug
  name: string
  payload: Payload
}): Named => {
  const { flattenedFields } = payload.collections[collection].config
  return flattenedFields.find((field) => field.name === name) as unknown as Named
}

/** What a relationship field offers in a document of a tenant. */
export const offered = async ({
  collection,
  data,
  name,
  relationTo,
  ...viewer
}: Viewer & {
  collection: Slug
  data: Record<string, unknown>
  name: string
  relationTo: Slug
}): Promise<Where | boolean> => {
  const field = fieldOf({ collection, name, payload: viewer.payload }) as {
    filterOptions?: (args: unknown) => Promise<Where | boolean> | Where | boolean
  }
  const req = await adminReq(viewer)
  return (
    (await field.filterOptions?.({
      data,
      relationTo,
      req,
      siblingData: data,
      user: viewer.user,
    })) ?? true
  )
}
