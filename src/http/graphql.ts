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
import { strangeNameIn, strangeNameSentence } from '../../collections/shared/values/strangeNames.ts'
import { noteAllSessions } from '../../collections/Users/graphql.ts'
import { guardGraphQL, hadOutage, withTimeBudget } from '../../plugins/row-level-security/index.ts'
import { tooManyQuestions } from '../questions/graphqlCount.ts'
import { askAsRest, nameIds, takeDrafts } from '../questions/graphqlFilters.ts'
import {
  answerAccess,
  limitGraphQL,
  noteLanguages,
  restoreAsDrafts,
  withoutVerification,
} from '../questions/graphql.ts'
import { selectWhatIsAsked } from '../questions/graphqlSelect.ts'
import { DEEPEST, nestingOf } from '../questions/nestingOf.ts'
import { databaseTimeFor } from '../questions/parameters.ts'
import { presentApiProblem, withoutTables } from './apiProblem.ts'
import { problem, problemOfStatus, refusal, refusedByOutage, toProblem } from './problem.ts'
import { networkOf } from './networkOf.ts'
import { readText } from './readText.ts'
import { currentRequestId } from './requestContext.ts'
import { createTurns } from './turns.ts'

/** One request may ask many things, each on a connection of its own: a few callers at once leave some for all others. */
const turns = createTurns({ atOnce: 2, inLine: 20 })

const TOO_MANY: Parameters<typeof problem>[0] = {
  code: 'too_many_requests',
  detail: 'Your other GraphQL requests are still being answered. Send a few at a time.',
  retryAfter: 2,
}

type Schema = ReturnType<typeof configToSchema>

/**
 * `POST /api/graphql`. The schema is built at the first request and kept.
 *
 * @throws a refusal of the request itself, which the application presents.
 */
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
      throw refusal(text === null ? TOO_LARGE : NOT_JSON)
    }
    const asked = objectIn(text)
    if (!asked) {
      throw refusal(NOT_AN_OBJECT)
    }
    if (nestingOf(text) > DEEPEST || nestingOf(String(asked.query)) > DEEPEST) {
      throw refusal(TOO_DEEP)
    }
    const strange = strangeNameIn(asked)
    if (strange !== undefined) {
      throw refusal({ code: 'malformed_value', detail: strangeNameSentence(strange) })
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
    const answerQuery = createHandler({
      context: { headers, req },
      formatError: (error) => presentError({ error, req }),
      schema: graphqlSchema,
      validate: validateInTurn,
      validationRules: (_, args, defaults) => defaults.concat(validationRules(args)),
    })
    const time = databaseTimeFor({ isMember: Boolean(req.user) })
    const caller = req.user?.id ?? networkOf(raw.headers.get('x-vitrine-ip') ?? 'unknown')
    const endTurn = await turns.take({ key: String(caller), signal: raw.signal })
    if (!endTurn) {
      throw refusal(TOO_MANY)
    }
    let answer: Response
    try {
      answer = await withTimeBudget(time, async () => answerQuery(original))
    } finally {
      endTurn()
    }
    if (hadOutage() && !(await isWholeMutation({ answer, text }))) {
      throw refusedByOutage()
    }
    const responseHeaders = headersWithCors({ headers: new Headers(answer.headers), req })
    for (const [name, value] of Object.entries(headers)) {
      responseHeaders.append(name, value)
    }
    // A changed password gives its session a new cookie.
    req.responseHeaders?.forEach((value, name) => responseHeaders.append(name, value))
    // Without a body it says nothing of GraphQL: the client accepts no format of ours.
    return answer.status >= 400 && answer.body === null
      ? presentApiProblem({ problem: problemOfStatus(answer.status) })
      : new Response(answer.body, { headers: responseHeaders, status: answer.status })
  }
}

/** One that the outage came too late for. */
const isWholeMutation = async ({
  answer,
  text,
}: {
  answer: Response
  text: string
}): Promise<boolean> =>
  /\bmutation\b/.test(text) && !('errors' in ((await answer.clone().json()) as object))

/** Of one query with its variables. */
const MOST_QUERY_BYTES = 8 * 1024 * 1024

type Refused = Parameters<typeof refusal>[0]

const TOO_LARGE: Refused = { code: 'body_too_large', detail: 'Send a query of at most 8 MB.' }

const NOT_JSON: Refused = {
  code: 'unsupported_media_type',
  detail: 'Send {"query": "…"} as application/json.',
}

const NOT_AN_OBJECT: Refused = {
  code: 'body_not_an_object',
  detail: 'Send {"query": "…"}.',
}

const TOO_DEEP: Refused = {
  code: 'parameter_not_valid',
  detail: `The query and its variables may be nested ${DEEPEST} levels deep. Ask in fewer.`,
}

const objectIn = (text: string): Record<string, unknown> | null => {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown> | null)
      : null
  } catch {
    return null
  }
}

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
  const most = tooManyQuestions(document)
  return errors.length > 0 || most
    ? [...errors, ...(most ? [most] : [])]
    : validate(
        schema,
        document,
        rules.filter((rule) => !standard.has(rule)),
        ...rest,
      )
}

const schemaOf = (config: SanitizedConfig): Schema => {
  const built = configToSchema(config)
  noteAllSessions({ schema: built.schema })
  selectWhatIsAsked({ schema: built.schema })
  limitGraphQL({ schema: built.schema })
  noteLanguages({ schema: built.schema })
  restoreAsDrafts({ schema: built.schema })
  withoutVerification({ schema: built.schema })
  answerAccess({ schema: built.schema })
  askAsRest({ collections: config.collections, schema: built.schema })
  takeDrafts({ schema: built.schema })
  nameIds({ schema: built.schema })
  guardGraphQL({ schema: built.schema, singularNames: ['User'] })
  return built
}

type Thrown = Error & { data?: unknown }

/**
 * GraphQL's own shape, with status, code and sentence of the presenter. Errors of the query itself have
 * no original, or one of graphql-http without anything of ours in it.
 */
const presentError = ({
  error,
  req,
}: {
  error: Readonly<GraphQLError | Error>
  req: PayloadRequest
}): GraphQLError => {
  const { locations, originalError, path } = error as Partial<GraphQLError>
  // Also GraphQL's own, for a variable that is none of its type.
  const isOfQuery = !originalError || originalError.name === 'GraphQLError'
  const presented = isOfQuery
    ? problem({ code: 'graphql_not_valid', detail: error.message })
    : toProblem(originalError)
  if (presented.status >= 500) {
    req.payload.logger.error({ msg: 'A GraphQL operation failed.', err: originalError })
  }
  const thrown: Thrown | undefined = originalError ?? undefined
  const data = thrown?.data
  const requestId = currentRequestId()
  return {
    message: presented.code === 'internal_error' ? 'Something went wrong.' : presented.detail,
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: {
      ...(originalError ? { name: originalError.name } : {}),
      code: presented.code,
      statusCode: presented.status,
      ...(requestId ? { requestId } : {}),
      ...(presented.status < 500 ? { data: withoutTables(data ?? { code: presented.code }) } : {}),
    },
  } as unknown as GraphQLError
}
