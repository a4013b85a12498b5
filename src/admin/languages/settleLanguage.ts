// The language in which the admin opens: the main one of the tenant that somebody works in, until they choose another
// of its languages. Payload keeps one choice for each person; here it holds for the tenant it was made in.
import config from '@payload-config'
import { headers as requestHeaders } from 'next/headers'
import { createLocalReq, getPayload, type PayloadRequest } from 'payload'
import { cache } from 'react'
import { languagesOf, type Languages } from '../../../collections/shared/languages.ts'
import { tenantInAdmin } from './tenantInAdmin.ts'

/** Payload's own key among a person's preferences. */
const LOCALE = 'locale'

/** The tenant for which it was chosen. */
const LOCALE_TENANT = 'vitrine-locale-tenant'

export type Settled = {
  languages: Languages
  /** Chosen just now. Payload may have read the one before already, for this request. */
  isNew: boolean
}

/**
 * Before anything is drawn: Payload reads the choice for each view, and again in the browser.
 *
 * @returns null where nobody is signed in or no tenant is chosen
 */
export const settleLanguage = cache(async (): Promise<Settled | null> => {
  const headers = await requestHeaders()
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers })
  const tenant = user ? tenantInAdmin({ headers, user }) : null
  if (!user || !tenant) {
    return null
  }
  const req = await createLocalReq({ req: { headers, user }, user }, payload)
  const languages = await languagesOf({ req, tenant })
  return languages ? { isNew: await choose({ languages, req, tenant }), languages } : null
})

const choose = async ({
  languages: { main, offered },
  req,
  tenant,
}: {
  languages: Languages
  req: PayloadRequest
  tenant: string
}): Promise<boolean> => {
  const { docs } = await req.payload.find({
    collection: 'payload-preferences',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    user: req.user,
    where: {
      and: [{ key: { in: [LOCALE, LOCALE_TENANT] } }, { 'user.value': { equals: req.user?.id } }],
    },
  })
  const kept = (key: string) => docs.filter((doc) => doc.key === key)
  const isOffered = kept(LOCALE).every(({ value }) => offered.some((one) => one === value))
  if (kept(LOCALE_TENANT).some(({ value }) => value === tenant) && isOffered) {
    return false
  }
  await keep({ docs: kept(LOCALE), key: LOCALE, req, value: main })
  await keep({ docs: kept(LOCALE_TENANT), key: LOCALE_TENANT, req, value: tenant })
  return true
}

// Not Payload's own function: it remembers for the rest of the request that there was no choice, and makes a second.
const keep = async ({
  docs,
  key,
  req,
  value,
}: {
  /** Two of one are made now and then, when two views are opened at once. */
  docs: readonly { id: string }[]
  key: string
  req: PayloadRequest
  value: string
}): Promise<void> => {
  const { payload, user } = req
  const data = { key, user: { relationTo: 'users' as const, value: user!.id }, value }
  const common = {
    collection: 'payload-preferences' as const,
    depth: 0,
    overrideAccess: false,
    req,
    user,
  }
  for (const { id } of docs) {
    await payload.update({ ...common, data, id })
  }
  if (docs.length === 0) {
    await payload.create({ ...common, data })
  }
}
