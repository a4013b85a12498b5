// Nobody outside the tenant finds a study by what it may not lead to: a filter or an order by a
// testimonial, a link or a related study would tell which of them an anonymised study holds.
import {
  APIError,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
  type Where,
} from 'payload'
import { principalOf, tenantsWith } from '../../../access/principal.ts'
import { findConfidential } from '../queries/findConfidential.ts'

/** Outside the tenant, a query by these is about studies that name their client. */
const OF_NAMED = ['client', 'testimonials', 'credits.url', 'seo', 'cover']

/** Another study's texts and related work may lead to the anonymised one, so nobody else asks. */
const OF_MEMBERS = ['related', 'chapters']

/** What lies below them and leads nowhere. */
const PLAIN = ['chapters.id', 'chapters.kind', 'chapters.title', 'related.mode']

type QueryArgs = { field?: unknown; overrideAccess?: boolean; sort?: unknown; where?: Where }

export const guardClientQuery: CollectionBeforeOperationHook = async ({ args, req }) => {
  const { field, overrideAccess, sort, where } = args as QueryArgs
  const principal = principalOf(req.user)
  if (overrideAccess || principal.isOperator) {
    return args
  }
  const paths = [...pathsOf(where), ...sortPaths(sort), ...sortPaths(field)]
  const ofMembers = paths.find((path) => isBelow(path, OF_MEMBERS) && !isBelow(path, PLAIN))
  const isOfMembers = ofMembers !== undefined
  if (!isOfMembers && !paths.some((path) => isBelow(path, OF_NAMED))) {
    return args
  }
  const prefix = paths.some((path) => path.startsWith('version.')) ? 'version.' : ''
  const tenants = tenantsWith(principal, 'case-studies.readInternal')
  if (isOfMembers && tenants.length === 0) {
    throw new APIError(
      `You cannot filter or sort by “${dotted(ofMembers)}”. Leave it out, or sign in to the workspace it belongs to.`,
      400,
      { code: 'filter_not_possible' },
      true,
    )
  }
  const own: Where = { [`${prefix}tenant`]: { in: tenants } }
  const within = isOfMembers ? own : { or: [own, await namingTheirClient({ prefix, req })] }
  return { ...args, where: { and: [...(where ? [where] : []), within] } }
}

/** Studies that name their client: neither anonymised nor of a client under NDA. */
const namingTheirClient = async ({
  prefix,
  req,
}: {
  prefix: string
  req: PayloadRequest
}): Promise<Where> => {
  const confidential = await findConfidential({ req })
  return {
    and: [
      { [`${prefix}anonymous`]: { not_equals: true } },
      // By id: a filter by `client` is not the caller's to ask.
      ...(confidential.length === 0
        ? []
        : [{ [prefix === '' ? 'id' : 'parent']: { not_in: confidential } }]),
    ],
  }
}

const isBelow = (path: string, roots: readonly string[]): boolean => {
  const below = `${dotted(path).replace(/^version\./, '')}.`
  return roots.some((root) => below.startsWith(`${root}.`))
}

/** GraphQL writes `related__studies` for `related.studies`. */
const dotted = (path: string): string => path.replace(/__/g, '.')

const pathsOf = (where: unknown): string[] =>
  typeof where === 'object' && where !== null
    ? Object.entries(where).flatMap(([key, value]) =>
        key.toLowerCase() === 'and' || key.toLowerCase() === 'or'
          ? Object.values(value as object).flatMap(pathsOf)
          : [key],
      )
    : []

const sortPaths = (sort: unknown): string[] =>
  (Array.isArray(sort) ? sort : typeof sort === 'string' ? sort.split(',') : [])
    .filter((path): path is string => typeof path === 'string')
    .map((path) => path.trim().replace(/^-/, ''))
