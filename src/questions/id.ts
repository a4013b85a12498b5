// What stands in the place of an id in a URL. Payload looks for a document of that id all the same, and says of a write
// that it is not allowed.
import { APIError, type PayloadRequest } from 'payload'
import { isUuid } from '../../collections/shared/isUuid.ts'

/** @throws 404 `not_found` for what is no id */
export const checkId = ({ routeParams }: Pick<PayloadRequest, 'routeParams'>): void => {
  const id: unknown = routeParams?.id
  const isId: boolean = isUuid(id)
  if (typeof id === 'string' && !isId) {
    throw new APIError(
      `“${id.slice(0, 80)}” is the id of no document. Check it.`,
      404,
      { code: 'not_found' },
      true,
    )
  }
}
