// What this process changes reaches what it remembers for readers, as src/http/startPages.ts has it.
import { onTold } from '../../collections/shared/changes/notices.ts'
import { TENANTS_TAG } from '../../collections/shared/invalidation.ts'
import type { Publication } from '../../plugins/publication/index.ts'
import type { SiteDirectory } from '../../src/http/sites.ts'

/** @returns what ends it. */
export const hearChanges = ({
  cache,
  directory,
}: {
  cache: Publication
  directory?: Pick<SiteDirectory, 'refresh'>
}): (() => void) =>
  onTold(({ access, content }) => {
    if ([...access, ...content].includes(TENANTS_TAG)) {
      directory?.refresh()
    }
    cache.withdraw(access)
    cache.refresh(content)
  })
