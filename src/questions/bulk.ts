// What Payload answers about many documents at once has a sentence for each that was refused. Here each says which
// document it is about, and one that something points at says so as it does alone, with a code and what points there.
import type { CollectionSlug, PayloadHandler, PayloadRequest } from 'payload'
import { firstText } from '../../collections/shared/firstText.ts'
import { SHOWS_TITLES } from '../../collections/shared/hooks/fallBackToMain.ts'
import { refusalsIn } from '../../collections/shared/referrers/refusals.ts'

type Refusal = { id?: unknown; message?: unknown }
type Body = { docs: unknown[]; errors: Refusal[] }

/** Stands around Payload's own handler. */
export const withReasons =
  (handler: PayloadHandler): PayloadHandler =>
  async (req) => {
    const answer = await handler(req)
    const body = (await answer
      .clone()
      .json()
      .catch(() => null)) as Partial<Body> | null
    if (!Array.isArray(body?.docs) || !Array.isArray(body.errors) || body.errors.length === 0) {
      return answer
    }
    const { docs, errors } = body as Body
    const refusals = refusalsIn(req)
    const titles = await titlesOf({ errors, req })
    const told = errors.map((error) => {
      const found = refusals[String(error.id)]
      return {
        ...named(error, titles.get(error.id)),
        ...(found ? { code: 'still_referenced', ...found } : {}),
      }
    })
    const isWhole = docs.length === 0 && told.every((error) => 'code' in error)
    return Response.json(
      { ...body, errors: told, ...(isWhole ? { code: 'still_referenced' } : {}) },
      { headers: answer.headers, status: answer.status },
    )
  }

const named = (error: Refusal, title: string | undefined): Refusal =>
  title === undefined ? error : { ...error, message: `“${title}”: ${String(error.message)}` }

/** Of those that whoever asks may read, by their ids. */
const titlesOf = async ({
  errors,
  req,
}: {
  errors: Refusal[]
  req: PayloadRequest
}): Promise<Map<unknown, string>> => {
  const collection = req.routeParams?.collection as CollectionSlug
  const { useAsTitle } = req.payload.collections[collection].config.admin
  const ids = errors.flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
  if (!useAsTitle || ids.length === 0) {
    return new Map()
  }
  req.context[SHOWS_TITLES] = true
  const { docs } = await req.payload.find({
    collection,
    // A membership is called by its user.
    depth: 1,
    disableErrors: true,
    draft: true,
    overrideAccess: false,
    pagination: false,
    req,
    trash: true,
    where: { id: { in: ids } },
  })
  return new Map(
    docs.flatMap((doc) => {
      const value = (doc as unknown as Record<string, unknown>)[useAsTitle]
      const title = firstText((value as { name?: unknown } | null)?.name ?? value)
      return title === undefined ? [] : [[doc.id, title] as const]
    }),
  )
}
