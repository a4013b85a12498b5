// What the browser calls the page of a document: by its title, as its heading is, and not by its kind alone.
import config from '@payload-config'
import { getNextRequestI18n } from '@payloadcms/next/utilities'
import type { Metadata } from 'next'
import { headers as requestHeaders } from 'next/headers'
import {
  createLocalReq,
  getPayload,
  type CollectionSlug,
  type Payload,
  type TypedUser,
} from 'payload'
import { LOCALES } from '../../../collections/locales.ts'
import { SHOWS_TITLES } from '../../../collections/shared/hooks/fallBackToMain.ts'
import { isUuid } from '../../../collections/shared/isUuid.ts'
import { translator } from '../translations/translate.ts'
import type { Translate } from '../translations/types.ts'
import { newTitle } from './newTitle.ts'

/** Payload's metadata, with the title of the document that the URL names. */
export const withDocumentTitle = async ({
  locale,
  metadata,
  segments = [],
}: {
  locale: string | undefined
  metadata: Metadata
  segments: string[] | undefined
}): Promise<Metadata> => {
  const title = await titleOf({ locale, segments })
  return title && typeof metadata.title === 'string'
    ? { ...metadata, title: metadata.title.replace(/^[^·]*/, () => `${title} `) }
    : metadata
}

type Asked = { locale: string | undefined; segments: string[] }

const titleOf = async ({ locale, segments }: Asked): Promise<string | null> => {
  const [kind, collection = '', ...others] = segments
  const [id, ...view] = others[0] === 'trash' ? others.slice(1) : others
  const payload = await getPayload({ config })
  if (kind !== 'collections' || !Object.hasOwn(payload.collections, collection)) {
    return null
  }
  const t = translator(await getNextRequestI18n({ config: payload.config }))
  if (id === 'create') {
    return newTitle({ collection, t })
  }
  const title = isUuid(id)
    ? await storedTitle({ collection: collection as CollectionSlug, id, locale, payload })
    : null
  return title === null ? null : ofView({ t, title, view })
}

/** Its versions and the others of its views say what they are. */
const ofView = ({
  t,
  title,
  view: [view, version],
}: {
  t: Translate
  title: string
  view: string[]
}): string => {
  if (view === 'versions') {
    return t(version === undefined ? 'pageTitles:versions' : 'pageTitles:version', { title })
  }
  return view === 'api' ? t('pageTitles:api', { title }) : title
}

const storedTitle = async ({
  collection,
  id,
  locale,
  payload,
}: {
  collection: CollectionSlug
  id: string
  locale: string | undefined
  payload: Payload
}): Promise<string | null> => {
  const { useAsTitle } = payload.collections[collection].config.admin
  const { user } = await payload.auth({ headers: await requestHeaders() })
  if (!user || !useAsTitle) {
    return null
  }
  const language = locale ?? (await chosenBy({ payload, user }))
  const req = await createLocalReq(
    {
      context: { [SHOWS_TITLES]: true },
      user,
      ...(LOCALES.some(({ code }) => code === language) ? { locale: language! } : {}),
    },
    payload,
  )
  const doc = (await payload.findByID({
    collection,
    depth: 0,
    disableErrors: true,
    draft: true,
    id,
    overrideAccess: false,
    req,
    trash: true,
    user,
  })) as Record<string, unknown> | null
  const title = doc?.[useAsTitle]
  return typeof title === 'string' && title.trim() !== '' ? title : null
}

/** Where the URL names no language: the one that Payload shows the form in. */
const chosenBy = async ({
  payload,
  user,
}: {
  payload: Payload
  user: TypedUser
}): Promise<string | undefined> => {
  const { docs } = await payload.find({
    collection: 'payload-preferences',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    user,
    where: { and: [{ key: { equals: 'locale' } }, { 'user.value': { equals: user.id } }] },
  })
  const value = docs[0]?.value
  return typeof value === 'string' ? value : undefined
}
