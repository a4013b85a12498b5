// What is promised of document locks, for a server with both walls and for one with the first alone.
import { beforeAll, describe, expect, it } from '@jest/globals'
import type pg from 'pg'
import { isRefused, type Target } from './attacks.ts'
import {
  EDITOR,
  lockStage,
  LOCKS_PATH as PATH,
  OPERATOR,
  READERS,
  STRANGERS,
  textOf,
} from './lockStage.ts'
import { describeLocksSeen } from './locksSeen.ts'

export const describeLocks = (ends: { isWithoutSecondWall: boolean }): void => {
  const stage = lockStage(ends)
  const { lockAs, lockDraft, patchDraft, rows, userOf } = stage
  let target: Target
  let owner: pg.Client

  beforeAll(() => {
    ;({ owner, target } = stage.running)
  })

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

    it.each(['editor@client.test', 'owner@client.test', 'admin@agency.test', OPERATOR])(
      '%s takes over the lock of a document that they may change, and starts anew',
      async (as) => {
        const before = as === EDITOR ? 'owner@client.test' : EDITOR
        const id = await lockAs(await userOf(before), {
          relationTo: 'case-studies',
          value: target.draft.id,
        })
        await owner.query(
          `update payload_locked_documents set created_at = now() - interval '2 hours'`,
        )
        const user = await userOf(as)
        expect((await patchDraft(as)).status).toBe(423)
        // As the admin's dialog does.
        const answer = await target.api.call({
          as,
          method: 'PATCH',
          path: `${PATH}/${id}`,
          body: { user: { relationTo: 'users', value: user.id } },
        })
        expect(answer.status).toBe(200)
        const refused = await patchDraft(before)
        expect(refused.status).toBe(423)
        const name = as === OPERATOR ? 'Ana Lind' : as
        expect(textOf(refused)).toContain(`${name} is editing this; they started just now.`)
        expect((await patchDraft(as)).status).toBe(200)
      },
    )
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

  describeLocksSeen(stage)

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
