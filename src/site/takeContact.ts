/**
 * Takes the contact form and stores a lead. A form is answered with a page: thanks, or the form again with what was
 * typed and, beside each field, what is wrong. Scripts get JSON.
 */
import { hadOutage } from '../../plugins/row-level-security/index.ts'
import { presentProblem, problem, type Problem } from '../http/problem.ts'
import { callerOf, createAttempts, MOST_POSTS } from './attempts.ts'
import {
  checkContact,
  CONTACT_LIMITS,
  enteredIn,
  type ContactEntry,
  type ContactField,
  type ContactProblem,
  type ContactProblems,
  type RefusedContact,
} from './contact.ts'
import { contactSentences } from './contactSentences.ts'
import type { LeadInput } from './data/createLead.ts'
import { formOf, formProblem, isRefusal } from './formOf.ts'
import { contactHref, type PresentContext } from './present/context.ts'
import { presentPage, type RenderedPage } from './render.tsx'
import { isSameOrigin } from './sameOrigin.ts'

const WINDOW = 10 * 60 * 1000

/** Messages that are whole. */
const attempts = createAttempts({ limit: 5, windowMs: WINDOW })

/**
 * Every form, refused ones included: each of those costs a page of the site. Far more than somebody needs who
 * mistypes. Beyond, nothing is read and no page is made.
 */
const posts = createAttempts({ limit: MOST_POSTS, windowMs: WINDOW })

const NOTHING: ContactEntry = { name: '', email: '', company: '', message: '' }

type TakeContactArgs = {
  context: Pick<PresentContext, 'base' | 'strings'>
  request: Request
  tenantId: string
  /** Stores the message. What it throws is an accident, never a refusal. */
  store: (lead: LeadInput) => Promise<void>
  /** The contact page with a refused form in it. */
  pageOf: (refused: RefusedContact) => RenderedPage
  /** Notes an accident. */
  onError: (err: unknown) => void
}

export const takeContact = async ({
  context,
  onError,
  pageOf,
  request,
  store,
  tenantId,
}: TakeContactArgs): Promise<Response> => {
  const accept = request.headers.get('accept')
  const isScript = isForScript(request.headers)
  const refuse = ({
    entered = NOTHING,
    problems,
    ...more
  }: {
    entered?: ContactEntry
    problems: ContactProblems
    retryAfter?: number
    status?: number
  }): Response => {
    const refused = contactProblem({ context, problems, ...more })
    return isScript
      ? presentProblem({ accept, problem: refused })
      : presentPage({ accept, page: pageOf({ entered, problems }), problem: refused })
  }
  const caller = `${tenantId} ${callerOf(request.headers)}`
  if (!posts.take(caller)) {
    const limited = {
      problems: { form: 'limited' } as const,
      retryAfter: posts.secondsLeft(caller),
    }
    return presentProblem({ accept, problem: contactProblem({ context, ...limited }) })
  }
  if (!isSameOrigin(request.headers)) {
    return presentProblem({ accept, problem: problem({ code: 'cross_site_form' }) })
  }
  const retryAfter = (): number => attempts.secondsLeft(caller)
  const form = await formOf(request)
  if (isRefusal(form)) {
    if (form.code !== 'body_too_large') {
      return presentProblem({ accept, problem: formProblem(form) })
    }
    // All the others together take less than a hundredth of it.
    return attempts.take(caller)
      ? refuse({ problems: { message: 'long' }, status: 413 })
      : refuse({ problems: { form: 'limited' }, retryAfter: retryAfter() })
  }
  const entered = enteredIn(form)
  const checked = checkContact(form)
  if (checked.kind === 'refused') {
    return refuse({ entered, problems: checked.problems })
  }
  if (!attempts.take(caller)) {
    return refuse({ entered, problems: { form: 'limited' }, retryAfter: retryAfter() })
  }
  try {
    await store(checked.lead)
  } catch (err) {
    onError(err)
    const status = hadOutage() ? 503 : 500
    return refuse({ entered, problems: { form: 'send' }, status })
  }
  return isScript
    ? Response.json({ sent: true }, { status: 201 })
    : new Response(null, { status: 303, headers: { location: `${contactHref(context)}/sent` } })
}

/** Scripts ask for JSON, or send it and ask for no page. */
const isForScript = (headers: Headers): boolean => {
  const accept = headers.get('accept') ?? ''
  return (
    accept.includes('application/json') ||
    (/json/i.test(headers.get('content-type') ?? '') && !accept.includes('text/html'))
  )
}

const contactProblem = ({
  context: { strings },
  problems,
  ...more
}: {
  context: Pick<PresentContext, 'strings'>
  problems: ContactProblems
  retryAfter?: number
  status?: number
}): Problem => {
  const sentences = contactSentences(strings)
  const all = Object.entries<ContactProblem>(problems)
  const [, first] = all[0]!
  const errors = all
    .filter(([path]) => path !== 'form')
    .map(([path, name]) => ({
      path,
      message:
        name === 'long'
          ? `${sentences.long} (≤ ${CONTACT_LIMITS[path as ContactField]})`
          : sentences[name],
    }))
  return {
    ...problem({ code: `contact_${first}`, detail: sentences[first], ...more }),
    ...(errors.length > 0 ? { errors } : {}),
  }
}
