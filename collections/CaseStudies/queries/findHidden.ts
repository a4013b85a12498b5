// What may not be named on a study whose client is anonymous: the client itself, testimonials of the
// client, the client's website and logo, and the client's other studies. The other studies of that
// client do not name the anonymised one either, because naming it would name its client. A client
// under NDA is named nowhere, so its studies and testimonials stay; its website and logo do not.
import type { Payload, PayloadRequest, Where } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { tenantIdOf } from '../../../access/principal.ts'
import { idOf, mentionedIn, type Hidden } from '../withoutHidden.ts'

export type HiddenOfStudy = Hidden & {
  /** The study's tenant; `null` when the study is not there for the caller. */
  tenant: string | null
  /** Studies of the same client that may not stand beside this one. */
  studies: ReadonlySet<string>
}

type Stored = {
  id: string
  anonymous?: boolean | null
  client?: unknown
  slug?: string | null
  tenant?: unknown
}
type Args = {
  payload: Payload
  /** Absent where nobody asks: the queries then run under the claims around the call. */
  req?: PayloadRequest
  /** Studies as they are about to be answered with, in any projection. */
  studies: readonly { id?: string | null }[]
  /** Whether `studies` of the result is asked for; it costs a query that is rarely needed. */
  isForRelated?: boolean
}

/**
 * Reads the stored studies, whatever the answers carry, with the rights of whoever asks. What that
 * caller cannot read is hidden as well: an unknown testimonial may be the client's.
 *
 * @returns By id; a study without an id hides everything that could name a client.
 */
export const findHidden = async ({
  isForRelated = false,
  payload,
  req,
  studies,
}: Args): Promise<(id: string | null | undefined) => HiddenOfStudy> => {
  const find = async <Doc>(collection: string, where: Where, fields: string[]): Promise<Doc[]> => {
    const { docs } = await payload.db.find<Doc & { id: string }>({
      collection: collection as 'case-studies',
      limit: 0,
      pagination: false,
      ...(req ? { req } : {}),
      select: Object.fromEntries(fields.map((field) => [field, true])),
      where,
    })
    return docs
  }
  const ids = unique(studies.map(({ id }) => id))
  const stored =
    ids.length === 0 ? [] : await find<Stored>('case-studies', { id: { in: ids } }, STUDY)
  const clients = unique(stored.map(({ client }) => idOf(client)))
  const anonymous = unique(
    stored.filter((study) => study.anonymous).map(({ client }) => idOf(client)),
  )
  const mentions = studies.map(mentionedIn)
  const idsIn = (collection: string) =>
    unique(
      mentions
        .flatMap(({ references }) => references)
        .filter(({ relationTo }) => relationTo === collection)
        .map(({ id }) => id),
    )
  // References stay inside a tenant, so nothing else can name a client of it.
  const tenants = unique(stored.map(({ tenant }) => tenantIdOf(tenant)))
  const leadsOn =
    isForRelated || idsIn('case-studies').length > 0 || mentions.some(({ urls }) => urls.length > 0)
  const [others, testimonials, organisations] = await Promise.all([
    clients.length === 0 || !leadsOn
      ? []
      : find<Stored>(
          'case-studies',
          {
            and: [
              { tenant: { in: tenants } },
              { or: [{ client: { in: clients } }, { id: { in: idsIn('case-studies') } }] },
            ],
          },
          STUDY,
        ),
    anonymous.length === 0 || idsIn('testimonials').length === 0
      ? []
      : find<{ id: string; organisation?: unknown }>(
          'testimonials',
          { id: { in: idsIn('testimonials') } },
          ['organisation'],
        ),
    clients.length === 0
      ? []
      : // A client whose record the caller may not read has a logo and a website all the same.
        withCapability('mentionClients', '*', () =>
          find<Organisation>('organisations', { id: { in: clients } }, [
            'confidential',
            'logo',
            'url',
          ]),
        ),
  ])
  const known: Known = {
    organisations: byId(organisations),
    studies: byId(others),
    testimonials: byId(testimonials),
  }
  const found = new Map(stored.map((study) => [study.id, hiddenOf({ known, study })]))
  return (id) => found.get(id ?? '') ?? EVERYTHING
}

