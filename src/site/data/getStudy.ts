/** One study by its address, as far as the visitor may see it. */
import type { Payload } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { findHidden } from '../../../collections/CaseStudies/queries/findHidden.ts'
import { noteEmbargoEnd } from '../../../collections/CaseStudies/queries/noteEmbargoEnd.ts'
import { withoutHidden } from '../../../collections/CaseStudies/withoutHidden.ts'
import { relatedTo } from '../present/related.ts'
import { presentClient, presentStudy } from '../present/study.ts'
import type { StudyDoc } from '../documents.ts'
import type { CardView, StudyView } from '../model.ts'
import { noteTags, unnoted } from '../../../plugins/publication/index.ts'
import { highlightStudy } from '../highlight.ts'
import { membersTag, tenantTag } from '../../../collections/shared/invalidation.ts'
import { shared } from '../publication.ts'
import { findLock, type Lock } from './findLock.ts'
import { listCards } from './listCards.ts'
import { listWritten } from './listWritten.ts'
import { payloadOf } from './payload.ts'
import type { Site } from './site.ts'
import { visibleStudies, type StudyVisibility } from './visible.ts'
import { withoutHiddenClients } from './withoutHiddenClients.ts'

export type FoundStudy =
  | {
      kind: 'open'
      study: StudyView
      /** Whether it is for everybody; otherwise for whoever has the address, or opened it. */
      isPublic: boolean
    }
  /** Nothing of the study but its name: the rest is read only after the password. */
  | { kind: 'password'; id: string; slug: string; title: string; client: string | null }

/** Null for a study that is a draft, private, under embargo, in the trash, or not there. */
export const getStudy = ({
  site,
  slug,
}: {
  site: Site
  slug: string
}): Promise<FoundStudy | null> =>
  shared({
    key: ['study', site.tenant.id, site.mode, site.view.locale, slug],
    tags: [tenantTag(site.tenant.id)],
    read: () => findStudy({ site, slug }),
  })

const findStudy = async ({
  site,
  slug,
}: {
  site: Site
  slug: string
}): Promise<FoundStudy | null> => {
  const payload = await payloadOf()
  await noteEmbargoEnd({ payload, slug, tenant: site.tenant.id })
  const doc = await readStudy({ site, slug, visibility: ['public', 'unlisted', 'password'] })
  if (!doc) {
    return null
  }
  if (doc.visibility === 'password') {
    const client = presentClient(doc, site.context)?.label ?? null
    return { kind: 'password', id: doc.id, slug, title: doc.title?.trim() || '—', client }
  }
  const isPublic = doc.visibility === 'public'
  return { kind: 'open', isPublic, study: await present({ doc, site }) }
}

/** A protected study in full. The caller has checked the password; this is never cached. */
export const getUnlockedStudy = async ({
  site,
  slug,
}: {
  site: Site
  slug: string
}): Promise<StudyView | null> => {
  const doc = await readStudy({ site, slug, visibility: ['password'] })
  return doc ? present({ doc, site }) : null
}

/** The lock of a protected study of this site. */
export const getLock = async ({ site, slug }: { site: Site; slug: string }): Promise<Lock | null> =>
  findLock({ payload: await payloadOf(), slug, tenantId: site.tenant.id })

const readStudy = async ({
  site,
  slug,
  visibility,
}: {
  site: Site
  slug: string
  visibility: StudyVisibility[]
}): Promise<StudyDoc | null> => {
  const payload = await payloadOf()
  const where = {
    and: [visibleStudies({ tenantId: site.tenant.id, visibility }), { slug: { equals: slug } }],
  }
  const read = () =>
    payload.find({
      collection: 'case-studies',
      where,
      // Unlisted and protected studies are for whoever has the address or the password, not for anonymous queries;
      // the filter above is the rule here, and the presenter keeps confidential names back.
      overrideAccess: true,
      locale: site.view.locale as 'en',
      depth: 2,
      limit: 1,
      pagination: false,
    })
  const { docs } = await withCapability('readSharedStudy', site.tenant.id, read)
  const [study] = await withoutHiddenClients({ site, studies: docs })
  return study ?? null
}

const present = async ({ doc, site }: { doc: StudyDoc; site: Site }): Promise<StudyView> => {
  const payload = await payloadOf()
  const [cards, writtenIn, hiddenOf] = await Promise.all([
    unnoted(() => listCards({ site })),
    unnoted(() => listWritten({ collection: 'case-studies', site })),
    withCapability('readSharedStudy', site.tenant.id, () =>
      findHidden({ isForRelated: true, payload, studies: [doc] }),
    ),
  ])
  const hidden = hiddenOf(doc.id)
  // The client itself stays: its label depends on it, and the presenter keeps its name back.
  const readable = { ...withoutHidden(doc, hidden), client: doc.client }
  const related = relatedTo({
    doc: readable,
    cards,
    hidden: hidden.studies,
  })
  await noteRelated({ payload, related, tenant: site.tenant.id })
  const study = presentStudy({
    study: readable,
    related,
    written: writtenIn.get(doc.id),
    context: site.context,
  })
  return highlightStudy(study)
}

/** Which they are is chosen from all of the tenant's studies; what their cards say comes from their own rows. */
const noteRelated = async ({
  payload,
  related,
  tenant,
}: {
  payload: Payload
  related: CardView[]
  tenant: string
}): Promise<void> => {
  noteTags([membersTag('case-studies', tenant)])
  // Read for what is noted: what a card does not show today may be shown tomorrow.
  await payload.db.find({
    collection: 'case-studies',
    limit: 0,
    pagination: false,
    select: { client: true, cover: true, industries: true, services: true, technologies: true },
    where: { id: { in: related.map(({ id }) => id) } },
  })
}
