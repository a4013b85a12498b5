/** A study, or the form that asks for its password. */
import type { PasswordProblem } from '../components/PasswordForm.tsx'
import { getStudy, getUnlockedStudy, type FoundStudy } from '../data/getStudy.ts'
import type { Site } from '../data/site.ts'
import { metadataFor, studyMetadata } from '../metadata.ts'
import type { StudyView } from '../model.ts'
import { StudyPage } from '../StudyPage.tsx'
import { themes } from '../themes/index.ts'
import type { LoadPage, Page } from './page.ts'

export const study: LoadPage = async ({ site, slug }) => {
  const found = await getStudy({ site, slug })
  if (!found) {
    return null
  }
  return found.kind === 'open'
    ? openPage({ site, study: found.study, policy: found.isPublic ? 'shared' : 'private' })
    : passwordPage({ found, problem: null, site })
}

/** For a browser that knew the password. The caller has checked its cookie; this is kept nowhere. */
export const unlockedStudy: LoadPage = async ({ site, slug }) => {
  const found = await getUnlockedStudy({ site, slug })
  return found && openPage({ site, study: found, policy: 'none' })
}

export const passwordPage = ({
  found,
  problem,
  site: { view },
}: {
  found: Extract<FoundStudy, { kind: 'password' }>
  problem: PasswordProblem | null
  site: Site
}): Page => {
  const Password = themes[view.theme].Password
  return {
    metadata: metadataFor({
      site: view,
      path: `/work/${encodeURIComponent(found.slug)}`,
      title: found.title,
      isIndexed: false,
      alternates: [],
    }),
    body: <Password site={view} study={found} problem={problem} />,
    // No shared cache keeps the form that stands where the study is once opened.
    policy: 'private',
  }
}

const openPage = ({
  policy,
  site: { view },
  study: shown,
}: {
  policy: Page['policy']
  site: Site
  study: StudyView
}): Page => ({
  metadata: studyMetadata({ site: view, study: shown }),
  body: <StudyPage site={view} study={shown} />,
  policy,
})