const STUDY = ['anonymous', 'client', 'slug', 'tenant']

type Organisation = {
  id: string
  confidential?: boolean | null
  logo?: unknown
  url?: string | null
}

type Known = {
  organisations: Map<string, Organisation>
  studies: Map<string, Stored>
  testimonials: Map<string, { organisation?: unknown }>
}

const hiddenOf = ({ known, study }: { known: Known; study: Stored }): HiddenOfStudy => {
  const client = idOf(study.client)
  const tenant = tenantIdOf(study.tenant)
  if (client === null) {
    return { tenant, studies: new Set(), hidesReference: () => false, hidesUrl: () => false }
  }
  const isAnonymous = study.anonymous === true
  const conflicts = [...known.studies.values()].filter(
    (other) =>
      other.id !== study.id && idOf(other.client) === client && (isAnonymous || other.anonymous),
  )
  const studies = new Set(conflicts.map(({ id }) => id))
  const slugs = new Set(conflicts.flatMap(({ slug }) => slug ?? []))
  const stored = known.organisations.get(client)
  const organisation = isAnonymous || stored?.confidential ? stored : undefined
  const logo = idOf(organisation?.logo)
  return {
    tenant,
    studies,
    hidesReference: ({ id, relationTo }) => {
      if (relationTo === 'case-studies') {
        return studies.has(id) || (isAnonymous && !known.studies.has(id))
      }
      if (relationTo === 'testimonials') {
        const testimonial = known.testimonials.get(id)
        return isAnonymous && (!testimonial || idOf(testimonial.organisation) === client)
      }
      if (relationTo === 'organisations') {
        return (isAnonymous || organisation !== undefined) && id === client
      }
      return relationTo === 'media' && id === logo
    },
    hidesUrl: (url) => leadsToStudy(url, slugs) || isOnSite(url, organisation?.url ?? null),
  }
}

/** For a study that is not there: nothing is known, so nothing is named. */
const EVERYTHING: HiddenOfStudy = {
  tenant: null,
  studies: new Set(),
  hidesReference: ({ relationTo }) => NAMING.has(relationTo),
  hidesUrl: () => true,
}

const NAMING = new Set(['case-studies', 'media', 'organisations', 'testimonials'])

/** Whether the URL is a page of one of the studies, on whichever host and in whichever language. */
const leadsToStudy = (url: string, slugs: ReadonlySet<string>): boolean => {
  const slug = /\/work\/([^/?#]+)/.exec(parse(url)?.pathname ?? '')?.[1]
  return slug !== undefined && slugs.has(decode(slug))
}

/**
 * Whether the URL is on the site, or on one above or below it: `shop.client.example` names its owner as
 * `client.example` does, and so does every path there. A page that many share, such as a profile, hides
 * its neighbours as well; that is the lesser harm.
 */
const isOnSite = (url: string, site: string | null): boolean => {
  const [one, other] = [parse(url), site === null ? null : parse(site)]
  if (!one || !other || other.host === OWN_HOST) {
    return false
  }
  const [host = '', root = ''] = [one.hostname, other.hostname].map((name) =>
    name.replace(/^www\.|\.$/g, ''),
  )
  return host === root || host.endsWith(`.${root}`) || root.endsWith(`.${host}`)
}

const OWN_HOST = 'own.invalid'

const parse = (url: string): URL | null => {
  try {
    return new URL(url, `https://${OWN_HOST}`)
  } catch {
    return null
  }
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const unique = (ids: readonly (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id): id is string => Boolean(id))),
]

const byId = <Doc extends { id: string }>(docs: Doc[]): Map<string, Doc> =>
  new Map(docs.map((doc) => [doc.id, doc]))
