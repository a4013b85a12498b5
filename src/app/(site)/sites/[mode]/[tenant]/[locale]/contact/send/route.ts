// Takes the contact form and stores a lead. Browsers without JavaScript are redirected; scripts get JSON.
import { notFound } from 'next/navigation'
import { presentProblem, problem, type Problem } from '../../../../../../../../http/problem.ts'
import { callerOf, createAttempts } from '../../../../../../../../site/attempts.ts'
import { checkContact, type ContactProblem } from '../../../../../../../../site/contact.ts'
import { createLead } from '../../../../../../../../site/data/createLead.ts'
import { payloadOf } from '../../../../../../../../site/data/payload.ts'
import { getSite, type SiteParams } from '../../../../../../../../site/data/site.ts'
import { formOf } from '../../../../../../../../site/formOf.ts'
import { contactHref } from '../../../../../../../../site/present/context.ts'
import { isSameOrigin } from '../../../../../../../../site/sameOrigin.ts'

const attempts = createAttempts({ limit: 5, windowMs: 10 * 60 * 1000 })

const contactProblem = ({
  name,
  ...more
}: {
  name: ContactProblem
  retryAfter?: number
  status?: number
}): Problem => {
  const made = problem({ code: `contact_${name}`, ...more })
  const isField = name === 'name' || name === 'email' || name === 'message'
  return isField ? { ...made, errors: [{ path: name, message: `${made.title}.` }] } : made
}

export const POST = async (
  request: Request,
  { params }: { params: Promise<SiteParams> },
): Promise<Response> => {
  const { mode, tenant, locale } = await params
  const site = await getSite(mode, tenant, locale)
  if (!site) {
    notFound()
  }
  const accept = request.headers.get('accept')
  const wantsJson = accept?.includes('application/json') ?? false
  const leadTo = (state: ContactProblem | 'sent') =>
    new Response(null, {
      status: 303,
      headers: { location: `${contactHref(site.context)}/${state}` },
    })
  const refuse = (name: ContactProblem, more: { retryAfter?: number; status?: number } = {}) =>
    wantsJson
      ? presentProblem({ accept, problem: contactProblem({ name, ...more }) })
      : leadTo(name)
  const thank = (status: number) =>
    wantsJson ? Response.json({ sent: true }, { status }) : leadTo('sent')

  if (!isSameOrigin(request.headers)) {
    return presentProblem({ accept, problem: problem({ code: 'cross_site_form' }) })
  }
  const caller = `${site.tenant.id} ${callerOf(request.headers)}`
  const limit = () => refuse('limited', { retryAfter: attempts.secondsLeft(caller) })
  const form = await formOf(request)
  if (form === 'too_long') {
    return attempts.take(caller) ? refuse('long', { status: 413 }) : limit()
  }
  if (form === 'malformed') {
    return presentProblem({ accept, problem: problem({ code: 'malformed_upload' }) })
  }
  const checked = checkContact(form)
  if (checked.kind === 'problem') {
    return refuse(checked.problem)
  }
  if (checked.kind === 'machine') {
    return thank(200)
  }
  if (!attempts.take(caller)) {
    return limit()
  }
  try {
    await createLead({ site, lead: checked.lead })
    return thank(201)
  } catch (err) {
    const payload = await payloadOf()
    payload.logger.error({ msg: 'A message from the contact form could not be stored.', err })
    return refuse('send')
  }
}
