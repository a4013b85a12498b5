/**
 * The public sites: what lives at which address below a tenant. Pages, files and pictures are made once and kept
 * (`answers.tsx`); forms are in `forms/`; everything else is the tenant's redirect or its 404 page.
 */
import { Hono } from 'hono'
import { answer, asFile, asPage, asPreview, missing } from './answers.tsx'
import { ASSET_NAMES, answerAsset } from './assets.ts'
import { contactForm } from './forms/contact.ts'
import { unlockForm } from './forms/unlock.ts'
import { openedBy } from './isOpened.ts'
import { limitRequests } from './limits.ts'
import type { FetchFile } from './og/draw.ts'
import { contact, contactSent } from './pages/contact.tsx'
import { feed, robots, sitemapFile } from './pages/files.ts'
import { about, freePage } from './pages/free.tsx'
import { home } from './pages/home.tsx'
import { people, person } from './pages/people.tsx'
import { homePreview, studyPreview } from './pages/previewImage.ts'
import { study, unlockedStudy } from './pages/study.tsx'
import { work, workQuery } from './pages/work.tsx'
import type { SiteEnv } from './request.ts'

export type Sites = Hono<SiteEnv>

/** @param fetchFile Delivers a file of ours, for what is drawn. */
export const createSites = ({ fetchFile }: { fetchFile: FetchFile }): Sites => {
  const sites: Sites = new Hono<SiteEnv>({ getPath: (_, of) => of?.env?.path ?? '/' })
  sites.use(limitRequests)

  sites.get('/', (c) => answer(c, asPage(home)))
  sites.get('/work', (c) => answer(c, asPage(work), { queryOf: workQuery }))
  sites.get('/work/:slug', async (c) => {
    const visitor = await openedBy(c)
    return visitor ? answer(c, asPage(unlockedStudy), { visitor }) : answer(c, asPage(study))
  })
  sites.route('/work/:slug/unlock', unlockForm())
  sites.get('/people', (c) => answer(c, asPage(people)))
  sites.get('/people/:slug', (c) => answer(c, asPage(person)))
  sites.get('/about', (c) => answer(c, asPage(about)))
  sites.get('/contact', (c) => answer(c, asPage(contact)))
  sites.get('/contact/sent', (c) => answer(c, asPage(contactSent)))
  sites.route('/contact/send', contactForm())

  sites.get('/feed.xml', (c) => answer(c, asFile(feed)))
  sites.get('/sitemap.xml', (c) => answer(c, asFile(sitemapFile)))
  sites.get('/robots.txt', (c) => answer(c, asFile(robots)))
  sites.get('/opengraph.png', (c) => answer(c, asPreview(homePreview, fetchFile)))
  sites.get('/work/:slug/opengraph.png', (c) => answer(c, asPreview(studyPreview, fetchFile)))
  for (const name of ASSET_NAMES) {
    sites.get(`/${name}`, async (c) => (await answerAsset(name, c.env)) ?? missing(c))
  }

  sites.get('/:slug', (c) => answer(c, asPage(freePage)))
  sites.notFound(missing)
  // Shaped where all other accidents are.
  sites.onError((err) => {
    throw err
  })
  return sites
}
