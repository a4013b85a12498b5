// GraphQL's log-out takes `allSessions` as an argument, which no hook of the collection sees.
import type { GraphQLSchema } from 'graphql'
import type { PayloadRequest } from 'payload'
import { ALL_SESSIONS } from './hooks/recover.ts'

/** Lets the hooks know of it: signing out everywhere ends more than the sessions. */
export const noteAllSessions = ({ schema }: { schema: GraphQLSchema }): void => {
  const field = schema.getMutationType()?.getFields().logoutUser
  const resolve = field?.resolve
  if (!field || !resolve) {
    throw new Error('The GraphQL schema has no “logoutUser”.')
  }
  field.resolve = (source, args: { allSessions?: boolean }, context, info) => {
    const { req } = context as { req: PayloadRequest }
    req.context[ALL_SESSIONS] = args.allSessions === true
    return resolve(source, args, context, info)
  }
}
