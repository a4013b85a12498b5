/**
 * The process's one publication cache. On globalThis: Next bundles this module again for the live preview, which shows
 * the same cards.
 */
import { asPrincipal } from '../../access/claims.ts'
import { ANONYMOUS } from '../../access/principal.ts'
import { createPublication, type Publication } from '../../plugins/publication/index.ts'
import { forRequest, hadOutage, isOutage } from '../../plugins/row-level-security/index.ts'
import { passOnSigned, watchingSigned } from '../media/noteSigned.ts'
import { outageProblem, refusedByOutage, toProblem } from '../http/problem.ts'
import { isDevelopment } from './reloading.ts'

const OUTAGE = outageProblem().code

const KEY = Symbol.for('vitrine.site.publication')

export const publication = (): Publication => {
  const shared = globalThis as { [KEY]?: Publication }
  return (shared[KEY] ??= createPublication({
    isOutage: (err) => toProblem(err).code === OUTAGE || isOutage(err),
    isPublicTag: (tag) => SITE_OR_LIST.test(tag),
    onError: (err) => console.error('A page could not be made anew.', err),
  }))
}

/**
 * `tenants`, `tenant:<id>`, `<collection>:<tenant id>`. Of what a page is made, much is hidden from its readers: an id
 * would say that a study is there which they may not read, or that two are of one client whom neither names.
 */
const SITE_OR_LIST = /^(tenants|[a-z-]+:[0-9a-f-]{36}(:\*)?)$/

/**
 * Reads as anybody may read, whoever comes first: what is kept is shown to everybody. A page that is made anew behind
 * its readers is nobody's request either, though it may begin within somebody's.
 */
export const asNobody = <Result>(read: () => Promise<Result>): Promise<Result> =>
  forRequest(async () => {
    try {
      return await asPrincipal(ANONYMOUS, read)
    } catch (err) {
      throw hadOutage() ? refusedByOutage() : err
    }
  })

type SharedArgs<Result> = {
  /** Everything that the result depends on. */
  key: readonly (string | number | null)[]
  tags: readonly string[]
  /** Whether what it was made of counts for whoever asks as well. Default true. */
  isPassedOn?: boolean
  read: () => Promise<Result>
}

/** What several pages share: read once, and again after something of it changed. */
export const shared = async <Result>({
  isPassedOn = true,
  key,
  read,
  tags,
}: SharedArgs<Result>): Promise<Result> => {
  if (isDevelopment) {
    // What made it may have been saved since.
    return asNobody(read)
  }
  const { isSigned, value } = await publication().part({
    key: JSON.stringify(key),
    tags,
    isPassedOn,
    read: () => watchingSigned(() => asNobody(read)),
  })
  if (isSigned) {
    passOnSigned()
  }
  return value
}
