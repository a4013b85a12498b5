// The limits of parameters.ts for GraphQL, whose schema has already seen to it that numbers are numbers.
import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import { APIError, type PayloadRequest } from 'payload'
import { NAMES_LANGUAGE } from '../../collections/shared/hooks/guardLanguage.ts'
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

/** So that a write in no language that was named can be one in the tenant's main language, as with REST. */
export const noteLanguages = ({ schema }: { schema: GraphQLSchema }): void => {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { args, resolve } = field
    if (resolve && args.some(({ name }) => name === 'locale')) {
      field.resolve = (source, given: Args, context, info): unknown => {
        const { req } = context as { req: PayloadRequest }
        req.context[NAMES_LANGUAGE] = Boolean(given.locale)
        return resolve(source, given, context, info)
      }
    }
  }
}
