// Mails that anybody who may invite sends to any address, with texts of his own: only so many.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { startTarget, type Answer, type Target } from '../support/attacks.ts'
import { mailsTo } from '../support/mail.ts'

const ADMIN = 'admin@client.test'
const OTHER_ADMIN = 'admin@stranger.test'

let target: Target
let owner: pg.Client

beforeAll(async () => {
  target = await startTarget()
  owner = new pg.Client({ connectionString: target.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner?.end()
  await target?.stop()
})

beforeEach(async () => {
  await owner.query('delete from rls.invitation_mails')
})

const invite = (email: string, as = ADMIN): Promise<Answer> =>
  target.api.call({
    as,
    method: 'POST',
    path: '/api/invitations',
    body: {
      email,
      role: 'editor',
      tenant: (as === ADMIN ? target.world.client : target.world.stranger).id,
    },
  })

const resend = (id: string): Promise<Answer> =>
  target.api.call({ as: ADMIN, method: 'POST', path: `/api/invitations/${id}/resend` })

const remove = async (email: string): Promise<void> => {
  await target.payload.delete({ collection: 'invitations', where: { email: { equals: email } } })
}

const times = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

const countOf = (answers: Answer[], status: number): number =>
  answers.filter((answer) => answer.status === status).length

/** As if all that was sent had been sent so much earlier. */
const passTime = async (interval: string): Promise<void> => {
  await owner.query('update rls.invitation_mails set sent_at = sent_at - $1::interval', [interval])
}

describe('one person', () => {
  it('gets five mails an hour, however they are asked for', async () => {
    const email = 'often@person.test'
    const { body } = await invite(email)
    const { id } = body.doc as { id: string }
    const answers = await Promise.all(times(8).map(() => resend(id)))
    expect([countOf(answers, 200), countOf(answers, 429)]).toEqual([4, 4])
    const refused = answers.find(({ status }) => status === 429)!
    expect(refused.body).toMatchObject({
      code: 'too_many_invitations',
      detail: 'This address was invited 5 times within an hour. Try again later.',
    })
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(3000)
    expect(wait).toBeLessThanOrEqual(3600)
    expect(await mailsTo(email)).toHaveLength(5)

    // A new invitation, another spelling and another tenant are the same mailbox.
    await remove(email)
    expect((await invite(email.toUpperCase())).status).toBe(429)
    expect((await invite(email, OTHER_ADMIN)).status).toBe(429)
    expect(await mailsTo(email)).toHaveLength(5)
    expect((await invite('someone@else.test')).status).toBe(201)

    await passTime('61 minutes')
    expect((await invite(email, OTHER_ADMIN)).status).toBe(201)
  })

  it('keeps the link of the mail before the one that was refused', async () => {
    const email = 'kept@person.test'
    const { body } = await invite(email)
    const { id } = body.doc as { id: string }
    await Promise.all(times(4).map(() => resend(id)))
    const hashOf = async () =>
      (await owner.query('select token_hash from public.invitations where id = $1', [id])).rows
    const before = await hashOf()
    expect((await resend(id)).status).toBe(429)
    expect(await hashOf()).toEqual(before)
  })

  it('is not invited when the mail is refused', async () => {
    const email = 'unasked@person.test'
    for (const _ of times(5)) {
      await invite(email)
      await remove(email)
    }
    expect((await invite(email)).status).toBe(429)
    const { totalDocs } = await target.payload.count({
      collection: 'invitations',
      where: { email: { equals: email } },
    })
    expect(totalDocs).toBe(0)
  })
})

describe('one tenant', () => {
  it('sends fifty a day', async () => {
    await owner.query(
      `insert into rls.invitation_mails (recipient, tenant)
         select sha256(n::text::bytea), $1 from generate_series(1, 45) n`,
      [target.world.client.id],
    )
    const answers = await Promise.all(times(7).map((one) => invite(`n${one}@many.test`)))
    expect([countOf(answers, 201), countOf(answers, 429)]).toEqual([5, 2])
    const refused = answers.find(({ status }) => status === 429)!
    expect(refused.body.detail).toBe(
      'This tenant has sent 50 invitations within a day. Try again tomorrow.',
    )
    expect((await invite('n@many.test', OTHER_ADMIN)).status).toBe(201)
    await passTime('23 hours')
    expect((await invite('later@many.test')).status).toBe(429)
    await passTime('62 minutes')
    expect((await invite('later@many.test')).status).toBe(201)
    // What no longer counts is not kept.
    const { rows } = await owner.query('select count(*)::int as count from rls.invitation_mails')
    expect(rows).toEqual([{ count: 1 }])
  })
})

describe('the count', () => {
  it('is neither read nor raised by those who may not invite', async () => {
    const editor = await target.api.call({
      as: 'editor@client.test',
      method: 'POST',
      path: '/api/invitations',
      body: { email: 'x@person.test', role: 'editor', tenant: target.world.client.id },
    })
    expect(editor.status).toBe(403)
    expect(await mailsTo('x@person.test')).toEqual([])
    const { rows } = await owner.query('select count(*)::int as count from rls.invitation_mails')
    expect(rows).toEqual([{ count: 0 }])
  })
})
