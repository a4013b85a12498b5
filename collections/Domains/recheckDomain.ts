// Looks again for the record of a domain that was verified before. While it is gone the owners are
// warned, after seven days the site is no longer served there, and once it is back it is again.
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { withCapability } from '../../access/claims.ts'
import { inTransaction } from '../shared/inTransaction.ts'
import { isRecordThere } from './isRecordThere.ts'
import { lapsesAt } from './lapse.ts'
import { missingMail } from './missingMail.ts'
import type { DueDomain } from './queries/findDueDomains.ts'
import { findOwnerEmails } from './queries/findOwnerEmails.ts'
import { isHostTaken } from './queries/isHostTaken.ts'
import { lockDomain, type LockedDomain } from './queries/lockDomain.ts'
import { noteCheck, type Check } from './queries/noteCheck.ts'

/** `skipped`: DNS did not answer, or another server has looked meanwhile. */
export type Rechecked = 'there' | 'missing' | 'warned' | 'lapsed' | 'restored' | 'skipped'

export const recheckDomain = async ({
  domain,
  now,
  payload,
}: {
  domain: DueDomain
  now: Date
  payload: Payload
}): Promise<Rechecked> => {
  const state = await isRecordThere(domain)
  if (state === 'unknown') {
    return 'skipped'
  }
  const req = await createLocalReq({}, payload)
  const isThere = state === 'there'
  let outcome: Rechecked = 'skipped'
  try {
    await inTransaction(req, async () => {
      outcome = await withCapability('proveDomain', domain.tenant, () =>
        note({ domain, isThere, now, req }),
      )
    })
  } catch (err) {
    // One verified row for each host is the database's to say: meanwhile it may be another tenant's.
    if (isThere && (await isHostTaken({ host: domain.host, payload }))) {
      const check = { checkedAt: now.toISOString() }
      const { id, tenant } = domain
      await noteCheck({ check, id, req: await createLocalReq({}, payload), tenant })
      return 'missing'
    }
    throw err
  }
  if ((outcome as Rechecked) === 'warned') {
    await warnOwners({ domain, now, payload })
  }
  return outcome
}

const note = async ({
  domain: { checkedAt: seen, id, tenant },
  isThere,
  now,
  req,
}: {
  domain: DueDomain
  isThere: boolean
  now: Date
  req: PayloadRequest
}): Promise<Rechecked> => {
  const domain = await lockDomain({ id, req })
  const isSeenBefore = (seen ?? null) === (domain?.checkedAt ?? null)
  const wasVerified = domain?.status === 'verified' || domain?.missingSince
  if (!domain || !wasVerified || !isSeenBefore) {
    return 'skipped'
  }
  const [outcome, changes] = isThere ? whenThere(domain) : whenMissing({ domain, now })
  await noteCheck({ check: { ...changes, checkedAt: now.toISOString() }, id, req, tenant })
  return outcome
}

type Finding = [outcome: Rechecked, changes: Omit<Check, 'checkedAt'>]

const whenThere = ({ missingSince, status }: LockedDomain): Finding =>
  status === 'pending'
    ? ['restored', { missingSince: null, status: 'verified' }]
    : ['there', missingSince === null ? {} : { missingSince: null }]

const whenMissing = ({ domain, now }: { domain: LockedDomain; now: Date }): Finding => {
  const { missingSince, status } = domain
  if (missingSince === null) {
    return ['warned', { missingSince: now.toISOString() }]
  }
  return status === 'verified' && lapsesAt(missingSince) <= now
    ? ['lapsed', { status: 'pending' }]
    : ['missing', {}]
}

/** The admin says it too, so an email that cannot be sent is logged and not tried again. */
const warnOwners = async ({
  domain: { host, id, tenant, token },
  now,
  payload,
}: {
  domain: DueDomain
  now: Date
  payload: Payload
}): Promise<void> => {
  const message = missingMail({ host, id, lapsesAt: lapsesAt(now.toISOString()), token })
  for (const to of await findOwnerEmails({ payload, tenant })) {
    try {
      await payload.sendEmail({ to, ...message })
    } catch (err) {
      payload.logger.error({ msg: `The owners of ${host} could not be warned by email.`, err })
    }
  }
}
