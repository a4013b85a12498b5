// Takes the contact form and stores a lead. Browsers without JavaScript are redirected; scripts get JSON.
import { callerOf, createAttempts } from '../../../../../../../../site/attempts.ts'
import { checkContact, type ContactProblem } from '../../../../../../../../site/contact.ts'
import { createLead } from '../../../../../../../../site/data/createLead.ts'
import { payloadOf } from '../../../../../../../../site/data/payload.ts'
import { getSite, type SiteParams } from '../../../../../../../../site/data/site.ts'
import { contactHref } from '../../../../../../../../site/present/context.ts'
import { isSameOrigin } from '../../../../../../../../site/sameOrigin.ts'

const attempts = createAttempts({ limit: 5, windowMs: 10 * 60 * 1000 })
const mostBytes = 64 * 1024

export const POST = async (
  request: Request,
  { params }: { params: Promise<SiteParams> },
): Promise<Response> => {
  const { mode, tenant, locale } = await params
  const site = await getSite(mode, tenant, locale)
  if (!site) {
    return new Response('Not found.', { status: 404 })
  }
  const wantsJson = request.headers.get('accept')?.includes('application/json') ?? false
  const answer = ({ problem, status }: { problem: ContactProblem | null; status: number }) =>
    wantsJson
      ? Response.json(problem ? { problem } : { sent: true }, { status })
      : new Response(null, {
          status: 303,
          headers: { location: `${contactHref(site.context)}/${problem ?? 'sent'}` },
        })

  if (!isSameOrigin(request.headers)) {
    return new Response('This form was sent from another site.', { status: 403 })
  }
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) {
    return answer({ problem: 'long', status: 413 })
  }
  const checked = checkContact(await request.formData())
  if (checked.kind === 'problem') {
    return answer({ problem: checked.problem, status: 422 })
  }
  if (checked.kind === 'machine') {
    return answer({ problem: null, status: 200 })
  }
  if (!attempts.take(`${site.tenant.id} ${callerOf(request.headers)}`)) {
    return answer({ problem: 'limited', status: 429 })
  }
  try {
    await createLead({ site, lead: checked.lead })
    return answer({ problem: null, status: 201 })
  } catch (err) {
    const payload = await payloadOf()
    payload.logger.error({ msg: 'A message from the contact form could not be stored.', err })
    return answer({ problem: 'send', status: 500 })
  }
}
