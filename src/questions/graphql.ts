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
    if (isList && info.path.prev === undefined) {
      noteDocuments({ asked: Number(limit ?? USUALLY_LISTED), context: context as object })
    }
    return resolve(
      source,
      limit === undefined ? args : { ...args, limit: Number(limit) },
      context,
      info,
    )
  }

/** Where a field names no limit. */
const USUALLY_LISTED = 10

/** Of all fields of one request together; so many take the process some seconds at most. */
const MOST_DOCUMENTS = 250

/** By the context of a request: Payload's resolvers give it another `req` each. */
const documentsAsked = new WeakMap<object, number>()

const noteDocuments = ({ asked, context }: { asked: number; context: object }): void => {
  const sum = (documentsAsked.get(context) ?? 0) + asked
  documentsAsked.set(context, sum)
  if (sum > MOST_DOCUMENTS) {
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
