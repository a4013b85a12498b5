// The brand of the tenant on whose domain somebody signs in.
import type { Payload } from 'payload'
import type { Media } from '../../../payload-types.ts'
import { findProvenHosts } from '../../../collections/Domains/queries/findProvenHosts.ts'
import { pictureAttributes } from '../../../plugins/media/exports/url.ts'
import { inkOn, readableOn } from '../../site/color.ts'

export type Brand = {
  name: string
  logo: { url: string; alt: string } | null
  /** The tenant's colour, corrected to be readable on the log-in page in either scheme. */
  colour: { light: string; dark: string; onLight: string; onDark: string }
}

const GROUND = { light: '#ffffff', dark: '#121716' }

/** `null` on our own host, and for a tenant whose site is not public. */
export const findBrand = async ({
  host,
  payload,
}: {
  host: string
  payload: Payload
}): Promise<Brand | null> => {
  // Trusted: a host name decides whose site answers, as in src/http/sites.ts; also of a tenant that
  // no list shows. Its look is read as anybody may read it.
  const hosts = await findProvenHosts({ payload })
  const id = [...hosts].find(([, own]) => own.includes(host))?.[0]
  const found = id
    ? await payload.find({
        collection: 'tenants',
        depth: 0,
        limit: 1,
        overrideAccess: true,
        pagination: false,
        select: { name: true },
        where: { and: [{ id: { equals: id } }, { status: { equals: 'active' } }] },
      })
    : null
  const tenant = found?.docs[0]
  if (!tenant) {
    return null
  }
  const settings = await payload.find({
    collection: 'site-settings',
    depth: 1,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    where: { tenant: { equals: tenant.id } },
  })
  const [site] = settings.docs
  const primary = site?.colors?.primary ?? '#046756'
  const light = readableOn({ color: primary, ground: GROUND.light })
  const dark = readableOn({ color: primary, ground: GROUND.dark })
  const logo = typeof site?.logo === 'object' ? site.logo : null
  return {
    name: site?.wordmark || tenant.name,
    logo: logo ? logoOf(logo) : null,
    colour: { light, dark, onLight: inkOn(light), onDark: inkOn(dark) },
  }
}

/** In its own shape, small: the page shows it no larger than a hand is wide. */
const logoOf = (media: Media): Brand['logo'] => {
  const found = pictureAttributes(media)
  const smallest = found?.srcset?.split(' ')[0] ?? found?.src
  return smallest ? { url: smallest, alt: media.alt } : null
}
