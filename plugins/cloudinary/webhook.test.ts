import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { cloudinaryAccount } from './account.ts'
import { notificationReader, readNotification } from './webhook.ts'
import { verifyWebhook, webhookSignature } from './webhookSignature.ts'

const EAGER_BODY =
  '{"notification_type":"eager","eager":[{"transformation":"sp_full_hd/mp4","bytes":1055,"url":"http://res.cloudinary.com/demo/video/upload/sp_full_hd/v1533125278/dog.mp4","secure_url":"https://res.cloudinary.com/demo/video/upload/sp_full_hd/v1533125278/dog.mp4"}],"public_id":"dog","batch_id":"9b11fa058c61fa577f4ec516bf6ee756ac2aefef095af99aef1302142cc1694a"}'
const SECRET = 'X7qLTrsES31MzxxkxPPA-pAGGfU'

describe('signatures of notifications', () => {
  test.each<[string, number, string, 'sha1' | 'sha256', string]>([
    [
      '{"public_id":"117e5550-7bfa-11e4-80d7-f962166bd3be","version":1417727468}',
      1417727468,
      'shhh',
      'sha1',
      'bac927006d3ce039ef7632e2c03189348d02924a',
    ],
    [
      '{"public_id":"b8sjhoslj8cq8ovoa0ma","version":"1555337587","width":1000,"height":800}',
      7952342400000,
      'hardcoded',
      'sha256',
      '6c5a29fd8815772fbac2f10ae741e093d0859313947ef8fadeb29126ded6649c',
    ],
    [EAGER_BODY, 1549533514, SECRET, 'sha1', 'dfe82de1d9083fe0b7ea68070649f9a15b8874da'],
    [
      "{public_id: 'sample'}",
      1315060510,
      'abcd',
      'sha1',
      '25f7e91709c858b97d688ce8da799dedb290d9ef',
    ],
  ])('%#', (rawBody, timestamp, secret, algorithm, signature) => {
    expect(webhookSignature({ algorithm, rawBody, secret, timestamp })).toBe(signature)
    const now = timestamp * 1000
    expect(verifyWebhook({ now, rawBody, secret, signature, timestamp })).toBe('authentic')
  })

  const timestamp = 1549533514
  const signature = 'dfe82de1d9083fe0b7ea68070649f9a15b8874da'
  const at = (seconds: number) =>
    verifyWebhook({
      now: (timestamp + seconds) * 1000,
      rawBody: EAGER_BODY,
      secret: SECRET,
      signature,
      timestamp,
    })

  test.each([
    [7200, 'authentic'],
    [7201, 'stale'],
    [-300, 'authentic'],
    [-301, 'stale'],
  ])('received %i seconds later it is %s', (seconds, verdict) => {
    expect(at(seconds)).toBe(verdict)
  })

  test('a changed byte is a forgery', () => {
    const rawBody = EAGER_BODY.replace('dog', 'cat')
    const now = timestamp * 1000
    expect(verifyWebhook({ now, rawBody, secret: SECRET, signature, timestamp })).toBe('forged')
  })
})

