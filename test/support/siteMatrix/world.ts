// A tenant in two languages with a domain of its own, and one document of each kind in each state.
import pg from 'pg'
import type { CollectionSlug } from 'payload'
import { setResolver } from '../../../collections/Domains/resolver.ts'
import { startTarget, type Target } from '../attacks.ts'
import { askBytes } from '../askBytes.ts'
import { richText } from '../content.ts'
import { FOLDERS, SIMPLE_STATES, slugOf, STATES, type Folder, type State } from './addresses.ts'

/** The installation's own host. */
export const CMS = 'cms.vitrine.test'
/** The tenant's. */
export const OWN = 'work.client.test'

const PASSWORD = 'open sesame'
const COLLECTIONS = { study: 'case-studies', person: 'people', page: 'pages' } as const

export type MatrixWorld = {
  target: Target
  /** Of documents that nobody may read, or that no list may name. */
  hiddenIds: string[]
  /** What the password of the protected study earned. */
  cookie: string
  /** Shows the tenant's site in another theme from now on. */
  wear: (theme: string) => Promise<void>
  stop: () => Promise<void>
}

/** SERVER_URL has to be set before. */
export const createMatrixWorld = async (): Promise<MatrixWorld> => {
  const target = await startTarget()
  const owner = new pg.Client({ connectionString: target.databaseUrl })
  await owner.connect()
  const hiddenIds = await plant(target)
  await addDomain(target)
  return {
    target,
    hiddenIds,
    cookie: await unlock(target),
    wear: async (theme) => {
      const { id } = target.world.client
      await owner.query('update site_settings set theme = $1 where tenant_id = $2', [theme, id])
      await target.api.renewSites()
    },
    stop: async () => {
      setResolver()
      await owner.end()
      await target.stop()
    },
  }
}

const NEXT_YEAR = new Date(Date.now() + 365 * 24 * 60 * 60 * 1000).toISOString()

const fieldsOf: Record<State, object> = {
  public: {},
  unlisted: { visibility: 'unlisted' },
  password: { visibility: 'password', password: PASSWORD },
  private: { visibility: 'private' },
  draft: { _status: 'draft' },
  embargoed: { embargoUntil: NEXT_YEAR },
  trashed: { deletedAt: new Date().toISOString() },
  missing: {},
  moved: {},
}

const plant = async ({ draft, payload, world }: Target): Promise<string[]> => {
  const hidden = [draft.id, world.agency.id, (await world.user('editor', 'client')).id]
  const tenant = world.client.id
  const create = async (folder: Folder, slug: string, data: object, isTranslated = true) => {
    const collection: CollectionSlug = COLLECTIONS[folder]
    const text = (language: string) => textOf({ folder, language, slug })
    const { id } = await payload.create({
      collection,
      data: { tenant, slug, _status: 'published', ...text('en'), ...data } as never,
      draft: false,
      locale: 'en',
    })
    if (isTranslated) {
      const status = (data as { _status?: string })._status ?? 'published'
      await payload.update({
        collection,
        id,
        data: { ...text('de'), _status: status } as never,
        locale: 'de',
        trash: true,
      })
    }
    return String(id)
  }
  for (const folder of Object.keys(FOLDERS) as Folder[]) {
    const states = folder === 'study' ? (Object.keys(STATES) as State[]) : SIMPLE_STATES
    for (const state of states) {
      if (state === 'moved') {
        const from = `${FOLDERS[folder]}/${slugOf(folder, 'moved')}`
        const to = `${FOLDERS[folder]}/${slugOf(folder, 'public')}`
        await payload.create({
          collection: 'redirects',
          data: { tenant, from, to, permanent: true },
        })
      } else if (state !== 'missing') {
        const isListed = folder === 'study' ? { visibility: 'public' } : {}
        const id = await create(folder, slugOf(folder, state), { ...isListed, ...fieldsOf[state] })
        hidden.push(...(state === 'public' ? [] : [id]))
      }
    }
  }
  await create('study', slugOf('study', 'english'), { visibility: 'public' }, false)
  await create('page', 'about', {})
  const client = await payload.create({
    collection: 'organisations',
    data: { tenant, name: 'Confidential', confidential: true, _status: 'published' } as never,
  })
  const anonymous = { visibility: 'public', anonymous: true, client: client.id }
  await create('study', slugOf('study', 'anonymous'), anonymous)
  return [...hidden, client.id]
}

const textOf = ({ folder, language, slug }: { folder: Folder; language: string; slug: string }) =>
  folder === 'person'
    ? { name: `Person ${slug}`, role: `Role in ${language}` }
    : {
        title: `${slug} in ${language}`,
        ...(folder === 'page' ? { body: richText(`Body in ${language}. `.repeat(40)) } : {}),
      }

const addDomain = async ({ api, world }: Target): Promise<void> => {
  const sent = { as: 'owner@client.test', method: 'POST' }
  const body = { host: OWN, tenant: world.client.id }
  const { doc } = (await api.call({ ...sent, path: '/api/domains', body })).body
  setResolver(() => Promise.resolve([[doc.token as string]]))
  await api.call({ ...sent, path: `/api/domains/${doc.id}/verify` })
  await api.renewSites()
}

const unlock = async ({ api }: Target): Promise<string> => {
  const { headers } = await askBytes({
    url: api.url,
    host: OWN,
    method: 'POST',
    path: `/work/${slugOf('study', 'password')}/unlock`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ password: PASSWORD }).toString(),
  })
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}
