// Looks again for the DNS records that verify domains: a few at a time, all day long.
import type { Payload } from 'payload'
import { findDueDomains } from '../../collections/Domains/queries/findDueDomains.ts'
import { recheckDomain, type Rechecked } from '../../collections/Domains/recheckDomain.ts'

/** In one round, so that many domains are spread over the day by themselves. */
const MOST_IN_A_ROUND = 50
/** DNS that does not answer is asked again after this. */
const SILENT_MS = 60 * 60_000

export type DomainChecks = {
  /**
   * Looks at every domain that is due.
   *
   * @param now For tests.
   */
  round: (now?: Date) => Promise<Map<string, Rechecked>>
}

export const createDomainChecks = ({ payload }: { payload: Payload }): DomainChecks => {
  const silentUntil = new Map<string, number>()
  return {
    round: async (now = new Date()) => {
      const time = now.getTime()
      const outcomes = new Map<string, Rechecked>()
      // More than one round takes, so that silent ones do not keep the others from their turn.
      const limit = MOST_IN_A_ROUND + silentUntil.size
      const due = (await findDueDomains({ limit, now, payload })).filter(
        ({ id }) => (silentUntil.get(id) ?? 0) <= time,
      )
      for (const domain of due.slice(0, MOST_IN_A_ROUND)) {
        try {
          const outcome = await recheckDomain({ domain, now, payload })
          outcomes.set(domain.host, outcome)
          silentUntil.delete(domain.id)
          if (outcome === 'skipped') {
            silentUntil.set(domain.id, time + SILENT_MS)
          }
        } catch (err) {
          silentUntil.set(domain.id, time + SILENT_MS)
          payload.logger.error({ msg: `The domain ${domain.host} could not be checked.`, err })
        }
      }
      for (const [id, until] of silentUntil) {
        if (until <= time) {
          silentUntil.delete(id)
        }
      }
      return outcomes
    },
  }
}
