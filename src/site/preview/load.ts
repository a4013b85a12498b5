/** What the live preview starts with: the latest draft, read with the rights of whoever is logged in. */
import { headers } from 'next/headers'
import { canonicalRootOf, serverUrl } from '../data/addresses.ts'
import { listCards } from '../data/listCards.ts'
import { payloadOf } from '../data/payload.ts'
import { siteContext } from '../data/site.ts'
import type { SettingsDoc, TenantDoc } from '../documents.ts'
import { pairings, themes } from '../model.ts'
import { localesOf, presentSite } from '../present/site.ts'
import { stylesheetHref } from '../stylesheet.ts'
import { mainWordsOf } from './mainWords.ts'
import type { PreviewCollection, PreviewProps } from './Preview.tsx'

const collections: readonly PreviewCollection[] = ['case-studies', 'pages', 'site-settings']

/** Null for anybody who may not see the draft, logged in or not. */
export const loadPreview = async ({
  collection: name,
  id,
  locale: wanted,
}: {
  collection: string
  id: string
  locale: string | undefined
}): Promise<PreviewProps | null> => {
  const collection = collections.find((candidate) => candidate === name)
  const payload = await payloadOf()
  const { user } = await payload.auth({ headers: await headers() })
  if (!collection || !user) {
    return null
  }
  const access = { overrideAccess: false, user } as const
  const bare = await payload.findByID({
    collection,
    id,
    depth: 0,
    draft: true,
    disableErrors: true,
    ...access,
  })
  const tenantId = bare && typeof bare.tenant === 'string' ? bare.tenant : null
  const tenant = tenantId
    ? ((await payload.findByID({
        collection: 'tenants',
        id: tenantId,
        depth: 0,
        disableErrors: true,
        ...access,
      })) as TenantDoc | null)
    : null
  if (!bare || !tenant) {
    return null
  }
  // Anybody may read what is published; only members of the tenant may read its versions, and so its previews.
  const { docs: versions } = await payload.findVersions({
    collection,
    where: { parent: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    ...access,
  })
  if (versions.length === 0) {
    return null
  }
  const main = tenant.defaultLocale ?? 'en'
  const locale = localesOf(tenant).find((code) => code === wanted) ?? main
  const read = (language: string) =>
    payload.findByID({
      collection,
      id,
      depth: 2,
      draft: true,
      locale: language as 'en',
      disableErrors: true,
      ...access,
    })
  const [doc, inMain, settings, people] = await Promise.all([
    read(locale),
    locale === main ? null : read(main),
    readSettings({ tenantId: tenant.id, locale, access, payload }),
    payload.count({
      collection: 'people',
      where: { and: [{ tenant: { equals: tenant.id } }, { _status: { equals: 'published' } }] },
      ...access,
    }),
  ])
  if (!doc) {
    return null
  }
  const context = siteContext({ tenant, settings, mode: 'path', locale })
  const canonicalRoot = canonicalRootOf(tenant)
  const hasPeople = people.totalDocs > 0
  const view = presentSite({ tenant, settings, hasPeople, canonicalRoot, context })
  return {
    collection,
    doc: JSON.parse(JSON.stringify(doc)) as PreviewProps['doc'],
    mainWords: mainWordsOf({
      data: JSON.parse(JSON.stringify(inMain)),
      fields: payload.collections[collection].config.fields,
    }),
    tenant: JSON.parse(JSON.stringify(tenant)) as TenantDoc,
    settings: settings && (JSON.parse(JSON.stringify(settings)) as SettingsDoc),
    hasPeople,
    canonicalRoot,
    serverUrl: serverUrl(),
    locale,
    cards: await listCards({ site: { tenant, view, context, mode: 'path' } }),
    stylesheets: Object.fromEntries(
      themes.map((theme) => [
        theme,
        Object.fromEntries(
          pairings.map((pairing) => [
            pairing,
            stylesheetHref({ root: '/preview', theme, pairing }),
          ]),
        ),
      ]),
    ) as PreviewProps['stylesheets'],
  }
}

const readSettings = async ({
  tenantId,
  locale,
  access,
  payload,
}: {
  tenantId: string
  locale: string
  access: {
    overrideAccess: false
    user: NonNullable<Awaited<ReturnType<Awaited<ReturnType<typeof payloadOf>>['auth']>>['user']>
  }
  payload: Awaited<ReturnType<typeof payloadOf>>
}): Promise<SettingsDoc | null> => {
  const { docs } = await payload.find({
    collection: 'site-settings',
    where: { tenant: { equals: tenantId } },
    locale: locale as 'en',
    depth: 1,
    limit: 1,
    pagination: false,
    ...access,
  })
  return (docs[0] as SettingsDoc | undefined) ?? null
}
