// Everything that the admin and the API can do to a document: what asks for nothing to change for readers, what
// takes offline, and what publishes.
import { createLocalReq, type CollectionSlug } from 'payload'
import { runDueJobs } from '../../src/jobs/runner.ts'
import { SERVER_FUNCTIONS } from '../../src/serverFunctions/functions.ts'
import type { Answer, Target } from './attacks.ts'
import { graphqlNames } from './fieldWays.ts'
import type { Data } from './takenBack.ts'

export type Written = {
  collection: CollectionSlug
  id: string
  /** What is changed. */
  saved: Data
  target: Target
}

export type Write = {
  name: string
  /** What the collection has to have. */
  needs?: 'duplicate' | 'no trash' | 'schedule' | 'trash'
  run: (written: Written) => Promise<Answer | void>
}

export const AS = 'owner@client.test'

type Body = (saved: Data, written: Written) => unknown

const rest = (
  { collection, target }: Written,
  request: { body?: unknown; method?: string; path: string },
): Promise<Answer> =>
  target.api.call({
    as: AS,
    method: 'PATCH',
    ...request,
    path: `/api/${collection}${request.path}`,
  })

const patch =
  (query = '', body: Body = (saved) => saved): Write['run'] =>
  (written) =>
    rest(written, { path: `/${written.id}${query}`, body: body(written.saved, written) })

const patchMany =
  (query = '', body: Body = (saved) => saved): Write['run'] =>
  (written) =>
    rest(written, {
      path: `?where[id][in]=${written.id}${query}`,
      body: body(written.saved, written),
    })

/** `saved` is written as GraphQL writes it. */
const mutate =
  (ask: (names: { id: string; name: string; saved: string }) => string): Write['run'] =>
  async ({ collection, id, saved, target }) =>
    target.graphql({
      as: AS,
      query: `mutation { ${ask({
        id,
        name: graphqlNames(collection).singular,
        saved: Object.entries(saved)
          .map(([field, value]) => `${field}: ${JSON.stringify(value)}`)
          .join(', '),
      })} { id } }`,
    })

const mutateVersion =
  (extra: string): Write['run'] =>
  async (written) => {
    const version = await earliestVersion(written)
    return mutate(({ name }) => `restoreVersion${name}(id: "${version}"${extra})`)(written)
  }

const restore =
  (query: string): Write['run'] =>
  async (written) =>
    rest(written, { method: 'POST', path: `/versions/${await earliestVersion(written)}${query}` })

const earliestVersion = async ({ collection, id, target }: Written): Promise<string> => {
  const { docs } = await target.payload.findVersions({
    collection,
    limit: 1,
    sort: 'updatedAt',
    where: { parent: { equals: id } },
  })
  return String(docs[0]!.id)
}

const duplicate =
  (query: string): Write['run'] =>
  (written) =>
    rest(written, { method: 'POST', path: `/${written.id}/duplicate${query}`, body: {} })

const callFunction =
  (name: string, argsOf: (written: Written) => Record<string, unknown>): Write['run'] =>
  async (written) => {
    const { payload, world } = written.target
    const user = await world.user('owner', 'client')
    const req = await createLocalReq({ user }, payload)
    await SERVER_FUNCTIONS[name]!({ args: argsOf(written), req })
  }

/** Plans it for a moment ago, and lets the runner do it. */
const planned =
  (type: 'publish' | 'unpublish'): Write['run'] =>
  async ({ collection, id, target: { payload, world } }) => {
    const user = await world.user('owner', 'client')
    await payload.jobs.queue({
      task: 'schedulePublish',
      input: {
        type,
        doc: { relationTo: collection as 'pages', value: id },
        user: { relationTo: 'users', value: user.id },
      },
      waitUntil: new Date(Date.now() - 1000),
    })
    await runDueJobs({ payload })
  }

const NOW = '2026-01-01T00:00:00.000Z'

/** The document as the API gives it to somebody who reads it, changes a field and sends it back. */
const readAndSent: Write['run'] = async (written) => {
  const { collection, id, saved, target } = written
  const { body } = await target.api.call({ as: AS, path: `/api/${collection}/${id}?depth=0` })
  const { _status: _, ...doc } = body as Data
  return rest(written, { path: `/${id}`, body: { ...doc, ...saved } })
}

