// GraphQL is served at /api/graphql by the server itself; see src/http/graphql.ts.
import type { Config } from 'payload'

export const graphQL: Config['graphQL'] = {
  disablePlaygroundInProduction: true,
  maxComplexity: 1500,
}
