// The queues of “what waits for you”, each from its own query.
import { tenantsWithRole } from '../../../access/principal.ts'
import { lapsesAt } from '../../../collections/Domains/lapse.ts'
import {
  findBrokenLinks,
  type BrokenLinks,
} from '../../../collections/Tenants/queries/findBrokenLinks.ts'
import {
  findFailedSchedules,
  type FailedSchedule,
} from '../../../collections/Tenants/queries/findFailedSchedules.ts'
import type { PartProps } from './part.ts'
import { findDraftVersions, RECORDS, type OpenDraft } from './queries/findDraftVersions.ts'
import { findEmptyDrafts, type EmptyDraft } from './queries/findEmptyDrafts.ts'
import { findWithoutCover, findWithoutDescription } from './queries/findIncomplete.ts'
import { findMissingDomains, type MissingDomain } from './queries/findMissingDomains.ts'
import { findNewLeads } from './queries/findNewLeads.ts'
import { findScheduled, type Scheduled } from './queries/findScheduled.ts'
import { findWithoutConsent } from './queries/findWithoutConsent.ts'
import { editPath, idOf, type Queue, type Row } from './rows.ts'
import { relativeTime } from './relativeTime.ts'

const ROWS = 5

/** How many tenants are searched for broken links at once. */
const MOST_SEARCHED = 12

export type NamedQueue = Queue & {
  title: string
  /** What all of them have in common, in a sentence. */
  text?: string
  href?: string
  hasPictures?: boolean
  /** What the queue offers to delete, by collection. */
  deletes?: Record<string, string[]>
}

export const loadQueues = async ({ now, req, scope, t }: PartProps): Promise<NamedQueue[]> => {
  const { ids, principal } = scope
  const within = (role: 'contributor' | 'reviewer' | 'editor' | 'admin') =>
    principal.isOperator ? ids : tenantsWithRole(principal, role).filter((id) => ids.includes(id))
  const writes = within('contributor')
  const reads = within('reviewer')
  const edits = within('editor')
  const runs = within('admin')
  const limited = { limit: ROWS, req }
  const [
    studies,
    pages,
    records,
    empty,
    scheduled,
    failed,
    broken,
    consent,
    leads,
    cover,
    alt,
    missing,
  ] = await Promise.all([
    unlessEmpty(
      writes,
      () => findDraftVersions({ collection: 'case-studies', req, tenants: writes }),
      [],
    ),
    unlessEmpty(writes, () => findDraftVersions({ collection: 'pages', req, tenants: writes }), []),
    unlessEmpty(
      writes,
      async () =>
        (
          await Promise.all(
            RECORDS.map((collection) => findDraftVersions({ collection, req, tenants: writes })),
          )
        ).flat(),
      [],
    ),
    unlessEmpty(writes, () => findEmptyDrafts({ now, principal, req, tenants: writes }), []),
    findScheduled({ now, req, tenants: ids }),
    unlessEmpty(writes, () => findFailedSchedules({ req, tenants: writes }), []),
    findBroken({ req, tenants: edits }),
    unlessEmpty(edits, () => findWithoutConsent({ ...limited, tenants: edits }), EMPTY),
    unlessEmpty(edits, () => findNewLeads({ ...limited, tenants: edits }), EMPTY),
    unlessEmpty(edits, () => findWithoutCover({ ...limited, tenants: edits }), EMPTY),
    unlessEmpty(edits, () => findWithoutDescription({ ...limited, tenants: edits }), EMPTY),
    unlessEmpty(runs, () => findMissingDomains({ ...limited, tenants: runs }), {
      total: 0,
      domains: [],
    }),
  ])
  const emptyIds = new Set(empty.map(({ id }) => id))
  const drafts = [...studies, ...pages]
    .filter(({ id }) => !emptyIds.has(id))
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
  const mine = drafts.filter((draft) => !draft.isOnline && draft.createdBy === principal.userId)
  const changed = drafts.filter((draft) => draft.isOnline && edits.includes(draft.tenant ?? ''))
  const others = drafts.filter(
    (draft) =>
      !draft.isOnline && draft.createdBy !== principal.userId && reads.includes(draft.tenant ?? ''),
  )
  const isEdited = ({ tenant }: OpenDraft) => edits.includes(tenant ?? '')
  records.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
  const toPublish = records.filter(isEdited)
  const sent = records.filter((draft) => draft.createdBy === principal.userId && !isEdited(draft))
  const rowOf = (draft: OpenDraft) => draftRow({ draft, t })
  const language = req.i18n.language
  const studyList = '/admin/collections/case-studies'
  return [
    {
      title: t('queues:domains'),
      total: missing.total,
      rows: missing.domains.map((domain) => domainRow({ domain, language, now, t })),
      href: '/admin/collections/domains',
    },
    { title: t('queues:failed'), ...queueOf(failed, (item) => failedRow({ item, t })) },
    { title: t('queues:broken'), ...queueOf(broken, (item) => brokenRow({ item, t })) },
    { title: t('queues:leads'), ...leads, href: '/admin/collections/leads' },
    { title: t('queues:unfinished'), ...queueOf(mine, rowOf), href: studyList, hasPictures: true },
    { title: t('queues:changed'), ...queueOf(changed, rowOf), href: studyList, hasPictures: true },
    {
      title: t('queues:scheduled'),
      ...queueOf(scheduled, (item) => scheduledRow({ item, language, now, t })),
      hasPictures: true,
    },
    {
      title: t('queues:colleagues'),
      ...queueOf(others, rowOf),
      href: studyList,
      hasPictures: true,
    },
    { title: t('queues:records'), ...queueOf(toPublish, rowOf), hasPictures: true },
    { title: t('queues:recordsSent'), ...queueOf(sent, rowOf), hasPictures: true },
    { title: t('queues:consent'), ...consent, href: '/admin/collections/testimonials' },
    {
      title: t('queues:cover'),
      ...withDetail(cover, t('queues:addCover')),
      href: studyList,
      hasPictures: true,
    },
    {
      title: t('queues:alt'),
      ...withDetail(alt, t('queues:addAlt')),
      href: '/admin/collections/media',
      hasPictures: true,
    },
    {
      title: t('queues:empty'),
      text: t('queues:emptyText'),
      ...queueOf(empty, (draft) => emptyRow({ draft, t })),
      deletes: {
        'case-studies': idsIn(empty, 'case-studies'),
        pages: idsIn(empty, 'pages'),
      },
    },
  ]
}

