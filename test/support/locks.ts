// What is promised of document locks, for a server with both walls and for one with the first alone.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { isRefused, startTarget, type Answer, type Target } from './attacks.ts'

const PATH = '/api/payload-locked-documents'
const OPERATOR = 'operator@test.test'
const EDITOR = 'editor@client.test'
/** People to whom the client's drafts are not open to change, and those to whom they are nothing at all. */
const READERS = ['viewer@client.test', 'contributor@client.test']
const STRANGERS = [undefined, 'viewer@stranger.test', 'owner@stranger.test']

type Ends = { isWithoutSecondWall: boolean }

export const describeLocks = ({ isWithoutSecondWall }: Ends): void => {
  let target: Target
  let owner: pg.Client

  beforeAll(async () => {
    target = await startTarget({ isWithoutSecondWall })
    owner = new pg.Client({ connectionString: target.databaseUrl })
    await owner.connect()
    const operator = await target.world.operator()
    await target.payload.update({
      collection: 'users',
      id: operator.id,
      data: { name: 'Ana Lind' },
      overrideAccess: true,
    })
  })

  afterAll(async () => {
    await owner?.end()
    await target?.stop()
  })

  beforeEach(async () => {
    await owner.query('delete from payload_locked_documents')
  })

  const lockAs = async (
    user: { id: string },
    document: { relationTo: string; value: string },
  ): Promise<string> => {
    const { id } = await target.payload.create({
      collection: 'payload-locked-documents',
      data: { document, user: { relationTo: 'users', value: user.id } } as never,
      overrideAccess: true,
      user,
    })
    return id
  }
  const lockDraft = async (): Promise<string> =>
    lockAs(await target.world.operator(), { relationTo: 'case-studies', value: target.draft.id })
  const rows = async (): Promise<unknown[]> =>
    (
      await owner.query(
        `select l.id, l.updated_at, r.path, r.users_id, r.case_studies_id, r.tenants_id
           from payload_locked_documents l
           join payload_locked_documents_rels r on r.parent_id = l.id
          order by l.id, r.path`,
      )
    ).rows as unknown[]
  const patchDraft = (as: string | undefined, id = target.draft.id): Promise<Answer> =>
    target.api.call({
      as,
      method: 'PATCH',
      path: `/api/case-studies/${id}`,
      body: { client: null },
    })
  const textOf = (answer: Answer): string => JSON.stringify(answer.body)
  const userOf = async (as: string) => {
    const [role, tenant] = as.replace('.test', '').split('@')
    return as === OPERATOR
      ? target.world.operator()
      : target.world.user(role as 'editor', tenant as 'client')
  }

  describe('who makes and moves one', () => {
    it('nobody makes one through the API', async () => {
      for (const as of [...STRANGERS, ...READERS, EDITOR, 'owner@client.test', OPERATOR]) {
        const answer = await target.api.call({
          as,
          method: 'POST',
          path: PATH,
          body: {
            document: { relationTo: 'case-studies', value: target.draft.id },
            user: { relationTo: 'users', value: as ? (await userOf(as)).id : target.draft.id },
          },
        })
        expect({ as, refused: isRefused(answer) }).toEqual({ as, refused: true })
      }
      expect(await rows()).toEqual([])
    })

    it('one is taken over, moved, renewed or broken by nobody who may not change its document', async () => {
      const id = await lockDraft()
      const before = await rows()
      for (const as of [...STRANGERS, ...READERS]) {
        const user = { relationTo: 'users', value: as ? (await userOf(as)).id : target.draft.id }
        const bodies = [
          { user },
          {},
          { document: { relationTo: 'case-studies', value: target.foreignDraft.id } },
          { document: { relationTo: 'case-studies', value: target.draft.id }, user },
          { createdAt: '2001-01-01T00:00:00.000Z' },
        ]
        for (const body of bodies) {
          await target.api.call({ as, method: 'PATCH', path: `${PATH}/${id}`, body })
          await target.api.call({
            as,
            method: 'PATCH',
            path: `${PATH}?where[id][exists]=true`,
            body,
          })
        }
        await target.api.call({ as, method: 'DELETE', path: `${PATH}/${id}` })
        await target.api.call({ as, method: 'DELETE', path: `${PATH}?where[id][exists]=true` })
        await target.graphql({
          as,
          query: `mutation { deletePayloadLockedDocument(id: "${id}") { id } }`,
        })
        await target.graphql({
          as,
          query: `mutation { updatePayloadLockedDocument(id: "${id}", data: { globalSlug: "x" }) { id } }`,
        })
        expect({ as, rows: await rows() }).toEqual({ as, rows: before })
      }
    })

    it('one’s own is not pointed at a document that one may not change, nor given to somebody else', async () => {
      const editor = await userOf(EDITOR)
      const id = await lockAs(editor, { relationTo: 'case-studies', value: target.draft.id })
      const before = await rows()
      const victim = await userOf('owner@client.test')
      for (const body of [
        { document: { relationTo: 'case-studies', value: target.foreignDraft.id } },
        { document: { relationTo: 'case-studies', value: target.foreignOnline.id } },
        { document: { relationTo: 'tenants', value: target.world.client.id } },
        { document: { relationTo: 'tenants', value: target.world.stranger.id } },
        { document: { relationTo: 'case-studies', value: 'nonsense' } },
        { document: { relationTo: 'no-such-thing', value: target.draft.id } },
        { document: null },
        { user: { relationTo: 'users', value: victim.id } },
        { globalSlug: 'anything' },
      ]) {
        const answer = await target.api.call({
          as: EDITOR,
          method: 'PATCH',
          path: `${PATH}/${id}`,
          body,
        })
        expect({ body, refused: isRefused(answer) }).toEqual({ body, refused: true })
      }
      expect(await rows()).toEqual(before)
    })

    it('an editor takes over the lock of a document that they may change, and starts anew', async () => {
      const id = await lockDraft()
      await owner.query(
        `update payload_locked_documents set created_at = now() - interval '2 hours'`,
      )
      const editor = await userOf(EDITOR)
      const answer = await target.api.call({
        as: EDITOR,
        method: 'PATCH',
        path: `${PATH}/${id}`,
        body: { user: { relationTo: 'users', value: editor.id } },
      })
      expect(answer.status).toBe(200)
      const refused = await patchDraft(OPERATOR)
      expect(refused.status).toBe(423)
      expect(textOf(refused)).toContain(
        'editor@client.test is editing this; they started just now.',
      )
      expect((await patchDraft(EDITOR)).status).toBe(200)
    })
  })

  describe('who is refused', () => {
    it('is told whose it is, on every way to write', async () => {
      const { docs } = await target.payload.findVersions({
        collection: 'case-studies',
        limit: 1,
        overrideAccess: true,
        where: { parent: { equals: target.draft.id } },
      })
      const id = target.draft.id
      const sentence = 'Ana Lind is editing this; they started just now.'
      for (const [method, path] of [
        ['PATCH', `/api/case-studies/${id}`],
        ['PATCH', `/api/case-studies/${id}?draft=true&autosave=true`],
        ['DELETE', `/api/case-studies/${id}`],
        ['POST', `/api/case-studies/versions/${docs[0]!.id}`],
        ['POST', `/api/case-studies/versions/${docs[0]!.id}?draft=true`],
      ] as const) {
        await owner.query('delete from payload_locked_documents')
        await lockDraft()
        const answer = await target.api.call({
          as: method === 'DELETE' ? 'admin@client.test' : EDITOR,
          method,
          path,
          ...(method === 'PATCH' ? { body: { client: null } } : {}),
        })
        expect({ method, path, status: answer.status }).toEqual({ method, path, status: 423 })
        expect(answer.body.errors[0]).toMatchObject({
          data: { code: 'locked' },
          message: expect.stringContaining(sentence),
        })
      }
      const many = await target.api.call({
        as: EDITOR,
        method: 'PATCH',
        path: `/api/case-studies?where[id][equals]=${id}`,
        body: { client: null },
      })
      expect(many.body.errors[0].message).toContain(sentence)
      const graph = await target.graphql({
        as: EDITOR,
        query: `mutation { updateCaseStudy(id: "${id}", data: { featured: true }) { id } }`,
      })
      expect(textOf(graph)).toContain(sentence)
      expect(await rows()).toHaveLength(2)
    })

    it('is told nothing of its holder when the document is not theirs to change', async () => {
      await lockDraft()
      for (const as of [...STRANGERS, ...READERS]) {
        for (const answer of [
          await patchDraft(as),
          await target.api.call({
            as,
            method: 'DELETE',
            path: `/api/case-studies/${target.draft.id}`,
          }),
          await target.graphql({
            as,
            query: `mutation { updateCaseStudy(id: "${target.draft.id}", data: { featured: true }) { id } }`,
          }),
        ]) {
          expect({ as, locked: answer.status === 423 }).toEqual({ as, locked: false })
          expect(textOf(answer)).not.toContain('Ana Lind')
        }
      }
    })

    it('is nobody once it has run out, nor its holder', async () => {
      await lockDraft()
      expect((await patchDraft(EDITOR)).status).toBe(423)
      expect((await patchDraft(OPERATOR)).status).toBe(200)
      await lockDraft()
      await owner.query(
        `update payload_locked_documents set updated_at = now() - interval '6 minutes'`,
      )
      expect((await target.api.call({ as: EDITOR, path: PATH })).body.docs).toEqual([])
      expect((await patchDraft(EDITOR)).status).toBe(200)
    })
  })

  describe('who sees one', () => {
    it('members who may read the document see whose it is, an operator’s too; nobody else does', async () => {
      const editor = await userOf(EDITOR)
      for (const document of [target.draft, target.online]) {
        await owner.query('delete from payload_locked_documents')
        for (const [holder, name] of [
          [await target.world.operator(), 'Ana Lind'],
          [editor, EDITOR],
        ] as const) {
          await owner.query('delete from payload_locked_documents')
          const id = await lockAs(holder, { relationTo: 'case-studies', value: document.id })
          for (const as of [...READERS, 'owner@client.test', 'admin@agency.test', OPERATOR]) {
            const { body } = await target.api.call({ as, path: `${PATH}?depth=1` })
            expect({ as, ids: body.docs.map((lock: { id: string }) => lock.id) }).toEqual({
              as,
              ids: [id],
            })
            expect({ as, name: body.docs[0].user.value.name }).toEqual({ as, name })
          }
          for (const as of STRANGERS) {
            const answer = await target.api.call({ as, path: `${PATH}?depth=1` })
            expect({ as, seen: answer.body.docs ?? [] }).toEqual({ as, seen: [] })
            expect(isRefused(await target.api.call({ as, path: `${PATH}/${id}` }))).toBe(true)
          }
        }
      }
    })
  })

  it('the same holds for everything that can be locked and belongs to a tenant', async () => {
    const { client } = target.world
    const operator = await target.world.operator()
    const documents: { relationTo: string; value: string; body: object }[] = [
      { relationTo: 'tenants', value: client.id, body: { name: 'Client' } },
    ]
    const names = { services: 'name', industries: 'name', technologies: 'name', people: 'name' }
    for (const [collection, field] of Object.entries(names)) {
      const body = { [field]: `One of ${collection}` }
      const { id } = await target.payload.create({
        collection: collection as 'services',
        data: { ...body, tenant: client.id } as never,
        overrideAccess: true,
      })
      documents.push({ relationTo: collection, value: id, body })
    }
    const { docs } = await target.payload.find({
      collection: 'site-settings',
      overrideAccess: true,
      where: { tenant: { equals: client.id } },
    })
    documents.push(...docs.map(({ id }) => ({ relationTo: 'site-settings', value: id, body: {} })))
    for (const { body, relationTo, value } of documents) {
      await lockAs(operator, { relationTo, value })
      const path = `/api/${relationTo}/${value}`
      const refused = await target.api.call({
        as: 'owner@client.test',
        method: 'PATCH',
        path,
        body,
      })
      expect({ relationTo, status: refused.status }).toEqual({ relationTo, status: 423 })
      expect(textOf(refused)).toContain('Ana Lind is editing this')
      for (const as of [...STRANGERS, 'viewer@client.test']) {
        const answer = await target.api.call({ as, method: 'PATCH', path, body })
        expect({ relationTo, as, status: answer.status === 423 }).toEqual({
          relationTo,
          as,
          status: false,
        })
        expect(textOf(answer)).not.toContain('Ana Lind')
      }
    }
    expect(documents.length).toBeGreaterThan(5)
  })
}
