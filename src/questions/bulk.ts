// What Payload answers about many documents at once has a sentence for each that was refused. Here each that
// something points at says so as it does alone, with a code and what points there.
import type { PayloadHandler } from 'payload'
import { refusalsIn } from '../../collections/shared/referrers/refusals.ts'

type Refusal = { id?: unknown }

/** Stands around Payload's own handler. */
export const withReasons =
  (handler: PayloadHandler): PayloadHandler =>
  async (req) => {
    const answer = await handler(req)
    const refusals = refusalsIn(req)
    if (Object.keys(refusals).length === 0) {
      return answer
    }
    const body = (await answer.json()) as { docs: unknown[]; errors: Refusal[] }
    const errors = body.errors.map((error) => {
      const found = refusals[String(error.id)]
      return found ? { ...error, code: 'still_referenced', ...found } : error
    })
    const isWhole = body.docs.length === 0 && errors.every((error) => 'code' in error)
    const told = { ...body, errors, ...(isWhole ? { code: 'still_referenced' } : {}) }
    return Response.json(told, { headers: answer.headers, status: answer.status })
  }
