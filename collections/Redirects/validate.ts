// What the two ends of a redirect may be, with a sentence for each reason why not.
import type { PayloadRequest } from 'payload'
import { text } from 'payload/shared'
import { tenantIdOf } from '../../access/principal.ts'
import { isMisread, isOwnPath, isWebUrl } from '../shared/urls.ts'
import { canonicalPath, pathOf } from './canonicalPath.ts'
import { sourceProblem } from './checkSource.ts'
import { targetProblem } from './checkTarget.ts'

type Options = {
  data?: unknown
  event?: string
  id?: number | string
  /** As it is stored. */
  previousValue?: unknown
  req: PayloadRequest
  siblingData: unknown
}

const MALFORMED =
  'A percent sign begins two hexadecimal digits of UTF-8. Write %25 for the sign itself.'
const MISREAD =
  'Leave out backslashes and control characters, which browsers read as something else.'
const SPACED = 'Leave no spaces inside. Write %20 for a space that belongs to the URL.'

/** @param value As `normaliseSource` left it. */
export const validateSource = (
  value: string | null | undefined,
  options: Options,
): Promise<string | true> | string | true => {
  const from = value ?? ''
  if (/[?#]/.test(from)) {
    return 'Leave out the ? or # and what follows. Every query leads from here, and goes along to the target.'
  }
  if (/^https?:\/\//i.test(from)) {
    return 'Leave out the domain, and begin with the / after it.'
  }
  if (!isOwnPath(from)) {
    return pathFault(from)
  }
  if (canonicalPath(from) === null) {
    return MALFORMED
  }
  const fits = text(from, { ...options, maxLength: MOST_SOURCE, required: true } as never) as
    string | true
  const tenantId = tenantIdOf((options.data as { tenant?: unknown } | undefined)?.tenant)
  // One that is here already may be changed, whatever has come to its source since.
  const isNew = options.previousValue !== from
  return fits === true && tenantId !== null && isNew && options.event !== 'onChange'
    ? sourceProblem({ from, req: options.req, tenantId }).then((found) => found ?? true)
    : fits
}

/** Why a text is no path of a site. */
const pathFault = (from: string): string => {
  if (from === '') {
    return 'Enter the path that leads away, for example /projects/old-name.'
  }
  if (isMisread(from)) {
    return MISREAD
  }
  if (!from.startsWith('/') || from.startsWith('//')) {
    return 'Begin with a single /, for example /projects/old-name.'
  }
  return /\s/.test(from) ? SPACED : MALFORMED
}

/** Why a text is neither a path of the site nor a URL of the web. */
const targetFault = (to: string): string => {
  if (to === '') {
    return 'Enter where this leads: a path such as /work, or a URL that begins with https://.'
  }
  if (isMisread(to)) {
    return MISREAD
  }
  if (to.startsWith('//')) {
    return 'Begin with a single / for this site, or with https:// for another one.'
  }
  if (!/^(\/|https?:\/\/)/i.test(to)) {
    return 'Begin with / for this site, or with https://.'
  }
  return /\s/.test(to)
    ? SPACED
    : 'Write the whole URL, with a domain after https://, for example https://example.com/page.'
}

const MOST_SOURCE = 500
const MOST_TARGET = 1000

export const validateTarget = (
  value: string | null | undefined,
  options: Options,
): Promise<string | true> | string | true => {
  const to = value ?? ''
  if (!isOwnPath(to) && !isWebUrl(to)) {
    return targetFault(to)
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
