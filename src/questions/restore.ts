// `POST /api/<collection>/versions/:id` brings an earlier version back as a draft, and with `publish=true`
// publishes it as well. Payload's own button asks for the opposite of a draft, so what it says is not looked at.
import { APIError, type CollectionSlug, type PayloadHandler } from 'payload'
import { inTransaction } from '../../collections/shared/inTransaction.ts'

/** Stands around Payload's own handler. */
export const restoredAsDraft =
  (handler: PayloadHandler): PayloadHandler =>
  async (req) => {
    const { publish, ...query } = req.query
    if (publish !== undefined && !['', 'false', 'true'].includes(publish as string)) {
      throw new APIError('“publish” is true or false.', 400, { code: 'parameter_not_valid' }, true)
    }
    req.query = { ...query, draft: 'true' }
    let answer: Response | undefined
    await inTransaction(req, async () => {
      answer = await handler(req)
      if (publish === 'true') {
        answer = await published({ answer, req })
      }
    })
    return answer!
  }

const published = async ({
  answer,
  req,
}: {
  answer: Response
  req: Parameters<PayloadHandler>[0]
}): Promise<Response> => {
  const { id } = (await answer.json()) as { id: string }
  const doc = await req.payload.update({
    collection: String(req.routeParams?.collection) as CollectionSlug,
    data: { _status: 'published' } as never,
    depth: Number(req.query.depth ?? 0),
    id,
    overrideAccess: false,
    overrideLock: false,
    req,
  })
  return Response.json(
    { ...doc, message: req.t('version:restoredSuccessfully') },
    { headers: answer.headers, status: answer.status },
  )
}