describe('notifications', () => {
  const account = cloudinaryAccount({ cloudName: 'demo', apiKey: 'our-key', apiSecret: SECRET })
  const now = 1549533514_000
  const timestamp = now / 1000
  const read = (body: unknown, { secret = SECRET, at = timestamp, header = '' } = {}) => {
    const rawBody = new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body))
    return readNotification({
      accountFor: ({ apiKey }) => (apiKey === 'nobody' ? null : account),
      headers: new Headers({
        'X-Cld-Timestamp': String(at),
        'X-Cld-Signature': header || webhookSignature({ rawBody, secret, timestamp: at }),
      }),
      now,
      rawBody,
    })
  }

  test('of a finished rendition', async () => {
    expect(await read(EAGER_BODY)).toEqual({
      event: {
        type: 'eager',
        timestamp,
        cloudName: 'demo',
        assetId: null,
        idempotencyKey: `demo:eager:${createHash('sha256').update(EAGER_BODY).digest('hex')}`,
        publicId: 'dog',
        batchId: '9b11fa058c61fa577f4ec516bf6ee756ac2aefef095af99aef1302142cc1694a',
        isComplete: true,
        renditions: [{ transformation: 'sp_full_hd/mp4', format: null, hasFailed: false }],
      },
    })
  })

  test('of a failed rendition', async () => {
    const body = {
      notification_type: 'eager',
      public_id: 'dog',
      eager: [{ status: 'failed', reason: 'x' }],
    }
    expect(await read(body)).toMatchObject({ event: { type: 'eager', isComplete: false } })
  })

  test('of an upload', async () => {
    const body = {
      notification_type: 'upload',
      public_id: 'a/b',
      resource_type: 'image',
      type: 'authenticated',
      version: 12,
      bytes: 3,
      etag: 'e',
    }
    expect(await read(body)).toMatchObject({
      event: {
        type: 'upload',
        publicId: 'a/b',
        resourceType: 'image',
        deliveryType: 'authenticated',
        version: 12,
        bytes: 3,
      },
    })
  })

  test('of a moderation', async () => {
    const body = {
      notification_type: 'moderation',
      public_id: 'a/b',
      moderation_kind: 'manual',
      moderation_status: 'rejected',
    }
    expect(await read(body)).toMatchObject({
      event: { type: 'moderation', kind: 'manual', status: 'rejected' },
    })
  })

  test('of removed files', async () => {
    const resources = [{ public_id: 'a/b', resource_type: 'video', type: 'upload' }]
    expect(await read({ notification_type: 'delete', resources })).toMatchObject({
      event: {
        type: 'delete',
        removed: [{ publicId: 'a/b', resourceType: 'video', deliveryType: 'upload' }],
      },
    })
  })

  test('of anything else', async () => {
    expect(await read({ notification_type: 'create_folder' })).toMatchObject({
      event: { type: 'other', notificationType: 'create_folder', publicId: null },
    })
  })

  test.each<[string, Promise<unknown>]>([
    ['webhook_unsigned', read(EAGER_BODY, { header: 'nothing' })],
    ['webhook_unreadable', read('[1]')],
    ['webhook_unreadable', read('{')],
    ['webhook_unknown_account', read({ api_key: 'nobody' })],
    ['webhook_other_key', read({ signature_key: 'their-key' }, { secret: 'theirs' })],
    ['webhook_forged', read(EAGER_BODY, { secret: 'guessed' })],
    ['webhook_stale', read(EAGER_BODY, { at: timestamp - 7201 })],
  ])('are refused: %s', async (code, answer) => {
    expect(await answer).toMatchObject({ problem: { code } })
  })

  test('are the same when they are sent again with another time', async () => {
    const first = await read(EAGER_BODY)
    const again = await read(EAGER_BODY, { at: timestamp - 60 })
    const keys = [first, again].map((one) => 'event' in one && one.event.idempotencyKey)
    expect(keys[0]).toBe(keys[1])
  })

  const reader = notificationReader({ accountFor: () => account })
  const headersFor = (rawBody: string, at: number) =>
    new Headers({
      'X-Cld-Timestamp': String(at),
      'X-Cld-Signature': webhookSignature({ rawBody, secret: SECRET, timestamp: at }),
    })

  test('name their file and their time for plugins/media', async () => {
    const at = Math.floor(Date.now() / 1000)
    const answer = await reader({ headers: headersFor(EAGER_BODY, at), rawBody: EAGER_BODY })
    expect(answer).toEqual({ publicId: 'dog', timestamp: at })
  })

  test('that are not proven say nothing to plugins/media', async () => {
    const headers = headersFor('{}', Math.floor(Date.now() / 1000))
    expect(await reader({ headers, rawBody: EAGER_BODY })).toBeNull()
  })
})