let copies = 0

/** What GraphQL's input insists on, whatever the copy is made of. */
const requiredOf = (collection: CollectionSlug): string => {
  copies += 1
  const slug = `slug: "copy-${copies}"`
  const required: Partial<Record<CollectionSlug, string>> = {
    'case-studies': `title: "Copy", ${slug}, visibility: public`,
    pages: `title: "Copy", ${slug}`,
    testimonials: 'quote: "Copy", attribution: "Copy", consent: granted',
  }
  return required[collection] ?? `name: "Copy", ${slug}`
}

/** Nothing here says that it is to be published or to go offline. */
export const SILENT: Write[] = [
  { name: 'PATCH', run: patch() },
  { name: 'PATCH _status null', run: patch('', (saved) => ({ ...saved, _status: null })) },
  { name: 'PATCH draft', run: patch('?draft=true') },
  { name: 'PATCH draft=false', run: patch('?draft=false') },
  { name: 'PATCH autosave', run: patch('?autosave=true') },
  {
    name: 'the autosave of the admin',
    run: patch('?autosave=true&draft=true&locale=en', (saved) => ({ ...saved, _status: 'draft' })),
  },
  { name: 'PATCH one language', run: patch('?publishSpecificLocale=en') },
  { name: 'PATCH all languages', run: patch('?publishAllLocales=true') },
  { name: 'PATCH of what was read', run: readAndSent },
  { name: 'PATCH among the trash', needs: 'trash', run: patch('?trash=true') },
  {
    name: 'PATCH deletedAt null',
    needs: 'trash',
    run: patch('?trash=true', (saved, { id }) => (id ? { ...saved, deletedAt: null } : saved)),
  },
  {
    name: 'PATCH deletedAt empty',
    needs: 'trash',
    run: patch('', (saved) => ({ ...saved, deletedAt: '' })),
  },
  {
    name: 'PATCH deletedAt where there is no trash',
    needs: 'no trash',
    run: patch('', (saved) => ({ ...saved, deletedAt: NOW })),
  },
  { name: 'PATCH of many', run: patchMany() },
  { name: 'PATCH of many, draft', run: patchMany('&draft=true') },
  {
    name: 'PATCH of many, deletedAt null',
    needs: 'trash',
    run: patchMany('&trash=true', (saved) => ({ ...saved, deletedAt: null })),
  },
  {
    name: 'the bulk edit of the admin',
    run: patchMany('&draft=true', (saved) => ({ ...saved, _status: 'draft' })),
  },
  {
    name: 'GraphQL',
    run: mutate(({ id, name, saved }) => `update${name}(id: "${id}", data: { ${saved} })`),
  },
  {
    name: 'GraphQL draft',
    run: mutate(
      ({ id, name, saved }) => `update${name}(id: "${id}", draft: true, data: { ${saved} })`,
    ),
  },
  {
    name: 'GraphQL draft: false, autosave',
    run: mutate(
      ({ id, name, saved }) =>
        `update${name}(id: "${id}", draft: false, autosave: true, data: { ${saved} })`,
    ),
  },
  { name: 'restore', run: restore('') },
  { name: 'the restore of the admin', run: restore('?draft=false') },
  { name: 'restore as draft', run: restore('?draft=true') },
  { name: 'GraphQL restore', run: mutateVersion('') },
  { name: 'GraphQL restore draft: false', run: mutateVersion(', draft: false') },
  { name: 'duplicate', needs: 'duplicate', run: duplicate('') },
  { name: 'duplicate draft=false', needs: 'duplicate', run: duplicate('?draft=false') },
  {
    name: 'GraphQL duplicate',
    needs: 'duplicate',
    run: (written) =>
      mutate(
        ({ id, name }) =>
          `duplicate${name}(id: "${id}", data: { ${requiredOf(written.collection)} })`,
      )(written),
  },
  {
    name: 'copy to another language',
    run: callFunction('copy-data-from-locale', ({ collection, id }) => ({
      collectionSlug: collection,
      docID: id,
      fromLocale: 'en',
      overrideData: true,
      toLocale: 'de',
    })),
  },
  {
    name: 'the Local API for a person',
    run: async ({ collection, id, saved, target: { payload, world } }) => {
      const user = await world.user('owner', 'client')
      await payload.update({ collection, data: saved, id, overrideAccess: false, user })
    },
  },
  {
    name: 'the Local API of the platform',
    run: async ({ collection, id, saved, target: { payload } }) => {
      await payload.update({ collection, data: saved, id })
    },
  },
  {
    name: 'a schedule',
    needs: 'schedule',
    run: callFunction('schedule-publish', ({ collection, id }) => ({
      date: '2099-01-01T00:00:00.000Z',
      doc: { relationTo: collection, value: id },
      type: 'publish',
    })),
  },
]

