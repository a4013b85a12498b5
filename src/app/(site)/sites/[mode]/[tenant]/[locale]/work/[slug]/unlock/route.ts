// Takes the password of a protected study. Right: a cookie for this study only, and back to it. Wrong: a sentence.
import { notFound } from 'next/navigation'
import { keyFor } from '../../../../../../../../../config/keys.ts'
import { presentProblem, problem, type Problem } from '../../../../../../../../../http/problem.ts'
import { callerOf, createAttempts, MOST_POSTS } from '../../../../../../../../../site/attempts.ts'
import { getLock } from '../../../../../../../../../site/data/getStudy.ts'
import { getSite, type SiteParams } from '../../../../../../../../../site/data/site.ts'
import { studyHref } from '../../../../../../../../../site/present/context.ts'
import { fetchInternal } from '../../../../../../../../../site/fetchInternal.ts'
import { formOf, formProblem, isRefusal } from '../../../../../../../../../site/formOf.ts'
import { isSameOrigin } from '../../../../../../../../../site/sameOrigin.ts'
import {
  makeUnlockValue,
  unlockCookieName,
  unlockSeconds,
  verifyPassword,
} from '../../../../../../../../../site/unlock.ts'
import { slugOf } from '../../../../../../../../../site/sitePath.ts'

type Context = { params: Promise<SiteParams & { slug: string }> }

const WINDOW = 10 * 60 * 1000
const attempts = createAttempts({ limit: 10, windowMs: WINDOW })
/** Every form, those that are refused with a page included. Beyond, no page is made. */
const posts = createAttempts({ limit: MOST_POSTS, windowMs: WINDOW })
/** Hashing costs 64 MB and a tenth of a second: only a few at a time, whoever asks. */
let hashing = 0
const mostHashing = 4

const TOO_LONG = 'Send the password alone, in a form of at most 64 KB.'

export const POST = async (request: Request, { params }: Context): Promise<Response> => {
  const { mode, tenant, locale, slug: raw } = await params
  const slug = slugOf(raw)
  const site = await getSite(mode, tenant, locale)
  if (!site) {
    notFound()
  }
  const accept = request.headers.get('accept')
  const refuse = async (refused: Problem, page: 'wrong' | 'limited') => {
    const path = `/sites/${mode}/${tenant}/${locale}/refused/work/${encodeURIComponent(slug)}/${page}`
    const answer = await fetchInternal(path)
    return answer.ok
      ? presentProblem({ accept, page: await answer.text(), problem: refused })
      : notFound()
  }
  const caller = callerOf(request.headers)
  if (!posts.take(caller)) {
    const retryAfter = posts.secondsLeft(caller)
    return presentProblem({ accept, problem: problem({ code: 'password_limited', retryAfter }) })
  }
  if (!isSameOrigin(request.headers)) {
    return presentProblem({ accept, problem: problem({ code: 'cross_site_form' }) })
  }
  if (!attempts.take(caller) || hashing >= mostHashing) {
    const retryAfter = attempts.secondsLeft(caller)
    return refuse(problem({ code: 'password_limited', retryAfter }), 'limited')
  }
  const form = await formOf(request)
  if (isRefusal(form)) {
    return form.code === 'body_too_large'
      ? refuse(problem({ code: 'body_too_large', detail: TOO_LONG }), 'wrong')
      : presentProblem({ accept, problem: formProblem(form) })
  }
  const lock = await getLock({ site, slug })
  const password = form.get('password')
  if (
    !lock ||
    typeof password !== 'string' ||
    password.length > 200 ||
    !(await check({ password, stored: lock.hash }))
  ) {
    return refuse(problem({ code: 'password_wrong' }), 'wrong')
  }
  const location = studyHref(site.context, slug)
  const value = makeUnlockValue({
    studyId: lock.id,
    passwordHash: lock.hash,
    secret: keyFor('unlockCookies'),
  })
  // Next or our own proxy says how the visitor is connected; see src/http/incoming.ts.
  const isHttps =
    process.env.SERVER_URL?.startsWith('https://') ||
    request.headers.get('x-forwarded-proto') === 'https'
  const isSecure = isHttps ? '; Secure' : ''
  return new Response(null, {
    status: 303,
    headers: {
      location,
      'set-cookie': `${unlockCookieName(lock.id)}=${value}; Path=${location}; Max-Age=${unlockSeconds}; HttpOnly; SameSite=Lax${isSecure}`,
      'cache-control': 'no-store',
    },
  })
}

/** Somebody who reloads the answer to a wrong password is led back to the study. */
export const GET = async (_: Request, { params }: Context): Promise<Response> => {
  const { mode, tenant, locale, slug } = await params
  const site = await getSite(mode, tenant, locale)
  return site
    ? new Response(null, {
        status: 303,
        headers: { location: studyHref(site.context, slugOf(slug)) },
      })
    : notFound()
}

const check = async (args: { password: string; stored: string }): Promise<boolean> => {
  hashing += 1
  try {
    return await verifyPassword(args)
  } finally {
    hashing -= 1
  }
}
