/** GraphQL's own log-in and log-out: its resolvers do not pass by the endpoints. */
import type { GraphQLSchema } from 'graphql'
import { AUTH_CLAIMS } from './localApi.ts'
import { withClaims } from './scope.ts'

/** `loginUser`, `meUser` …: Payload names them by the operation and the collection's singular. */
const AUTH_FIELD =
  /^(login|logout|me|initialized|refreshToken|forgotPassword|resetPassword|verifyEmail|unlock)[A-Z]/

/**
 * Lets the authentication fields of a schema run under the capability `auth`, and nothing else.
 *
 * @param singularNames GraphQL names of the collections that log in, e.g. `User`.
 */
export const guardGraphQL = ({
  schema,
  singularNames,
}: {
  schema: GraphQLSchema
  singularNames: readonly string[]
}): void => {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const [name, field] of Object.entries(type?.getFields() ?? {})) {
      const { resolve } = field
      if (resolve && AUTH_FIELD.test(name) && singularNames.some((one) => name.endsWith(one))) {
        field.resolve = (...args) => withClaims(AUTH_CLAIMS, async () => await resolve(...args))
      }
    }
  }
}