/** Each takes what is online offline. */
export const LEAVING: Write[] = [
  { name: 'PATCH _status draft', run: patch('', () => ({ _status: 'draft' })) },
  {
    name: 'the Unpublish of the admin',
    run: patch('?unpublishAllLocales=true', () => ({ _status: 'draft' })),
  },
  { name: 'unpublishAllLocales', run: patch('?unpublishAllLocales=true', () => ({})) },
  { name: 'the bulk Unpublish of the admin', run: patchMany('', () => ({ _status: 'draft' })) },
  {
    name: 'GraphQL _status draft',
    run: mutate(({ id, name }) => `update${name}(id: "${id}", data: { _status: draft })`),
  },
  { name: 'a planned unpublish', needs: 'schedule', run: planned('unpublish') },
  { name: 'the trash', needs: 'trash', run: patch('', () => ({ deletedAt: NOW })) },
  {
    name: 'the trash, draft',
    needs: 'trash',
    run: patch('?draft=true', () => ({ deletedAt: NOW })),
  },
  {
    name: 'the trash, autosave',
    needs: 'trash',
    run: patch('?draft=true&autosave=true', (saved) => ({ ...saved, deletedAt: NOW })),
  },
  { name: 'the trash, of many', needs: 'trash', run: patchMany('', () => ({ deletedAt: NOW })) },
  {
    name: 'the trash, of many, draft',
    needs: 'trash',
    run: patchMany('&draft=true', () => ({ deletedAt: NOW })),
  },
  {
    name: 'the trash, GraphQL',
    needs: 'trash',
    run: mutate(
      ({ id, name }) => `update${name}(id: "${id}", draft: true, data: { deletedAt: "${NOW}" })`,
    ),
  },
]

/** Each brings back what lies in the trash, as a draft. */
export const RETURNING: Write[] = [
  { name: 'PATCH deletedAt null', run: patch('?trash=true', () => ({ deletedAt: null })) },
  {
    name: 'PATCH deletedAt null, draft',
    run: patch('?trash=true&draft=true', () => ({ deletedAt: null })),
  },
  {
    name: 'the Restore of the admin',
    run: patchMany('&where[deletedAt][exists]=true&trash=true', () => ({
      deletedAt: null,
      _status: 'draft',
    })),
  },
  { name: 'of many', run: patchMany('&trash=true', () => ({ deletedAt: null })) },
  {
    name: 'GraphQL',
    run: mutate(
      ({ id, name }) => `update${name}(id: "${id}", trash: true, data: { deletedAt: null })`,
    ),
  },
]

/** Each publishes what was saved last. */
export const PUBLISHING: Write[] = [
  { name: 'PATCH', run: patch('', () => ({ _status: 'published' })) },
  { name: 'PATCH draft', run: patch('?draft=true', () => ({ _status: 'published' })) },
  { name: 'of many', run: patchMany('', () => ({ _status: 'published' })) },
  {
    name: 'the bulk Publish of the admin',
    run: patchMany('&draft=true', () => ({ _status: 'published' })),
  },
  {
    name: 'GraphQL',
    run: mutate(({ id, name }) => `update${name}(id: "${id}", data: { _status: published })`),
  },
  { name: 'a planned publish', needs: 'schedule', run: planned('publish') },
]

export const restoreAndPublish = restore('?publish=true')

/** Whether nothing of it was refused. */
export const isDone = (answer: Answer | void): boolean => {
  const errors = (answer?.body as { errors?: unknown[] } | undefined)?.errors
  return answer === undefined || (answer.status < 300 && (errors?.length ?? 0) === 0)
}
