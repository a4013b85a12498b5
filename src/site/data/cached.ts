/**
 * Remembers what a query found until something that readers can see changes. The tags reach the page that asked, so
 * one notice refreshes both.
 */
import { unstable_cache } from 'next/cache'
import { asPrincipal } from '../../../access/claims.ts'
import { ANONYMOUS } from '../../../access/principal.ts'
import { pack, unpack } from './packed.ts'

export const tenantTag = (tenantId: string): string => `tenant:${tenantId}`
export const tenantsTag = 'tenants'

/** A net below the notices: an embargo that ended while no job ran is noticed within this time, in seconds. */
const longest = 300

type CachedArgs<Result> = {
  /** Everything that the result depends on. */
  key: (string | number | null)[]
  tags: string[]
  read: () => Promise<Result>
}

export const cached = <Result>({ key, tags, read }: CachedArgs<Result>): Promise<Result> =>
  // What is kept is shown to everybody, so it is read as anybody may read it, whoever comes first.
  unstable_cache(() => asPrincipal(ANONYMOUS, read), key.map(String), {
    tags,
    revalidate: longest,
  })()

/** The same for long lists, which are remembered packed. */
export const cachedList = async <Result>({ read, ...args }: CachedArgs<Result>): Promise<Result> =>
  unpack<Result>(await cached({ ...args, read: async () => pack(await read()) }))
