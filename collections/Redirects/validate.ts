// What the two ends of a redirect may be, with a sentence for each reason why not.
import type { PayloadRequest } from 'payload'
import { text } from 'payload/shared'
import { tenantIdOf } from '../../access/principal.ts'
import { isOwnPath, isWebUrl } from '../shared/urls.ts'
import { canonicalPath, pathOf } from './canonicalPath.ts'
import { targetProblem } from './checkTarget.ts'

type Options = {
  data?: unknown
  event?: string
  id?: number | string
  req: PayloadRequest
  siblingData: unknown
}

/** Pages that every site has, so nobody is ever led away from them. */
const ALWAYS_THERE = new Set(['/', '/work', '/contact'])

const PLAIN = 'Begin with a single / and leave no spaces.'
const MALFORMED =
  'A percent sign begins two hexadecimal digits of UTF-8. Write %25 for the sign itself.'

/** @param value As `normaliseSource` left it. */
export const validateSource = (
  value: string | null | undefined,
  options: Options,
): string | true => {
  const from = value ?? ''
  if (/[?#]/.test(from)) {
    return 'Leave out the ? or # and what follows. Every query leads from here, and goes along to the target.'
  }
  if (/^https?:\/\//i.test(from)) {
    return 'Leave out the domain, and begin with the / after it.'
  }
  if (!isOwnPath(from)) {
    return PLAIN
  }
  if (canonicalPath(from) === null) {
    return MALFORMED
  }
  if (ALWAYS_THERE.has(from)) {
    return `“${from}” is a page of every site, so nobody would be led away from it.`
  }
  return text(from, { ...options, maxLength: MOST_SOURCE, required: true } as never) as
    string | true
}

const MOST_SOURCE = 500
const MOST_TARGET = 1000

export const validateTarget = (
  value: string | null | undefined,
  options: Options,
): Promise<string | true> | string | true => {
  const to = value ?? ''
  if (!isOwnPath(to) && !isWebUrl(to)) {
    return 'Begin with / for this site, or with https://.'
  }
  if (isOwnPath(to) && canonicalPath(pathOf(to)) === null) {
    return MALFORMED
  }
  const fits = text(to, { ...options, maxLength: MOST_TARGET, required: true } as never)
  const { from, permanent } = options.siblingData as { from?: unknown; permanent?: boolean | null }
  const tenantId = tenantIdOf((options.data as { tenant?: unknown } | undefined)?.tenant)
  // While somebody types nothing is asked of the database.
  if (
    fits !== true ||
    typeof from !== 'string' ||
    tenantId === null ||
    options.event === 'onChange'
  ) {
    return fits
  }
  const id = options.id === undefined ? undefined : String(options.id)
  const candidate = { id, from, to, permanent: permanent ?? null }
  return targetProblem({ candidate, req: options.req, tenantId }).then((found) => found ?? true)
}