const idsIn = (drafts: EmptyDraft[], wanted: EmptyDraft['collection']): string[] =>
  drafts.filter(({ collection }) => collection === wanted).map(({ id }) => id)

/** Of the tenants that somebody edits; each is gone through as a whole, so of a few. */
const findBroken = async ({
  req,
  tenants,
}: {
  req: PartProps['req']
  tenants: string[]
}): Promise<(BrokenLinks & { tenant: string })[]> => {
  const found: (BrokenLinks & { tenant: string })[] = []
  for (const tenant of tenants.slice(0, MOST_SEARCHED)) {
    const links = await findBrokenLinks({ req, tenant })
    found.push(...links.map((one) => ({ ...one, tenant })))
  }
  return found
}

const EMPTY: Queue = { total: 0, rows: [] }

const unlessEmpty = <T>(tenants: string[], load: () => Promise<T>, none: T): Promise<T> =>
  tenants.length === 0 ? Promise.resolve(none) : load()

const queueOf = <T>(items: T[], rowOf: (item: T) => Row): Queue => ({
  total: items.length,
  rows: items.slice(0, ROWS).map(rowOf),
})

const withDetail = (queue: Queue, detail: string): Queue => ({
  ...queue,
  rows: queue.rows.map((row) => ({ ...row, detail })),
})

const draftRow = ({ draft, t }: { draft: OpenDraft; t: PartProps['t'] }): Row => ({
  id: draft.id,
  href: editPath(draft.collection, draft.id),
  title: draft.title,
  detail: draft.editor ? t('queues:editedBy', { name: draft.editor }) : undefined,
  when: draft.updatedAt,
  thumbnail: draft.thumbnail,
  tenant: draft.tenant ?? undefined,
})

const emptyRow = ({ draft, t }: { draft: EmptyDraft; t: PartProps['t'] }): Row => {
  const { author, collection, id, tenant, updatedAt } = draft
  const kind = t(collection === 'pages' ? 'queues:emptyPage' : 'queues:emptyStudy')
  return {
    id,
    href: editPath(collection, id),
    title: t('common:untitled'),
    detail: author ? t('queues:begunBy', { kind, name: author }) : kind,
    when: updatedAt,
    tenant: tenant ?? undefined,
  }
}

const failedRow = ({ item, t }: { item: FailedSchedule; t: PartProps['t'] }): Row => ({
  id: item.id,
  href: editPath(item.collection, item.document),
  title: item.title || t('common:untitled'),
  detail: t(item.type === 'publish' ? 'queues:notPublished' : 'queues:notUnpublished', {
    reason: item.reason,
  }),
  when: item.failedAt,
})

const brokenRow = ({
  item,
  t,
}: {
  item: BrokenLinks & { tenant: string }
  t: PartProps['t']
}): Row => ({
  id: item.id,
  href: item.url,
  title: item.title || t('common:untitled'),
  detail: t('queues:pointsNowhere', { count: item.links.length }),
  tenant: item.tenant,
})

const domainRow = ({
  domain: { host, id, missingSince, status, tenant },
  language,
  now,
  t,
}: {
  domain: MissingDomain
  language: string
  now: Date
  t: PartProps['t']
}): Row => ({
  id,
  href: editPath('domains', id),
  title: host,
  detail:
    status === 'verified'
      ? t('queues:domainLapses', {
          when: relativeTime({ date: lapsesAt(missingSince).toISOString(), language, now }),
        })
      : t('queues:domainLapsed'),
  tenant: idOf(tenant) ?? undefined,
})

const scheduledRow = ({
  item,
  language,
  now,
  t,
}: {
  item: Scheduled
  language: string
  now: Date
  t: PartProps['t']
}): Row => {
  const key = { publish: 'publishes', unpublish: 'unpublishes', embargo: 'embargo' } as const
  return {
    id: `${item.id}-${item.what}-${item.when}`,
    href: editPath(item.collection, item.id),
    title: item.title,
    detail: t(`queues:${key[item.what]}`, {
      when: relativeTime({ date: item.when, language, now }),
    }),
    thumbnail: item.thumbnail,
    tenant: item.tenant ?? undefined,
  }
}
