// Work that has failed for good is told to the people whom it is about; those of a planned publish are
// whoever planned it, and the tenant's editors. The dashboard lists it as well; see findFailedSchedules.ts.
import type { Payload } from 'payload'
import { publicUrl } from '../config/publicUrl.ts'
import { mailOf } from '../../collections/shared/mail.ts'
import type { Job } from './job.ts'
import { findPublishers } from './queries/findPublishers.ts'
import { findPlanned } from './queries/findPlanned.ts'
import type { Plan } from './tasks/schedulePublish.ts'

/** An email that cannot be sent is logged and not tried again: the dashboard says it too. */
export const tellOfFailure = async ({
  job: { input, task, tenant },
  payload,
  reason,
}: {
  job: Pick<Job, 'input' | 'task' | 'tenant'>
  payload: Payload
  reason: string
}): Promise<void> => {
  const { doc, type, user } = (input ?? {}) as Plan
  if (task !== 'schedulePublish' || !doc || tenant === null) {
    return
  }
  try {
    const planned = await findPlanned({ doc, payload, tenant })
    if (!planned) {
      return
    }
    const { title } = planned
    const what = type === 'unpublish' ? 'taken offline' : 'published'
    const mail = mailOf({
      subject: `“${title}” could not be ${what} as planned`,
      lead: `“${title}” could not be ${what} at the time that was planned for it.`,
      lines: [reason, 'Put it right there, then do it by hand or plan it again.'],
      button: {
        label: 'Open it',
        url: `${publicUrl()}/admin/collections/${doc.relationTo}/${doc.value}`,
      },
    })
    const emails = await findPublishers({
      collection: doc.relationTo,
      payload,
      planner: user?.value,
      tenant,
    })
    for (const to of emails) {
      await payload.sendEmail({ to, ...mail }).catch((err: unknown) => {
        payload.logger.error({ msg: 'The failure of a plan could not be sent by email.', err })
      })
    }
  } catch (err) {
    payload.logger.error({ msg: 'The failure of a plan could not be told to anybody.', err })
  }
}
