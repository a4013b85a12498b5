// Calls the admin's server functions as a browser does, on the built server.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startTarget, type Target } from './attacks.ts'
import { richText } from './content.ts'
import { root, startServerOn, type ServerProcess } from './process.ts'
import { PASSWORD } from './tenants.ts'

export type CallAnswer = {
  status: number
  text: string
  /** Of the refusal or the problem, when it was one. */
  code: string | undefined
}

const PACKAGES = path.join(root, 'node_modules/@payloadcms')

/** The compiled files of Payload's packages. */
const packageFiles = (): string[] =>
  readdirSync(PACKAGES).flatMap((name) => {
    const folder = path.join(PACKAGES, name, 'dist')
    return existsSync(folder)
      ? readdirSync(folder, { encoding: 'utf8', recursive: true })
          .filter((file) => file.endsWith('.js') && !file.endsWith('.spec.js'))
          .map((file) => path.join(folder, file))
      : []
  })

/** The names that @payloadcms/next knows, so that a new one is tried without anybody adding it here. */
export const functionNames = (): string[] => {
  const file = path.join(PACKAGES, 'next/dist/utilities/handleServerFunctions.js')
  const [, table = ''] = /baseServerFunctions = \{([^}]*)\}/.exec(readFileSync(file, 'utf8')) ?? []
  return [...table.matchAll(/^\s*'?([a-zA-Z-]+)'?:/gm)].map(([, name]) => name!)
}

/** What the packages' own components call, and which of their files hold server actions. */
export const packageCalls = (): { actionFiles: string[]; called: string[] } => {
  const called = new Set<string>()
  const actionFiles: string[] = []
  for (const file of packageFiles()) {
    const source = readFileSync(file, 'utf8')
    for (const [, name] of source.matchAll(
      /serverFunction\)?\(\{\s*(?:args:[^{}]*,\s*)?name: ?["']([^"']+)["']/g,
    )) {
      called.add(name!)
    }
    if (/^\s*["']use server["'];?\s*$/m.test(source)) {
      actionFiles.push(path.relative(PACKAGES, file))
    }
  }
  return { actionFiles: actionFiles.sort(), called: [...called].sort() }
}

/** Every server action of this build: where it is written. */
export const builtActions = (): { file: string; id: string }[] =>
  Object.entries(manifest()).map(([id, { filename }]) => ({ file: filename, id }))

const manifest = (): Record<string, { filename: string }> => {
  const file = path.join(root, '.next/server/server-reference-manifest.json')
  const { edge, node } = JSON.parse(readFileSync(file, 'utf8')) as Record<
    'edge' | 'node',
    Record<string, { filename: string }>
  >
  return { ...node, ...edge }
}

/** The id under which Next knows our server function in this build. */
export const actionId = (): string =>
  builtActions().find(({ file }) => file.endsWith('layout.tsx'))!.id

export type Caller = {
  /** `as` by email; without it nobody. */
  call: (request: {
    as?: string | undefined
    args?: unknown
    body?: BodyInit
    name?: unknown
    /** Instead of, or beside, those that a browser sends. */
    headers?: Record<string, string>
    path?: string
  }) => Promise<CallAnswer>
  cookieOf: (email: string) => Promise<string>
}

export const callerOf = (server: ServerProcess): Caller => {
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
    if (!response.ok) {
      throw new Error(`${email} could not sign in: ${response.status} ${await response.text()}`)
    }
    const { token } = (await response.json()) as { token: string }
    cookies.set(email, `payload-token=${token}`)
    return `payload-token=${token}`
  }
  return {
    cookieOf,
    call: async ({ args, as, body, headers = {}, name, path: where = '/admin' }) => {
      const response = await fetch(server.url + where, {
        method: 'POST',
        headers: {
          accept: 'text/x-component',
          // fetch names the boundary of a form itself.
          ...(body instanceof FormData ? {} : { 'content-type': 'text/plain;charset=UTF-8' }),
          'next-action': actionId(),
          ...(as ? { cookie: await cookieOf(as) } : {}),
          ...headers,
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
    // A field that stands in no tab: those are numbered in the path.
    'render-field': { schemaPath: 'collection.people.name', path: 'name' },
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
      // As React writes a Date.
      date: '$D2099-01-01T00:00:00.000Z',
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

/**
 * Everything that is stored but what a person keeps for themselves, sessions and preferences, and the work that
 * the server gives itself at its times.
 */
export const storedIn = async (owner: pg.Client): Promise<Record<string, string>> => {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relname !~ '^(users|payload_preferences|payload_migrations)'`,
  )
  const found: Record<string, string> = {}
  for (const { name } of rows) {
    const { rows: sums } = await owner.query<{ sum: string }>(
      `select count(*) || ':' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as sum
         from "${name}" t ${name === 'payload_jobs' ? 'where t.key is null' : ''}`,
    )
    found[name] = sums[0]!.sum
  }
  return found
}

/** In what only the stranger's tenant may read. */
export const CANARY = 'Quarrelsome heron'

export type Stage = Caller & {
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
    ...callerOf(server),
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
