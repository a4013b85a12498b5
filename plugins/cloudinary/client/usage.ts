// How much of the plan is used, and what single files it takes.
import { number, record } from './asset.ts'
import { callAdmin, type Client } from './call.ts'

export type Usage = {
  /** Of all originals and renditions. */
  bytes: number
  /** `null` in plans that count credits instead. */
  limit: number | null
  /** Bytes of one file. */
  mostImage: number | null
  mostVideo: number | null
  mostRaw: number | null
}

export const usage = async ({ client }: { client: Client }): Promise<Usage> => {
  const answer = await callAdmin({ client, path: 'usage' })
  const storage = record(answer.storage)
  const limits = record(answer.media_limits)
  return {
    bytes: number(storage.usage) ?? 0,
    limit: number(storage.limit) ?? null,
    mostImage: number(limits.image_max_size_bytes) ?? null,
    mostVideo: number(limits.video_max_size_bytes) ?? null,
    mostRaw: number(limits.raw_max_size_bytes) ?? null,
  }
}
