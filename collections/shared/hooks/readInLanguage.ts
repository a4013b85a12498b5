// A question about one tenant, or about a document of one, is asked in one of its languages: in its main one where none
// is named, which is what texts are then filtered and sorted by.
import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'
import { tenantIdOf } from '../../../access/principal.ts'
import { isUuid } from '../isUuid.ts'
import { languagesOf, namesLanguage, requireOffered, tenantOf } from '../languages.ts'

export const readInLanguage: CollectionBeforeOperationHook = async ({
  args,
  collection: { slug },
  operation,
  req,
}) => {
  if (operation !== 'read' || req.payloadAPI === 'local' || req.locale === 'all') {
    return args
  }
  const { id, where } = args as { id?: unknown; where?: Where }
  const isNamed = namesLanguage(req)
  const tenant = isUuid(id)
    ? // Of what names none, the document says it.
      isNamed
      ? await tenantOf({ collection: slug, id, req })
      : null
    : await tenantIn({ req, where })
  const languages = tenant ? await languagesOf({ req, tenant }) : null
  if (languages && !isNamed) {
    req.locale = languages.main
  } else if (languages) {
    for (const locale of [req.locale, ...fallbacksOf(req)]) {
      requireOffered({ languages, locale: String(locale) })
    }
  }
  return args
}

/** Those that were named. Payload has one of its own for everybody else. */
const fallbacksOf = ({ query }: PayloadRequest): string[] =>
  [query?.['fallback-locale'] ?? query?.fallbackLocale]
    .flat()
    .flatMap((value) => (typeof value === 'string' ? value.split(',') : []))
    .filter((value) => !['', 'false', 'none', 'null'].includes(value))

/** The one tenant that a filter leaves. */
const tenantIn = async ({
  req,
  where,
}: {
  req: PayloadRequest
  where: Where | undefined
}): Promise<string | null> => {
  for (const [path, asked] of Object.entries(where ?? {})) {
    if (path === 'and') {
      for (const part of [asked].flat() as Where[]) {
        const found = await tenantIn({ req, where: part })
        if (found) {
          return found
        }
      }
    }
    const value: unknown = (asked as { equals?: unknown } | null)?.equals
    if (typeof value === 'string' && (path === 'tenant' || path === 'tenant.id')) {
      return isUuid(value) ? value : null
    }
    if (typeof value === 'string' && path === 'tenant.slug') {
      const found = await req.payload.db.findOne<{ id: string }>({
        collection: 'tenants',
        req,
        select: {},
        where: { slug: { equals: value } },
      })
      return tenantIdOf(found?.id)
    }
  }
  return null
}
