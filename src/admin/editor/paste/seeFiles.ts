// What this person may see of files of another tenant, before a copy of them is asked for.
import { request } from '../../forms/request.ts'
import type { Shown } from './read/elsewhere.ts'

/** @returns by id; what this person may not see is not among them */
export const seeFiles = async (
  api: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Shown>> => {
  const files = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const { data } = await request({
        method: 'GET',
        path: `${api}/media/${encodeURIComponent(id)}?depth=0`,
      })
      const { alt, filename, url } = (data ?? {}) as Record<string, unknown>
      return typeof url === 'string' && typeof filename === 'string'
        ? [[id, { alt: typeof alt === 'string' ? alt : '', name: filename, src: url }] as const]
        : []
    }),
  )
  return new Map(files.flat())
}
