// Films at Cloudinary: ready when it says so, or when it is asked, and streamed once they are public.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { makeMp4 } from '../../plugins/media/inspect/testClips.ts'
import { richText, uploadNode } from '../support/content.ts'
import { CLOUD_SECRET, startCloudTarget, type CloudTarget } from '../support/cloudTarget.ts'

let on: CloudTarget

const AS = 'editor@client.test'

beforeAll(async () => {
  on = await startCloudTarget()
})

afterAll(async () => {
  await on?.stop()
})

describe('a film at Cloudinary', () => {
  const notify = ({
    body,
    secret = CLOUD_SECRET,
    seconds = 0,
    sha = 'sha1',
  }: {
    body: object
    secret?: string
    seconds?: number
    sha?: 'sha1' | 'sha256'
  }) => {
    const rawBody = JSON.stringify(body)
    const timestamp = String(Math.floor(Date.now() / 1000) + seconds)
    return on.target.send('/api/media/notifications', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-cld-signature': createHash(sha)
          .update(rawBody + timestamp + secret)
          .digest('hex'),
        'x-cld-timestamp': timestamp,
      },
      body: rawBody,
    })
  }

  it('is ready when a signed notification says so, and only then', async () => {
    const film = await makeMp4({ seconds: 2, width: 160, height: 90 })
    const doc = await on.direct(film, 'film.mp4', 'A film')
    expect(doc.asset).toMatchObject({ status: 'processing', resourceType: 'video' })
    await on.cloud.finishEager()
    const body = {
      notification_type: 'eager',
      public_id: doc.asset.publicId,
      api_key: '1234567890',
      eager: [{ transformation: 'sp_auto', format: 'm3u8' }],
    }
    expect((await notify({ body, secret: 'another' })).status).toBe(401)
    expect((await notify({ body, seconds: -3 * 60 * 60 })).status).toBe(401)
    expect((await on.read(doc.id, AS)).asset.status).toBe('processing')
    expect((await notify({ body, sha: 'sha256' })).status).toBe(200)
    const ready = await on.read(doc.id, AS)
    expect(ready).toMatchObject({ asset: { status: 'ready', hasStream: true } })
    // Not public yet: its parts could not be fetched.
    expect(ready.video.stream).toBeNull()
    await on.publish({
      title: 'Shows a film',
      chapters: [{ kind: 'approach', body: richText('A film', uploadNode(doc.id)) }],
    })
    await on.settle()
    expect((await on.read(doc.id)).video.stream).toContain(
      `${on.cloud.url}/demo/video/upload/sp_auto/v`,
    )
    const asked = on.cloud.requests.length
    expect((await notify({ body, seconds: -60 })).status).toBe(200)
    expect(on.cloud.requests.length).toBe(asked)
  })

  it('is asked for where notifications do not arrive', async () => {
    const film = await makeMp4({ seconds: 2, width: 160, height: 120 })
    const doc = await on.direct(film, 'film.mp4', 'A film')
    await on.cloud.finishEager()
    await on.tend()
    expect((await on.read(doc.id, AS)).asset).toMatchObject({ status: 'ready', hasStream: true })
  })
})
