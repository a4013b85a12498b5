/** Takes the password of a protected study. Right: a cookie for this study only, and back to it. Wrong: a sentence. */
import { Hono } from 'hono'
import { keyFor } from '../../config/keys.ts'
import { presentProblem, problem, type Problem } from '../../http/problem.ts'
import { missing, render } from '../answers.tsx'
import { callerOf, createAttempts, MOST_POSTS } from '../attempts.ts'
import type { PasswordProblem } from '../components/PasswordForm.tsx'
import { getLock, getStudy } from '../data/getStudy.ts'
import { getSite, type Site } from '../data/site.ts'
import { formOf, formProblem, isRefusal } from '../formOf.ts'
import { passwordPage } from '../pages/study.tsx'
import { studyHref } from '../present/context.ts'
import { presentPage } from '../render.tsx'
import type { SiteContext, SiteEnv } from '../request.ts'
import { isSameOrigin } from '../sameOrigin.ts'
import { makeUnlockValue, unlockCookieName, unlockSeconds, verifyPassword } from '../unlock.ts'

const WINDOW = 10 * 60 * 1000
/** Hashing costs 64 MB and a tenth of a second: only a few at a time, whoever asks. */
const MOST_HASHING = 4
/** In UTF-16, as browsers count. */
const LONGEST_PASSWORD = 200

const TOO_LONG = 'Send the password alone, in a form of at most 64 KB.'

const attempts = createAttempts({ limit: 10, windowMs: WINDOW })
/** Every form, those that are refused with a page included. Beyond, no page is made. */
const posts = createAttempts({ limit: MOST_POSTS, windowMs: WINDOW })
let hashing = 0

export const unlockForm = (): Hono<SiteEnv> => {
  const form = new Hono<SiteEnv>()
  form.post('/', async (c) => {
    const site = await getSite(c.env)
    return site ? takePassword({ c, site, slug: slugOf(c) }) : missing(c)
  })
  // Somebody who reloads the answer to a wrong password is led back to the study.
  form.get('/', async (c) => {
    const site = await getSite(c.env)
    return site ? c.redirect(studyHref(site.context, slugOf(c)), 303) : missing(c)
  })
  return form
}

const slugOf = (c: SiteContext): string => c.req.param('slug') ?? ''

type TakeArgs = { c: SiteContext; site: Site; slug: string }

const takePassword = async ({ c, site, slug }: TakeArgs): Promise<Response> => {
  const request = c.req.raw
  const accept = request.headers.get('accept')
  const caller = callerOf(request.headers)
  if (!posts.take(caller)) {
    const retryAfter = posts.secondsLeft(caller)
    return presentProblem({ accept, problem: problem({ code: 'password_limited', retryAfter }) })
  }
  if (!isSameOrigin(request.headers)) {
    return presentProblem({ accept, problem: problem({ code: 'cross_site_form' }) })
  }
  const refuse = (refused: Problem, said: PasswordProblem): Promise<Response> =>
    showAgain({ accept, c, refused, said, site, slug })
  if (!attempts.take(caller) || hashing >= MOST_HASHING) {
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
  const password = form.get('password') ?? ''
  const isRight =
    lock !== null &&
    password.length <= LONGEST_PASSWORD &&
    (await check({ password, stored: lock.hash }))
  return isRight
    ? open({ id: lock.id, isHttps: c.env.isHttps, passwordHash: lock.hash, site, slug })
    : refuse(problem({ code: 'password_wrong' }), 'wrong')
}

/** The form, with a sentence about what went wrong. */
const showAgain = async ({
  accept,
  c,
  refused,
  said,
  site,
  slug,
}: TakeArgs & {
  accept: string | null
  refused: Problem
  said: PasswordProblem
}): Promise<Response> => {
  const found = await getStudy({ site, slug })
  if (found?.kind !== 'password') {
    return missing(c)
  }
  const page = render({ page: passwordPage({ found, problem: said, site }), site })
  return presentPage({ accept, page, problem: refused })
}

const open = ({
  id,
  isHttps,
  passwordHash,
  site,
  slug,
}: {
  id: string
  isHttps: boolean
  passwordHash: string
  site: Site
  slug: string
}): Response => {
  const location = studyHref(site.context, slug)
  const secret = keyFor('unlockCookies')
  const value = makeUnlockValue({ studyId: id, passwordHash, secret })
  const attributes = [
    `${unlockCookieName(id)}=${value}`,
    `Path=${location}`,
    `Max-Age=${unlockSeconds}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isHttps ? ['Secure'] : []),
  ]
  return new Response(null, {
    status: 303,
    headers: { location, 'set-cookie': attributes.join('; '), 'cache-control': 'no-store' },
  })
}

const check = async (args: { password: string; stored: string }): Promise<boolean> => {
  hashing += 1
  try {
    return await verifyPassword(args)
  } finally {
    hashing -= 1
  }
}
