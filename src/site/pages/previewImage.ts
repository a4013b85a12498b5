/** What stands on the preview image of a site and of a study. */
import type { Policy } from '../../../plugins/publication/index.ts'
import { getStudy } from '../data/getStudy.ts'
import { listCards } from '../data/listCards.ts'
import type { Site } from '../data/site.ts'
import type { OgContent } from '../og/card.tsx'
import type { ImageView } from '../model.ts'

export type PreviewContent = Omit<OgContent, 'cover' | 'family'> & {
  image: ImageView | null
  policy: Policy
}

export type LoadPreview = (args: { site: Site; slug: string }) => Promise<PreviewContent | null>

export const homePreview: LoadPreview = async ({ site: { view }, site }) => {
  const lead = (await listCards({ site })).find((card) => card.isFeatured)
  return {
    site: view,
    kicker: null,
    title: view.tagline ?? view.name,
    claim: view.introduction,
    outcome: null,
    palette: lead?.palette ?? null,
    image: lead?.cover ?? null,
    policy: 'shared',
  }
}

/** Drawn from its title, its first outcome and its cover's colour. */
export const studyPreview: LoadPreview = async ({ site: { view }, site, slug }) => {
  const found = await getStudy({ site, slug })
  if (!found) {
    return null
  }
  if (found.kind === 'password') {
    return {
      site: view,
      kicker: found.client,
      title: found.title,
      claim: null,
      outcome: null,
      palette: null,
      image: null,
      policy: 'private',
    }
  }
  const { isPublic, study } = found
  return {
    site: view,
    kicker: [study.client?.label, study.year].filter(Boolean).join(', ') || null,
    title: study.title,
    claim: study.headline ?? study.summary,
    outcome: study.outcomes[0] ?? null,
    palette: study.palette,
    image: study.cover,
    // As the page: what it shows may have been taken back a minute later.
    policy: isPublic ? 'shared' : 'private',
  }
}
