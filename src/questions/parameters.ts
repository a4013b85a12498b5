// What a request may ask for at most, and how it has to be written. A parameter that makes no sense is
// refused by name: Payload takes `limit=abc` for no limit at all, and a language that it does not know
// for the main one.
import { APIError } from 'payload'
import { LOCALE_CODES } from '../../collections/locales.ts'

/**
 * Documents in one answer, and in one list of the admin. Each comes with all of its own rows: 200 long
 * studies took the process more than a second.
 */
export const MOST_LISTED = 100

/** As a limit of a question that names at most MOST_LISTED documents. */
const MOST_NAMED = 250

/** Documents in one answer that brings documents of documents along, for those who are not signed in. */
const MOST_DEEP = 25

/** How many references an answer follows. */
const DEEPEST = { member: 4, nobody: 2 }

/** Far beyond what anybody leafs through, and still a number that Postgres counts to. */
const MOST_PAGES = 1_000_000

/** Milliseconds that the database may take for one answer. */
export const databaseTimeFor = ({ isMember }: { isMember: boolean }): number =>
  isMember ? 20_000 : 5_000

type Query = Record<string, unknown>

/** What an endpoint allows at most where that is less than everywhere else: its `custom.most`. */
export type Most = { depth?: number; limit?: number }

type Asker = { isMember: boolean; isRead: boolean; most?: Most }

/**
 * Refuses what is beyond the limits or not written as it has to be, and returns the query as Payload
 * shall take it: for members, no limit means the highest one.
 *
 * @param asked As Payload parses a query string: texts, lists and objects.
 * @throws 400 with the name of the parameter in its sentence.
 */
export const checkParameters = (asked: Query, asker: Asker): Query => {
  // Payload takes an empty number for 0, and no limit for all there is.
  const query = Object.fromEntries(
    Object.entries(asked).filter(([name, value]) => value !== '' || !NUMBERS.has(name)),
  )
  for (const [name, value] of Object.entries(query)) {
    // Payload puts some there itself.
    if (value === undefined) {
      continue
    }
    if (SINGLE.has(name) && typeof value !== 'string') {
      refuse(`Give “${name}” once, and as one value.`)
    }
    if (FLAGS.has(name) && !['', 'false', 'true'].includes(value as string)) {
      refuse(`“${name}” is true or false, and not “${short(value)}”.`)
    }
    const isNone = value === '' || (name === 'joins' && value === 'false')
    if (OBJECTS.has(name) && typeof value === 'string' && !isNone) {
      readObject(name, value)
    }
  }
  checkLanguages(query, asker)
  const depth = checkDepth(query, asker)
  wholeNumber(query, 'page', { least: 1, most: MOST_PAGES })
  if (query.selectedLocales !== undefined) {
    // Payload looks for each language within a text.
    query.selectedLocales = languagesIn(query.selectedLocales).filter((code) => code !== '')
  }
  return withLimit(query, { ...asker, depth })
}

const SINGLE = new Set([
  'autosave',
  'depth',
  'draft',
  'fallback-locale',
  'limit',
  'locale',
  'overrideLock',
  'page',
  'pagination',
  'publishAllLocales',
  'publishSpecificLocale',
  'q',
  'trash',
  'unpublishAllLocales',
])

const NUMBERS = new Set(['depth', 'limit', 'page'])

const FLAGS = new Set([
  'autosave',
  'draft',
  'overrideLock',
  'pagination',
  'publishAllLocales',
  'trash',
  'unpublishAllLocales',
])

/** Written as `select[title]=true`; the admin also sends some of them as JSON. */
const OBJECTS = new Set(['data', 'joins', 'populate', 'select', 'where'])

const readObject = (name: string, text: string): void => {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    read = undefined
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) {
    refuse(`“${name}” is written with brackets, as in ${name}[field]…=…, or as an object in JSON.`)
  }
}

const checkDepth = (query: Query, { isMember, most: own }: Asker): number => {
  const most = own?.depth ?? (isMember ? DEEPEST.member : DEEPEST.nobody)
  const hint = isMember || own?.depth !== undefined ? '' : ', and up to 4 when you are signed in'
  return wholeNumber(query, 'depth', { least: 0, most, hint }) ?? 1
}

const withLimit = (
  query: Query,
  { depth, isMember, isRead, most: own }: Asker & { depth: number },
): Query => {
  const isDeep = !isMember && depth > 1
  const usual = own?.limit ?? MOST_LISTED
  const most = isDeep
    ? Math.min(MOST_DEEP, usual)
    : isMember && own?.limit === undefined && namesIds(query.where)
      ? MOST_NAMED
      : usual
  const hint = isDeep ? ` with a “depth” above 1` : ''
  const limit = wholeNumber(query, 'limit', { least: isMember ? 0 : 1, most, hint })
  const isUnlimited = limit === 0 || (limit === undefined && query.pagination === 'false')
  // A change of everything that is chosen has no limit.
  if (!isUnlimited || !isRead) {
    return query
  }
  if (!isMember) {
    refuse(`Give a “limit” from 1 to ${most}${hint}, and ask for the next pages with “page”.`)
  }
  return { ...query, limit: String(usual) }
}

/** Documents that are named by their ids are no more than those; the admin asks for all of a page like this. */
const namesIds = (where: unknown): boolean => {
  const { id } = (where ?? {}) as { id?: { in?: unknown } }
  const ids = [id?.in]
    .flat()
    .flatMap((value) => (typeof value === 'string' ? value.split(',') : []))
  return ids.length > 0 && ids.length <= MOST_LISTED
}

const wholeNumber = (
  query: Query,
  name: string,
  { hint = '', least, most }: { hint?: string; least: number; most: number },
): number | undefined => {
  const written = query[name]
  if (written === undefined) {
    return undefined
  }
  const number = /^\d{1,9}$/.test(written as string) ? Number(written) : NaN
  if (!(number >= least && number <= most)) {
    refuse(
      `“${name}” is a whole number from ${least} to ${most}${hint}, and not “${short(written)}”.`,
    )
  }
  return number
}

const checkLanguages = (query: Query, { isMember }: Asker): void => {
  const { locale } = query
  if (locale !== undefined && locale !== '' && !isLanguage(locale)) {
    const isAll = locale === 'all' || locale === '*'
    if (!isAll) {
      refuse(`“locale” names no language that there is here: “${short(locale)}”.`)
    }
    if (!isMember) {
      refuse('Only people who are signed in read all languages at once. Name one in “locale”.')
    }
  }
  for (const [name, others] of LANGUAGES) {
    const wrong = languagesIn(query[name]).find((value) => !others.has(value) && !isLanguage(value))
    if (wrong !== undefined) {
      refuse(`“${name}” names no language that there is here: “${short(wrong)}”.`)
    }
  }
}

/** Written as a list, or with commas. */
const languagesIn = (value: unknown): string[] =>
  [value].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : []))

const isLanguage = (value: unknown): boolean => (LOCALE_CODES as readonly unknown[]).includes(value)

const NO_FALLBACK = new Set(['', 'false', 'none', 'null'])

/** Parameters that name languages, with what each may say beside them. */
const LANGUAGES: readonly [name: string, others: ReadonlySet<string>][] = [
  ['fallback-locale', NO_FALLBACK],
  ['fallbackLocale', NO_FALLBACK],
  ['publishSpecificLocale', new Set([''])],
  ['selectedLocales', new Set([''])],
]

/** Of what was given, so that its writer recognises it. */
const short = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 40)

const refuse = (sentence: string): never => {
  throw new APIError(sentence, 400, { code: 'parameter_not_valid' }, true)
}
