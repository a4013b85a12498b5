// A study that is written in the tenant's main language alone: in another one it is shown, and nowhere said to be in it.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { startGerman, type German } from '../support/german.ts'

let german: German
let slug: string
let both: string

beforeAll(async () => {
  german = await startGerman()
  const { payload } = german.target
  const slugOf = async (id: string): Promise<string> =>
    (await payload.findByID({ collection: 'case-studies', id, overrideAccess: true })).slug
  slug = await slugOf(await german.inGerman({ slug: 'nur-deutsch' }))
  const id = await german.inGerman({ slug: 'beides' })
  await payload.update({
    collection: 'case-studies',
    id,
    locale: 'fr',
    data: { title: 'Une table', _status: 'published' } as never,
    overrideAccess: true,
  })
  both = await slugOf(id)
  await german.target.api.renewSites()
})

afterAll(() => german?.target.stop())

const get = async (path: string): Promise<{ text: string; headers: Headers }> => {
  const response = await fetch(`${german.target.api.url}/client${path}`)
  expect([path, response.status]).toEqual([path, 200])
  return { text: await response.text(), headers: response.headers }
}

const attributes = (text: string, element: RegExp): string[] =>
  [...text.matchAll(element)].map(([, value]) => value!)

const HREFLANG = /<link rel="alternate" hrefLang="([^"]+)"/g
const CANONICAL = /<link rel="canonical" href="[^"]*(\/client[^"]*)"/g
const OFFERED = /<nav class="languages".*?<\/nav>/s

it('is shown in the main language, which is its only address', async () => {
  const { headers, text } = await get(`/fr/work/${slug}`)
  expect(attributes(text, CANONICAL)).toEqual([`/client/work/${slug}`])
  expect(attributes(text, HREFLANG)).toEqual([])
  expect(headers.get('link')).not.toContain('hreflang')
  expect(text).toContain('<meta name="robots" content="noindex, follow"/>')
  expect(text).toMatch(/<main [^>]*lang="de"/)
  expect(text).toContain('<html lang="fr"')
})

it('is found where it is written, and offered in no other language', async () => {
  const { text } = await get(`/work/${slug}`)
  expect(text).not.toContain('name="robots"')
  expect(attributes(text, CANONICAL)).toEqual([`/client/work/${slug}`])
  expect(OFFERED.exec(text)).toBeNull()
  expect(text).not.toMatch(/<main [^>]*lang=/)
})

it('in two languages is offered in those two', async () => {
  const { text } = await get(`/fr/work/${both}`)
  expect(attributes(text, HREFLANG)).toEqual(['de', 'fr', 'x-default'])
  expect(attributes(text, CANONICAL)).toEqual([`/client/fr/work/${both}`])
  expect(attributes(OFFERED.exec(text)![0], /hrefLang="([^"]+)"/g)).toEqual(['de', 'fr'])
})

it('is marked in lists, and in no feed or sitemap of another language', async () => {
  const list = await get('/fr/work')
  expect(list.text).toContain(`<a href="/client/fr/work/${slug}" lang="de">`)
  expect(list.text).toContain(`<a href="/client/fr/work/${both}">Une table</a>`)
  for (const file of ['feed.xml', 'sitemap.xml']) {
    const [inFrench, inGerman] = [await get(`/fr/${file}`), await get(`/${file}`)]
    expect([file, inFrench.text.includes(slug), inFrench.text.includes(both)]).toEqual([
      file,
      false,
      true,
    ])
    expect([file, inGerman.text.includes(slug)]).toEqual([file, true])
  }
})
