// Calls the admin's server functions as a browser does, on the built server.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startTarget, type Target } from './attacks.ts'
import { richText } from './content.ts'
import { asRuntime } from './payload.ts'
import { freePort, launch, makeDataDir, root, untilReady, type ServerProcess } from './process.ts'
import { PASSWORD } from './tenants.ts'

export type CallAnswer = {
  status: number
  text: string
  /** Of the refusal or the problem, when it was one. */
  code: string | undefined
}

/** A server on a database that a test has prepared. */
export const startServerOn = async (
  databaseUrl: string,
  dataDir = makeDataDir(),
): Promise<ServerProcess> => {
  const server = launch({
    env: {
      DATA_DIR: dataDir,
      DATABASE_OWNER_URL: databaseUrl,
      DATABASE_URL: asRuntime(databaseUrl),
      HOST: '127.0.0.1',
      PAYLOAD_SECRET: process.env.PAYLOAD_SECRET ?? '',
    },
    port: await freePort(),
  })
  await untilReady(server, 400_000)
  return server
}

/** The names that @payloadcms/next knows, so that a new one is tried without anybody adding it here. */
export const functionNames = (): string[] => {
  const file = path.join(
    root,
    'node_modules/@payloadcms/next/dist/utilities/handleServerFunctions.js',
  )
  const [, table = ''] = /baseServerFunctions = \{([^}]*)\}/.exec(readFileSync(file, 'utf8')) ?? []
  return [...table.matchAll(/^\s*'?([a-z-]+)'?:/gm)].map(([, name]) => name!)
}

/** The id under which Next knows our server function in this build. */
const actionId = (): string => {
  const file = path.join(root, '.next/server/server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as {
    node: Record<string, { filename: string }>
  }
  const [id] = Object.entries(node).find(([, { filename }]) => filename.endsWith('layout.tsx'))!
  return id
}

export type Caller = {
  /** `as` by email; without it nobody. */
  call: (request: {
    as?: string | undefined
    args?: unknown
    body?: string
    name?: unknown
    path?: string
  }) => Promise<CallAnswer>
}

const callerOf = (server: ServerProcess): Caller => {
  const cookies = new Map<string, string>()
  const cookieOf = async (email: string): Promise<string> => {
    const known = cookies.get(email)
    if (known) {
      return known
    }
    const response = await fetch(`${server.url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD }),
    })
    const { token } = (await response.json()) as { token: string }
    cookies.set(email, `payload-token=${token}`)
    return `payload-token=${token}`
  }
  return {
    call: async ({ args, as, body, name, path: where = '/admin' }) => {
      const response = await fetch(server.url + where, {
        method: 'POST',
        headers: {
          accept: 'text/x-component',
          'content-type': 'text/plain;charset=UTF-8',
          'next-action': actionId(),
          ...(as ? { cookie: await cookieOf(as) } : {}),
        },
        body: body ?? JSON.stringify([{ name, args }]),
      })
      const text = await response.text()
      const [, code] = /"code":"([a-z_]+)"/.exec(text) ?? []
      return { status: response.status, text, code: response.ok ? undefined : code }
    },
  }
}

/** What each function is asked for, about one document. One that is not here is asked all of it. */
export const argsFor = (name: string, id: string): Record<string, unknown> => {
  const collectionSlug = 'case-studies'
  const form = {
    collectionSlug,
    id,
    data: { title: 'x' },
    docPermissions: { fields: true },
    docPreferences: { fields: {} },
    operation: 'update',
    schemaPath: collectionSlug,
    skipValidation: true,
  }
  const known: Record<string, Record<string, unknown>> = {
    'copy-data-from-locale': {
      collectionSlug,
      docID: id,
      fromLocale: 'en',
      toLocale: 'de',
      overrideData: true,
    },
    'form-state': { ...form, returnLockStatus: true, updateLastEdited: true },
    'get-default-layout': {},
    'get-folder-results-component-and-data': {
      collectionsToDisplay: [collectionSlug],
      displayAs: 'list',
      folderID: id,
      sort: 'name',
    },
    'get-upcoming-scheduled-publish': { collectionSlug, id },
    'render-document': {
      collectionSlug,
      docID: id,
      drawerSlug: 'drawer',
      overrideEntityVisibility: true,
    },
    'render-document-slots': { collectionSlug, id },
    'render-field': { schemaPath: `collection.${collectionSlug}.title`, path: 'title' },
    'render-list': {
      collectionSlug,
      drawerSlug: 'drawer',
      enableRowSelections: true,
      overrideEntityVisibility: true,
      query: { limit: 100, where: { id: { equals: id } } },
    },
    'render-widget': { widgetSlug: 'collections', widgetData: {} },
    'schedule-publish': {
      type: 'publish',
      date: '2099-01-01T00:00:00.000Z',
      doc: { relationTo: collectionSlug, value: id },
      timezone: 'UTC',
    },
    slugify: { collectionSlug, data: {}, path: 'slug', valueToSlugify: 'Some words' },
    'table-state': {
      collectionSlug,
      columns: [{ accessor: 'title', active: true }],
      enableRowSelections: false,
      query: { limit: 10, where: { id: { equals: id } } },
      renderRowTypes: true,
      tableAppearance: 'default',
    },
  }
  return known[name] ?? { ...Object.assign({}, ...Object.values(known)), ...form }
}

/** Everything that is stored but what a person keeps for themselves: sessions and preferences. */
export const storedIn = async (owner: pg.Client): Promise<Record<string, string>> => {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relname !~ '^(users|payload_preferences|payload_migrations)'`,
  )
  const found: Record<string, string> = {}
  for (const { name } of rows) {
    const { rows: sums } = await owner.query<{ sum: string }>(
      `select count(*) || ':' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as sum from "${name}" t`,
    )
    found[name] = sums[0]!.sum
  }
  return found
}

/** In what only the stranger's tenant may read. */
export const CANARY = 'Quarrelsome heron'

export type Stage = {
  call: Caller['call']
  /** As the owner of the tables. */
  owner: pg.Client
  /** A planned publish of the stranger's draft. */
  secretJob: string
  server: ServerProcess
  target: Target
  stop: () => Promise<void>
}

/** The tenants of the attacks with something secret in one of them, and a built server on them. */
export const startStage = async (): Promise<Stage> => {
  const target = await startTarget()
  const { foreignDraft, payload } = target
  await payload.update({
    collection: 'case-studies',
    id: foreignDraft.id,
    data: { title: CANARY, chapters: [{ kind: 'story', body: richText(CANARY) }] } as never,
    draft: true,
    overrideAccess: true,
  })
  const { id } = await payload.jobs.queue({
    task: 'schedulePublish' as never,
    input: {
      type: 'publish',
      doc: { relationTo: 'case-studies', value: foreignDraft.id },
    } as never,
    waitUntil: new Date('2099-01-01'),
  })
  const owner = new pg.Client({ connectionString: target.databaseUrl })
  await owner.connect()
  const server = await startServerOn(target.databaseUrl)
  return {
    call: callerOf(server).call,
    owner,
    secretJob: String(id),
    server,
    target,
    stop: async () => {
      await owner.end()
      server.child.kill('SIGTERM')
      await server.exit
      await target.stop()
    },
  }
}
