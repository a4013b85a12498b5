// What the plugin's endpoints have in common.
import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { asProblem } from '../problems.ts'

/** Problems become answers in Payload's shape; anything unforeseen is Payload's to report. */
export const answering =
  (handler: (req: PayloadRequest) => Promise<Response>): Endpoint['handler'] =>
  async (req) => {
    try {
      return await handler(req)
    } catch (err) {
      const problem = asProblem(err)
      if (!(problem instanceof APIError)) {
        throw problem
      }
      return Response.json(
        { errors: [{ name: problem.name, message: problem.message, data: problem.data }] },
        { status: problem.status },
      )
    }
  }

export const pathBelow = ({
  collection,
  path,
  req,
}: {
  collection: string
  path: `/${string}`
  req: PayloadRequest
}): string =>
  formatAdminURL({
    apiRoute: req.payload.config.routes.api,
    path: `/${collection}${path}`,
    serverURL: '',
  })
