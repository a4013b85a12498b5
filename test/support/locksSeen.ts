// Who sees whose a lock is: those who may change its document, and nobody else.
import { beforeAll, describe, expect, it } from '@jest/globals'
import type pg from 'pg'
import { isRefused, type Target } from './attacks.ts'
import {
  EDITOR,
  LOCKS_PATH as PATH,
  OPERATOR,
  READERS,
  STRANGERS,
  textOf,
  type LockStage,
} from './lockStage.ts'

export const describeLocksSeen = (stage: LockStage): void => {
  const { lockAs, lockDraft, patchDraft, userOf } = stage
  let target: Target
  let owner: pg.Client

  beforeAll(() => {
    ;({ owner, target } = stage.running)
  })

  describe('who sees one', () => {
    it('those who may change the document see whose it is, an operator’s too; nobody else does', async () => {
      const editor = await userOf(EDITOR)
      for (const document of [target.draft, target.online]) {
        for (const [holder, name] of [
          [await target.world.operator(), 'Ana Lind'],
          [editor, EDITOR],
        ] as const) {
          await owner.query('delete from payload_locked_documents')
          const id = await lockAs(holder, { relationTo: 'case-studies', value: document.id })
          for (const as of [
            'admin@client.test',
            'owner@client.test',
            'admin@agency.test',
            OPERATOR,
          ]) {
            const { body } = await target.api.call({ as, path: `${PATH}?depth=1` })
            expect({ as, ids: body.docs.map((lock: { id: string }) => lock.id) }).toEqual({
              as,
              ids: [id],
            })
            expect({ as, name: body.docs[0].user.value.name }).toEqual({ as, name })
          }
          for (const as of [...STRANGERS, ...READERS]) {
            const answer = await target.api.call({ as, path: `${PATH}?depth=1` })
            expect({ as, seen: answer.body.docs ?? [] }).toEqual({ as, seen: [] })
            expect(isRefused(await target.api.call({ as, path: `${PATH}/${id}` }))).toBe(true)
            const { body } = await target.graphql({
              as,
              query: `{ PayloadLockedDocuments { totalDocs docs { id } } }`,
            })
            expect({ as, seen: body.data?.PayloadLockedDocuments?.docs ?? [] }).toEqual({
              as,
              seen: [],
            })
          }
        }
      }
    })

    it('a contributor sees and takes over the lock of their own draft, and of no other', async () => {
      const contributor = await userOf('contributor@client.test')
      const { id: own } = await target.payload.create({
        collection: 'case-studies',
        data: { title: 'Of a contributor', tenant: target.world.client.id },
        draft: true,
        overrideAccess: false,
        user: contributor,
      })
      await lockDraft()
      const id = await lockAs(await userOf(EDITOR), { relationTo: 'case-studies', value: own })
      const seen = await target.api.call({ as: 'contributor@client.test', path: PATH })
      expect(seen.body.docs.map((lock: { id: string }) => lock.id)).toEqual([id])
      const refused = await patchDraft('contributor@client.test', own)
      expect(refused.status).toBe(423)
      expect(textOf(refused)).toContain(EDITOR)
      const taken = await target.api.call({
        as: 'contributor@client.test',
        method: 'PATCH',
        path: `${PATH}/${id}`,
        body: { user: { relationTo: 'users', value: contributor.id } },
      })
      expect(taken.status).toBe(200)
      expect((await patchDraft('contributor@client.test', own)).status).toBe(200)
    })
  })
}
