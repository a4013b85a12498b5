// The limits of parameters.ts for GraphQL, whose schema has already seen to it that numbers are numbers.
import {
  isObjectType,
  visit,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql'
import { APIError, type PayloadRequest } from 'payload'
import { NAMES_LANGUAGE } from '../../collections/shared/languages.ts'
import { createTurns, type Turns } from '../http/turns.ts'
import { checkParameters } from './parameters.ts'

type Args = Record<string, unknown>

/** Every field that takes a limit or a language, queries and lists inside documents alike. */
export const limitGraphQL = ({ schema }: { schema: GraphQLSchema }): void => {
  const mutation = schema.getMutationType()
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type === mutation || type.name.startsWith('__')) {
      continue
    }
    for (const field of Object.values(type.getFields())) {
      if (field.resolve && field.args.some(({ name }) => LIMITED.includes(name))) {
        field.resolve = within({
          isList: field.args.some(({ name }) => name === 'limit'),
          resolve: field.resolve,
        })
      }
    }
  }
}

const LIMITED = ['limit', 'locale', 'page', 'pagination']

type Resolver = GraphQLFieldResolver<unknown, unknown>

const within =
  ({ isList, resolve }: { isList: boolean; resolve: Resolver }): Resolver =>
  (source, args: Args, context, info) => {
    const { user } = (context as { req: PayloadRequest }).req
    const given = Object.fromEntries(
      LIMITED.filter((name) => args[name] !== undefined && args[name] !== null).map((name) => [
        name,
        String(args[name]),
      ]),
    )
    const { limit } = checkParameters(given, { isMember: Boolean(user), isRead: true })
    const read = () =>
      resolve(source, limit === undefined ? args : { ...args, limit: Number(limit) }, context, info)
    if (info.path.prev !== undefined) {
      return read()
    }
    const asked = isList ? Number(limit ?? USUALLY_LISTED) : 1
    return inTurn({ asked, context: context as object, read })
  }

/** Where a field names no limit. */
const USUALLY_LISTED = 10

/** Of all fields of one request together; so many take the process some seconds at most. */
const MOST_DOCUMENTS = 250

/** How many fields of one request are read at the same time: what others ask comes in between. */
const AT_ONCE = 2

type Asked = { documents: number; turns: Turns }

/** By the context of a request: Payload's resolvers give it another `req` each. */
const requests = new WeakMap<object, Asked>()

/** All fields of a query are begun before the first is read, so that too many of them are refused as a whole. */
const inTurn = async ({
  asked,
  context,
  read,
}: {
  asked: number
  context: object
  read: () => unknown
}): Promise<unknown> => {
  const request = requests.get(context) ?? {
    documents: 0,
    turns: createTurns({ atOnce: AT_ONCE, inLine: Infinity }),
  }
  requests.set(context, request)
  request.documents += asked
  await Promise.resolve()
  const endTurn = await request.turns.take({ key: '' })
  try {
    refuseTooMany(request)
    return await read()
  } finally {
    endTurn?.()
  }
}

const refuseTooMany = ({ documents }: Asked): void => {
  if (documents > MOST_DOCUMENTS) {
    throw new APIError(
      `One request asks for at most ${MOST_DOCUMENTS} documents: the “limit” of all its fields together, ${USUALLY_LISTED} where there is none. Send several.`,
      400,
      { code: 'parameter_not_valid' },
      true,
    )
  }
}

/** An earlier version comes back as a draft; see collections/shared/hooks/draftUnlessPublished.ts. */
export const restoreAsDrafts = ({ schema }: { schema: GraphQLSchema }): void => {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { name, resolve } = field
    if (resolve && name.startsWith('restoreVersion')) {
      field.resolve = (source, args: Args, context, info): unknown =>
        resolve(source, { ...args, draft: true }, context, info)
    }
  }
}

/** Payload leaves out every answer that is no, and its schema needs one here. */
export const answerAccess = ({ schema }: { schema: GraphQLSchema }): void => {
  const type = schema.getType('Access')
  const field = isObjectType(type) ? type.getFields().canAccessAdmin : undefined
  if (field) {
    field.resolve = (access: { canAccessAdmin?: boolean }): boolean =>
      access.canAccessAdmin === true
  }
}

/** Payload offers it for every collection that signs in. Here emails are verified by invitations, and it would fail. */
export const withoutVerification = ({ schema }: { schema: GraphQLSchema }): void => {
  const fields = schema.getMutationType()?.getFields() ?? {}
  for (const name of Object.keys(fields)) {
    if (name.startsWith('verifyEmail')) {
      delete fields[name]
    }
  }
}

/**
 * So that what names no language is in the tenant's main one, as with REST. Mutations are done one after another;
 * queries all at once, so that one language among them counts for the whole request.
 */
export const noteLanguages = ({ schema }: { schema: GraphQLSchema }): void => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {})
  for (const field of [...mutations, ...queries]) {
    const { args, resolve } = field
    if (resolve && args.some(({ name }) => name === 'locale')) {
      const isMutation = mutations.includes(field)
      field.resolve = (source, given: Args, context, info): unknown => {
        const { req } = context as { req: PayloadRequest }
        req.context[NAMES_LANGUAGE] = isMutation ? Boolean(given.locale) : nameOneIn(info)
        return resolve(source, given, context, info)
      }
    }
  }
}

const nameOneIn = ({ fragments, operation }: GraphQLResolveInfo): boolean => {
  let isNamed = false
  for (const part of [operation, ...Object.values(fragments)]) {
    visit(part, {
      Argument: ({ name }) => {
        isNamed ||= name.value === 'locale'
      },
    })
  }
  return isNamed
}
