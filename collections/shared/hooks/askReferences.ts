// What others point at is not deleted, nor moved to the trash, without a word: whoever asks is told what points
// there, and says what becomes of it. `references=remove` takes it out there, `references=<id>` puts another
// document in its place, `references=keep` leaves a gap that the list of broken links shows.
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload'
import { tenantIdOf } from '../../../access/principal.ts'
import { isUuid } from '../isUuid.ts'
import { changeReferences } from '../referrers/changeReferences.ts'
import { findReferrers, type Referrers } from '../referrers/findReferrers.ts'
import { noteRefusal } from '../referrers/refusals.ts'
import { isTrusted } from '../trusted.ts'

export const askBeforeTrash: CollectionBeforeChangeHook = async ({
  collection: { slug },
  data,
  originalDoc,
  req,
}) => {
  const id: unknown = originalDoc?.id
  if (data.deletedAt && typeof id === 'string' && !originalDoc?.deletedAt) {
    await settle({ collection: slug, id, req, tenant: tenantIdOf(data.tenant) })
  }
  return data
}

export const askBeforeDelete: CollectionBeforeDeleteHook = async ({
  collection: { slug },
  id,
  req,
}) => {
  const doc = await req.payload.db.findOne<{ id: string; tenant?: unknown }>({
    collection: slug,
    req,
    select: { tenant: true },
    where: { id: { equals: id } },
  })
  await settle({ collection: slug, id: String(id), req, tenant: tenantIdOf(doc?.tenant) })
}

type SettleArgs = { collection: string; id: string; req: PayloadRequest; tenant: string | null }

const settle = async ({ collection, id, req, tenant }: SettleArgs): Promise<void> => {
  const choice = choiceOf(req)
  if (tenant === null || choice === 'keep' || (choice === undefined && isTrusted(req))) {
    return
  }
  const found = await findReferrers({ collection, id, req, tenant })
  if (found.referrers.length + found.hidden === 0) {
    return
  }
  if (choice === undefined) {
    noteRefusal({ found, id, req })
    throw refused({
      code: 'still_referenced',
      found,
      sentence: `${countOf(found)} to this. Take it out there first, or ask again and say what becomes of that: “references=remove” takes it out there, “references=<id>” puts another document in its place, “references=keep” leaves it.`,
      status: 409,
    })
  }
  const replacement = choice === 'remove' ? null : choice
  if (replacement !== null) {
    await requireReplacement({ collection, id, replacement, req, tenant })
  }
  const target = { collection, id }
  for (const from of found.referrers) {
    if (!(await changeReferences({ from, replacement, req, target, tenant }))) {
      throw notTheirs(found)
    }
  }
  if (found.hidden > 0) {
    throw notTheirs(found)
  }
}

/** What the request says, in REST and GraphQL alike in its query string. */
const choiceOf = (req: PayloadRequest): string | undefined => {
  const choice: unknown = req.query?.references
  if (choice === undefined || choice === '') {
    return undefined
  }
  if (choice === 'keep' || choice === 'remove' || isUuid(choice)) {
    return choice
  }
  throw new APIError(
    '“references” is “remove”, “keep” or the id of the document that takes its place.',
    400,
    { code: 'parameter_not_valid' },
    true,
  )
}

const requireReplacement = async ({
  collection,
  id,
  replacement,
  req,
  tenant,
}: SettleArgs & { replacement: string }): Promise<void> => {
  const { docs } = await req.payload.find({
    collection: collection as CollectionSlug,
    depth: 0,
    draft: true,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    where: { and: [{ id: { equals: replacement } }, { tenant: { equals: tenant } }] },
  })
  if (docs.length === 0 || replacement === id) {
    throw new APIError(
      'The document that takes its place is not here. Choose another one of the same kind.',
      400,
      { code: 'unknown_reference' },
      true,
    )
  }
}

const MOST_NAMED = 3

/** “A”, “B” and 2 more point */
const countOf = ({ hidden, referrers }: Referrers): string => {
  const named = referrers.slice(0, MOST_NAMED).map(({ title }) => `“${title || 'Untitled'}”`)
  const more = referrers.length - named.length + hidden
  const all = more > 0 ? [...named, `${more} more`] : named
  const last = all.at(-1) ?? ''
  return all.length === 1
    ? `${last} ${referrers.length === 0 && hidden > 1 ? 'point' : 'points'}`
    : `${all.slice(0, -1).join(', ')} and ${last} point`
}

const notTheirs = (found: Referrers): APIError =>
  refused({
    code: 'references_not_changeable',
    found,
    sentence: `${countOf(found)} to this, and you may not change all of that. Ask an editor, or leave it with “references=keep”.`,
    status: 403,
  })

const refused = ({
  code,
  found: { hidden, referrers },
  sentence,
  status,
}: {
  code: string
  found: Referrers
  sentence: string
  status: number
}): APIError => new APIError(sentence, status, { code, hidden, referrers }, true)
