// Looks again for the DNS records that verify domains: a few at a time, all day long.
import type { Payload } from 'payload'
import { findDueDomains } from '../../collections/Domains/queries/findDueDomains.ts'
import { recheckDomain, type Rechecked } from '../../collections/Domains/recheckDomain.ts'

const MINUTE = 60_000
const ROUND_EVERY = 10 * MINUTE
/** In one round, so that many domains are spread over the day by themselves. */
const MOST_IN_A_ROUND = 50
/** DNS that does not answer is asked again after this. */
const SILENT_MS = 60 * MINUTE

export type DomainChecks = {
  /**
   * Looks at every domain that is due.
   *
   * @param now For tests.
   */
  round: (now?: Date) => Promise<Map<string, Rechecked>>
  stop: () => Promise<void>
}

export const createDomainChecks = ({
  payload,
}: {
  payload: Payload
}): Omit<DomainChecks, 'stop'> => {
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

/** Begins a minute after the start, and later at moments that differ from process to process. */
export const startDomainChecks = ({ payload }: { payload: Payload }): DomainChecks => {
  const { round } = createDomainChecks({ payload })
  let isStopped = false
  let running: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout
  const wait = (milliseconds: number): void => {
    timer = setTimeout(() => {
      running = round()
        .catch((err: unknown) =>
          payload.logger.error({ msg: 'Domains could not be checked.', err }),
        )
        .finally(() => {
          if (!isStopped) {
            wait(ROUND_EVERY * (0.75 + Math.random() / 2))
          }
        })
    }, milliseconds)
    timer.unref()
  }
  wait(MINUTE)
  return {
    round,
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
