// What the plugin's endpoints have in common.
import type { Endpoint, PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { asProblem } from '../problems.ts'

/** What drivers and files refuse becomes an `APIError`, which Payload and its host know how to answer. */
export const answering =
  (handler: (req: PayloadRequest) => Promise<Response>): Endpoint['handler'] =>
  async (req) => {
    try {
      return await handler(req)
    } catch (err) {
      throw asProblem(err)
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
