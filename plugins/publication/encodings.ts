// Which coding a reader gets.
// @see https://www.rfc-editor.org/rfc/rfc9110#name-accept-encoding

export type Coding = 'br' | 'gzip' | 'identity'

/** Smaller texts fit into the first packet anyway. */
const WORTHWHILE_BYTES = 500

/**
 * @param accepts The request's `Accept-Encoding`, `null` without one: then the bytes go out as they are.
 * @returns `null` when none is acceptable.
 */
export const chooseCoding = ({
  accepts,
  bytes,
  isText,
}: {
  accepts: string | null
  /** Of the body as it is. */
  bytes: number
  isText: boolean
}): Coding | null => {
  const { br, gzip, identity } = weightsOf(accepts)
  if (isText && (bytes >= WORTHWHILE_BYTES || identity === 0)) {
    if (br > 0 && br >= gzip && br >= identity) {
      return 'br'
    }
    if (gzip > 0 && gzip >= identity) {
      return 'gzip'
    }
  }
  return identity > 0 ? 'identity' : null
}

/** Whether bytes of this type become smaller. Fonts, pictures and videos are compressed already. */
export const isTextType = (contentType: string): boolean => TEXT.test(contentType)

const TEXT =
  /^\s*(text\/|image\/svg\+xml|application\/(json|javascript|ecmascript|xml|x-javascript|[\w.-]+\+(json|xml))\s*(;|$))/i

type Weights = Record<Coding, number>

/** “Acceptable unless excluded”, but only when nothing that was named is at hand. */
const UNNAMED = 0.0001

const weightsOf = (accepts: string | null): Weights => {
  if (accepts === null) {
    return { br: 0, gzip: 0, identity: 1 }
  }
  const known = seen.get(accepts)
  if (known) {
    return known
  }
  const weights = parse(accepts)
  if (seen.size >= MOST_SEEN) {
    seen.clear()
  }
  seen.set(accepts, weights)
  return weights
}

/** Browsers send a handful of them, and are served thousands of times a second. */
const seen = new Map<string, Weights>()
const MOST_SEEN = 256

const parse = (accepts: string): Weights => {
  const named = new Map<string, number>()
  for (const member of accepts.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = member.split(';').map((one) => one.trim())
    const weight = weightIn(parameters)
    if (weight !== null) {
      named.set(coding === 'x-gzip' ? 'gzip' : coding, weight)
    }
  }
  const any = named.get('*')
  return {
    br: named.get('br') ?? any ?? 0,
    gzip: named.get('gzip') ?? any ?? 0,
    identity: named.get('identity') ?? any ?? UNNAMED,
  }
}

/** 1 without a weight; `null` for one that is none, whose coding then counts as not named. */
const weightIn = (parameters: string[]): number | null => {
  const given = parameters.find((one) => /^q\s*=/.test(one))
  if (given === undefined) {
    return 1
  }
  const value = given.slice(given.indexOf('=') + 1).trim()
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(value) ? Number(value) : null
}
