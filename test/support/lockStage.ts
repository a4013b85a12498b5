// One running API with tenants whose documents are locked, with both walls or with the first alone.
import { afterAll, beforeAll, beforeEach } from '@jest/globals'
import pg from 'pg'
import { startTarget, type Answer, type Target } from './attacks.ts'

export const LOCKS_PATH = '/api/payload-locked-documents'
export const OPERATOR = 'operator@test.test'
export const EDITOR = 'editor@client.test'
/** People to whom the client's drafts are not open to change, and those to whom they are nothing at all. */
export const READERS = ['viewer@client.test', 'contributor@client.test']
export const STRANGERS = [undefined, 'viewer@stranger.test', 'owner@stranger.test']

type Document = { relationTo: string; value: string }

/** Registers what starts, cleans and stops it in the test file that calls this. */
export const lockStage = ({ isWithoutSecondWall }: { isWithoutSecondWall: boolean }) => {
  const running = {} as { target: Target; owner: pg.Client }

  beforeAll(async () => {
    running.target = await startTarget({ isWithoutSecondWall })
    running.owner = new pg.Client({ connectionString: running.target.databaseUrl })
    await running.owner.connect()
    const operator = await running.target.world.operator()
    await running.target.payload.update({
      collection: 'users',
      id: operator.id,
      data: { name: 'Ana Lind' },
      overrideAccess: true,
    })
  })

  afterAll(async () => {
    await running.owner?.end()
    await running.target?.stop()
  })

  beforeEach(async () => {
    await running.owner.query('delete from payload_locked_documents')
  })

  const lockAs = async (user: { id: string }, document: Document): Promise<string> => {
    const { id } = await running.target.payload.create({
      collection: 'payload-locked-documents',
      data: { document, user: { relationTo: 'users', value: user.id } } as never,
      overrideAccess: true,
      user,
    })
    return id
  }
  return {
    running,
    lockAs,
    /** By the operator, Ana Lind. */
    lockDraft: async (): Promise<string> => {
      const { draft, world } = running.target
      return lockAs(await world.operator(), { relationTo: 'case-studies', value: draft.id })
    },
    patchDraft: (as: string | undefined, id = running.target.draft.id): Promise<Answer> =>
      running.target.api.call({
        as,
        method: 'PATCH',
        path: `/api/case-studies/${id}`,
        body: { client: null },
      }),
    rows: async (): Promise<unknown[]> =>
      (
        await running.owner.query(
          `select l.id, l.updated_at, r.path, r.users_id, r.case_studies_id, r.tenants_id
             from payload_locked_documents l
             join payload_locked_documents_rels r on r.parent_id = l.id
            order by l.id, r.path`,
        )
      ).rows as unknown[],
    userOf: async (as: string) => {
      const [role, tenant] = as.replace('.test', '').split('@')
      return as === OPERATOR
        ? running.target.world.operator()
        : running.target.world.user(role as 'editor', tenant as 'client')
    },
  }
}

export type LockStage = ReturnType<typeof lockStage>

export const textOf = (answer: Answer): string => JSON.stringify(answer.body)
