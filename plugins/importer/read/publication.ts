/**
 * Whether a source clearly says that a page is published. Generators and people spell "not yet" in many
 * ways, so each sign is read, and a sign that cannot be understood counts as "not yet".
 */
import type { Fields } from './front-matter.ts'

import { nameOfFile } from './slug.ts'
import { date, isRecord, keyOf, list, text } from './values.ts'

export type Publication = {
  isDraft: boolean
  /** Only its own people could read it there. */
  isPrivate: boolean
  /** The sign, as the source has it: `hidden: true`. */
  why?: string
}

type Sign = { why: string; isPrivate?: boolean }
type Reading = (args: { value: unknown; now: number }) => boolean

/**
 * @param file The path in the folder; none for entries of an export.
 * @param isExplicit The source has said "published" in a way that cannot be misread (WordPress), so that
 *   a field called `status` may be about the work itself.
 * @param now Milliseconds.
 */
export const publicationOf = ({
  fields,
  file,
  isBroken = false,
  isExplicit = false,
  now = Date.now(),
  source = '',
}: {
  fields: Fields
  file?: string
  isBroken?: boolean
  isExplicit?: boolean
  now?: number
  source?: string
}): Publication => {
  const signs = [
    ...(isBroken ? [{ why: 'front matter that cannot be read' }] : []),
    ...(file === undefined ? [] : signsOfFile({ file, now, source })),
    ...signsOfFields({ fields, isExplicit, now }),
  ]
  const [first] = signs
  return {
    isDraft: first !== undefined,
    isPrivate: signs.some(({ isPrivate }) => isPrivate),
    ...(first ? { why: first.why.slice(0, 80) } : {}),
  }
}

/** Fields that say whether a page is published, so that nobody reports them as lost. */
export const isPublicationKey = (key: string): boolean => KEYS.has(keyOf(key))

const FOLDERS =
  /^[_.]?(drafts?|hidden|private|scheduled|trash|unpublished|wip|entw(u|ü|ue)rfe?|brouillons?|borrador(es)?|bozze)$/i
