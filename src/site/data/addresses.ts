/** Absolute addresses: of this installation, and the canonical home of a tenant. */
import { publicUrl } from '../../config/publicUrl.ts'
import { originOf } from '../../http/origins.ts'
import type { TenantDoc } from '../documents.ts'

/** Without a trailing slash. */
export const serverUrl = publicUrl

/** A tenant's own domain is its canonical home; without one it is the path on this installation. */
export const canonicalRootOf = (tenant: Pick<TenantDoc, 'slug' | 'domains'>): string => {
  const host = tenant.domains?.[0]?.host
  return host ? originOf({ host, serverUrl: serverUrl() }) : `${serverUrl()}/${tenant.slug}`
}

/** The absolute address of one of our own files or pages. */
export const absolute = ({
  href,
  canonicalRoot,
}: {
  href: string
  canonicalRoot: string
}): string => new URL(href, `${canonicalRoot}/`).toString()
