// Payload's GraphQL API, through @payloadcms/graphql and graphql-http.
import { configToSchema } from '@payloadcms/graphql'
import { createHandler } from 'graphql-http/lib/use/fetch'
import { specifiedRules, validate, type GraphQLError } from 'graphql'
import type { Context } from 'hono'
import {
  addDataAndFileToRequest,
  addLocalesToRequestFromData,
  createPayloadRequest,
  headersWithCors,
  type PayloadRequest,
  type SanitizedConfig,
} from 'payload'
import { guardGraphQL, sentenceOf } from '../../plugins/row-level-security/index.ts'
import { problemResponse } from './problem.ts'
import { readText } from './readText.ts'

type Schema = ReturnType<typeof configToSchema>

/** `POST /api/graphql`. The schema is built at the first request and kept. */
export const graphqlHandler = ({ config }: { config: Promise<SanitizedConfig> }) => {
  let schema: Promise<Schema> | undefined
  return async (c: Context): Promise<Response> => {
    schema ??= config.then(schemaOf)
    const { schema: graphqlSchema, validationRules } = await schema
    const { raw } = c.req
    const type = (raw.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
    const text =
      type === 'application/json' ? await readText({ most: MOST_QUERY_BYTES, raw }) : undefined
    if (typeof text !== 'string') {
      return refuse({ c, isTooLarge: text === null })
    }
    // Read twice: by Payload for the user's language, and by GraphQL itself.
    const sent = (): Request =>
      new Request(raw.url, { method: 'POST', headers: raw.headers, signal: raw.signal, body: text })
    const request = sent()
    const original = sent()
    const req = await createPayloadRequest({ canSetHeaders: true, config, request })
    await addDataAndFileToRequest(req)
    addLocalesToRequestFromData(req)
    const headers: Record<string, string> = {}
    const answer = await createHandler({
      context: { headers, req },
      onOperation: (_, __, result) => ({
        ...result,
        ...(result.errors
          ? { errors: result.errors.map((error) => presentError({ error, req })) }
          : {}),
      }),
      schema: graphqlSchema,
      validate: validateInTurn,
      validationRules: (_, args, defaults) => defaults.concat(validationRules(args)),
    })(original)
    const responseHeaders = headersWithCors({ headers: new Headers(answer.headers), req })
    for (const [name, value] of Object.entries(headers)) {
      responseHeaders.append(name, value)
    }
    return new Response(answer.body, { headers: responseHeaders, status: answer.status })
  }
}

/** Of one query with its variables. */
const MOST_QUERY_BYTES = 8 * 1024 * 1024

const refuse = ({ c, isTooLarge }: { c: Context; isTooLarge: boolean }): Response =>
  problemResponse({
    requestId: c.get('requestId') as string,
    ...(isTooLarge
      ? { status: 413, code: 'body_too_large', title: 'The query is too large' }
      : {
          status: 415,
          code: 'unsupported_media_type',
          title: 'GraphQL takes JSON',
          detail: 'Send {"query": "…"} as application/json.',
        }),
  })

/**
 * GraphQL's own rules first, and Payload's count of what a query costs only for those that pass:
 * counting fragments that include each other would never end.
 */
const validateInTurn: typeof validate = (schema, document, rules = specifiedRules, ...rest) => {
  const standard = new Set<unknown>(specifiedRules)
  const errors = validate(
    schema,
    document,
    rules.filter((rule) => standard.has(rule)),
    ...rest,
  )
  return errors.length > 0
    ? errors
    : validate(
        schema,
        document,
        rules.filter((rule) => !standard.has(rule)),
        ...rest,
      )
}

const schemaOf = (config: SanitizedConfig): Schema => {
  const built = configToSchema(config)
  guardGraphQL({ schema: built.schema, singularNames: ['User'] })
  return built
}

type Thrown = Error & { status?: number; data?: unknown; isPublic?: boolean }

/** What a caller may know: expected errors as they are, anything else only that it happened. */
const presentError = ({
  error,
  req,
}: {
  error: GraphQLError
  req: PayloadRequest
}): GraphQLError => {
  const original: Thrown | undefined = error.originalError
  const refusal = sentenceOf(original)
  if (refusal) {
    return {
      message: refusal.message,
      ...(error.path ? { path: error.path } : {}),
      extensions: { statusCode: refusal.status, data: { code: refusal.code } },
    } as unknown as GraphQLError
  }
  const status = original?.status ?? (original ? 500 : 400)
  if (status >= 500) {
    req.payload.logger.error({ msg: 'A GraphQL operation failed.', err: original ?? error })
  }
  const presented = {
    message: status >= 500 ? 'Something went wrong.' : error.message,
    ...(error.locations ? { locations: error.locations } : {}),
    ...(error.path ? { path: error.path } : {}),
    extensions: {
      name: original?.name,
      statusCode: status,
      ...(status < 500 ? { data: original?.data } : {}),
    },
  }
  return presented as unknown as GraphQLError
}
