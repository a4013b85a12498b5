// Takes the password of a protected study. Right: a cookie for this study only, and back to it. Wrong: a sentence.
import { keyFor } from '../../../../../../../../../config/keys.ts'
import { callerOf, createAttempts } from '../../../../../../../../../site/attempts.ts'
import { getLock } from '../../../../../../../../../site/data/getStudy.ts'
import { getSite, type SiteParams } from '../../../../../../../../../site/data/site.ts'
import { studyHref } from '../../../../../../../../../site/present/context.ts'
import { fetchInternal } from '../../../../../../../../../site/serve.ts'
import { isSameOrigin } from '../../../../../../../../../site/sameOrigin.ts'
import { withoutScripts } from '../../../../../../../../../site/withoutScripts.ts'
import {
  makeUnlockValue,
  unlockCookieName,
  unlockSeconds,
  verifyPassword,
} from '../../../../../../../../../site/unlock.ts'

type Context = { params: Promise<SiteParams & { slug: string }> }

const attempts = createAttempts({ limit: 10, windowMs: 10 * 60 * 1000 })
/** Hashing costs 64 MB and a tenth of a second: only a few at a time, whoever asks. */
let hashing = 0
const mostHashing = 4

export const POST = async (request: Request, { params }: Context): Promise<Response> => {
  const { mode, tenant, locale, slug: raw } = await params
  const slug = decodeURIComponent(raw)
  const site = await getSite(mode, tenant, locale)
  if (!site) {
    return new Response('Not found.', { status: 404 })
  }
  const refuse = async (problem: 'wrong' | 'limited') => {
    const path = `/sites/${mode}/${tenant}/${locale}/refused/work/${encodeURIComponent(slug)}/${problem}`
    const page = await fetchInternal(path)
    return new Response(withoutScripts(await page.text()), {
      status: page.ok ? (problem === 'wrong' ? 401 : 429) : page.status,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    })
  }
  if (!isSameOrigin(request.headers)) {
    return new Response('This form was sent from another site.', { status: 403 })
  }
  if (!attempts.take(callerOf(request.headers)) || hashing >= mostHashing) {
    return refuse('limited')
  }
  const lock = await getLock({ site, slug })
  const password = (await request.formData()).get('password')
  if (
    !lock ||
    typeof password !== 'string' ||
    password.length > 200 ||
    !(await check({ password, stored: lock.hash }))
  ) {
    return refuse('wrong')
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
        headers: { location: studyHref(site.context, decodeURIComponent(slug)) },
      })
    : new Response('Not found.', { status: 404 })
}

const check = async (args: { password: string; stored: string }): Promise<boolean> => {
  hashing += 1
  try {
    return await verifyPassword(args)
  } finally {
    hashing -= 1
  }
}