const FILE_NAMES = /^_(?!index\b)|[._-](draft|wip)$|^drafts?$/i
const MDX_EXPORT =
  /^export\s+(?:const|let|default)\b[^]{0,4000}?["'\s{,](?:is_?)?(?:drafts?|expiryDate|hidden|private|published|publishDate|publishedAt|status|unlisted|visibility)["']?\s*:/im

const signsOfFile = ({
  file,
  now,
  source,
}: {
  file: string
  now: number
  source: string
}): Sign[] => {
  const folders = file.split('/')
  const name = (folders.pop() ?? '').replace(/\.\w+$/, '')
  const folder = folders.find((part) => FOLDERS.test(part))
  const dated = nameOfFile(file).date
  return [
    ...(folder === undefined ? [] : [{ why: `in the folder ${folder}` }]),
    ...(FILE_NAMES.test(name) ? [{ why: `the file name ${name}` }] : []),
    ...(dated && isAhead(dated, now) ? [{ why: `the date ${dated} in the file name` }] : []),
    ...(/\.mdx$/i.test(file) && MDX_EXPORT.test(source) ? [{ why: 'an export of the MDX' }] : []),
  ]
}

const signsOfFields = ({
  fields,
  isExplicit,
  now,
}: {
  fields: Fields
  isExplicit: boolean
  now: number
}): Sign[] =>
  Object.entries(fields).flatMap(([name, value]): Sign[] => {
    const key = keyOf(name)
    if (NESTED.has(key) && isRecord(value)) {
      return signsOfFields({ fields: value, isExplicit, now }).map((sign) => ({
        ...sign,
        why: `${name}.${sign.why}`,
      }))
    }
    const rule = RULES.find(({ keys }) => keys.has(key))
    const isNotYet = isExplicit ? (rule?.beside ?? rule?.isNotYet) : rule?.isNotYet
    if (!isNotYet?.({ now, value })) {
      return []
    }
    const shown = text(value) ?? JSON.stringify(value) ?? 'empty'
    return [{ isPrivate: isPrivateSign({ key, value }), why: `${name}: ${shown}` }]
  })

const setOf = (names: string): Set<string> => new Set(names.split(' '))

/** Where generators keep the fields that a site adds. */
const NESTED = setOf('attributes build custom data extra meta options params settings')

const YES = setOf('1 ja on oui si sí t true y yes')
const NO = setOf('0 f false n nein no non off')
const PUBLISHED = setOf(
  'everyone live online public publicada publicado publish published publié publiée publiziert pubblicato gepubliceerd veröffentlicht öffentlich',
)
const NOT_PUBLISHED =
  /\b(archived?|auto-draft|bozza|borrador|brouillon|concept|confidential|deleted|drafts?|entwurf|future|hidden|in progress|in review|inherit|internal|members|password|pending|planned|priv(?:at|ate|é|ado)|protected|review|scheduled|todo|trash(?:ed)?|unlisted|unpublished|wip)\b/i
const DRAFT_TAG =
  /^(drafts?|unpublished|wip|work in progress|scheduled|entwurf|brouillon|borrador|bozza)$/i
const PRIVATE =
  /^(is)?(confidential|internal|membersonly|nda|password|private|protected|restricted)$/

/** What a value says, in lower case: empty for nothing, `?` for what is neither one word nor one name. */
const word = (value: unknown): string => {
  if (Array.isArray(value)) {
    return value.length === 1 ? word(value[0]) : value.length === 0 ? '' : '?'
  }
  if (isRecord(value)) {
    return (text(value) ?? '?').trim().toLowerCase()
  }
  return ['boolean', 'number', 'string'].includes(typeof value)
    ? String(value).trim().toLowerCase()
    : ''
}

const isYes = (value: unknown): boolean => YES.has(word(value))
const isNo = (value: unknown): boolean => NO.has(word(value))
const isEmpty = (value: unknown): boolean => value === undefined || word(value) === ''

/** Every moment that a date may mean: `12.03.2014` is read in both ways. `null`: none. */
const momentsOf = (value: unknown): number[] | null => {
  if (typeof value === 'number' && value >= 1e9 && value < 1e11) {
    return [value * 1000]
  }
  const source = typeof value === 'string' ? value.trim() : value
  if (typeof source === 'string') {
    const parts = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b/.exec(source)
    if (parts) {
      const [a, b, year] = parts.slice(1).map(Number) as [number, number, number]
      return [
        ...(a <= 12 ? [Date.UTC(year, a - 1, b)] : []),
        ...(b <= 12 ? [Date.UTC(year, b - 1, a)] : []),
      ]
    }
    if (/^\d{9,13}$/.test(source)) {
      return [Number(source) * (source.length > 11 ? 1 : 1000)]
    }
  }
  const iso = date(source)
  if (iso) {
    return [Date.parse(iso)]
  }
  const years = String(typeof source === 'string' ? source : '').match(/\b(19|20|21)\d\d\b/g)
  return years ? [Date.UTC(Math.max(...years.map(Number)), 11, 31)] : null
}

const isAhead = (value: unknown, now: number): boolean =>
  momentsOf(value)?.some((moment) => moment > now) ?? false

/** `published: true` and `published: 2020-01-01` are both in use. */
const isNotYetFlagOrDate: Reading = ({ now, value }) =>
  !isYes(value) &&
  !PUBLISHED.has(word(value)) &&
  (isNo(value) || !(momentsOf(value)?.every((moment) => moment <= now) ?? false))

/** The first rule that has a key reads it. `beside`: how, where the source has said "published" itself. */
const RULES: { keys: Set<string>; isNotYet: Reading; beside?: Reading }[] = [
  {
    keys: setOf(
      'draft drafts isdraft hidden ishidden private isprivate unlisted isunlisted unpublished isunpublished wip workinprogress',
    ),
    isNotYet: ({ value }) => !isNo(value),
  },
  {
    keys: setOf(
      'archived confidential deleted disabled eleventyexcludefromcollections exclude excluded headless hide ignore internal isarchived membersonly nda protected restricted trashed',
    ),
    isNotYet: ({ value }) => isYes(value),
  },
  { keys: setOf('password'), isNotYet: ({ value }) => !isEmpty(value) && !isNo(value) },
  { keys: setOf('published ispublished publish'), isNotYet: isNotYetFlagOrDate },
  {
    keys: setOf('public ispublic visible isvisible'),
    isNotYet: ({ value }) => !isYes(value) && !PUBLISHED.has(word(value)),
  },
  {
    keys: setOf('active enabled list listed live online output permalink render show'),
    isNotYet: ({ value }) => isNo(value) || word(value) === 'never',
  },
  {
    keys: setOf(
      'contentstatus poststatus privacy publicationstate publicationstatus publishingstatus publishstatus reviewstatus status visibility workflowstate workflowstatus',
    ),
    isNotYet: ({ value }) => !PUBLISHED.has(word(value)),
    beside: ({ value }) => NOT_PUBLISHED.test(word(value)),
  },
  {
    keys: setOf('access audience stage state workflow'),
    isNotYet: ({ value }) => NOT_PUBLISHED.test(word(value)),
  },
  {
    keys: setOf('categories category collection labels layout tag tags template topics type'),
    isNotYet: ({ value }) => list(value).some((name) => DRAFT_TAG.test(name)),
  },
  {
    keys: setOf(
      'availablefrom datepublished embargo embargoeduntil embargountil golive golivedate pubdate publicationdate publishat publishdate publishedat publishedate publisheddate publishedon publishon scheduled scheduledat scheduledfor visiblefrom',
    ),
    isNotYet: ({ now, value }) =>
      !isNo(value) && !(momentsOf(value)?.every((moment) => moment <= now) ?? false),
  },
  {
    keys: setOf('date postdate'),
    isNotYet: ({ now, value }) =>
      !isEmpty(value) && !(momentsOf(value)?.every((moment) => moment <= now) ?? false),
  },
  {
    keys: setOf('completed created launched releasedate'),
    isNotYet: ({ now, value }) => isAhead(value, now),
  },
  {
    keys: setOf(
      'archivedat availableuntil deletedat expirationdate expire expires expiresat expireson expiry expirydate unpublishat unpublishdate unpublishedat unpublishon validthrough validuntil visibleuntil',
    ),
    isNotYet: ({ now, value }) =>
      !isEmpty(value) &&
      !isNo(value) &&
      word(value) !== 'never' &&
      !(momentsOf(value)?.every((moment) => moment > now) ?? false),
  },
]

const KEYS = new Set(RULES.flatMap(({ keys }) => [...keys]))

const isPrivateSign = ({ key, value }: { key: string; value: unknown }): boolean =>
  PRIVATE.test(key) ||
  /\b(confidential|internal|members|password|private|protected)\b/.test(word(value))
