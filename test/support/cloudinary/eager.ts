// Makes renditions "in advance", and tells whoever asked, signed as Cloudinary signs.
import { setTimeout as sleep } from 'node:timers/promises'
import { describeEager } from './describe.ts'
import { notificationSignature } from './proof.ts'
import { nextFailure, type Asset, type State } from './state.ts'

const LATE_SECONDS = 3 * 3600

export const makeEager = ({
  asset,
  fields,
  state,
}: {
  asset: Asset
  fields: Record<string, string>
  state: State
}): void => {
  if (asset.eager.length === 0) {
    return
  }
  const finish = async (): Promise<void> => {
    asset.eager.forEach((one) => (one.isReady = true))
    const url = fields.eager_notification_url ?? fields.notification_url
    if (url) {
      await notify({ body: eagerBody(state, asset), state, url })
    }
  }
  if (fields.eager_async === '1' && state.options.holdEager) {
    state.held.push(finish)
    return
  }
  inBackground(state, finish())
}

/** What goes on after an answer; `settled` waits for it. */
export const inBackground = (state: State, work: Promise<void>): void => {
  const done = work.catch(() => undefined).finally(() => state.pending.delete(done))
  state.pending.add(done)
}

const eagerBody = (state: State, asset: Asset): string =>
  JSON.stringify({
    notification_type: 'eager',
    timestamp: new Date().toISOString(),
    request_id: asset.assetId,
    asset_id: asset.assetId,
    batch_id: asset.assetId,
    public_id: asset.publicId,
    eager: describeEager(state, asset),
    api_key: state.options.apiKey,
    signature_key: state.options.apiKey,
    notification_context: {
      triggered_at: new Date().toISOString(),
      triggered_by: { source: 'api', id: state.options.apiKey },
    },
  })

const notify = async ({
  body,
  state,
  url,
}: {
  state: State
  url: string
  body: string
}): Promise<void> => {
  const failure = nextFailure(state, 'webhook')
  if (failure?.how === 'drop') {
    await sleep(20)
  }
  const timestamp = Math.floor(Date.now() / 1000) - (failure?.how === 'late' ? LATE_SECONDS : 0)
  const times = failure?.how === 'duplicate' ? 2 : 1
  for (let time = 0; time < times; time += 1) {
    await post({ body, state, timestamp, url })
  }
}

/** Tried three times in all, as Cloudinary does over some minutes. */
const post = async ({
  body,
  state,
  timestamp,
  url,
}: {
  state: State
  url: string
  body: string
  timestamp: number
}): Promise<void> => {
  for (let attempt = 1; attempt <= 3 && !state.isStopped; attempt += 1) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Cld-Timestamp': String(timestamp),
        'X-Cld-Signature': notificationSignature(state, body, timestamp),
      },
      body,
    }).catch(() => null)
    if (answer?.ok) {
      return
    }
    await sleep(10 * attempt)
  }
}
