// A published study on the sites of the demo, one a theme: no trace of what it refers to and nobody
// has published, all of it once an editor has, and none of it again when it is taken back.
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { blockNode, linkNode, richText } from '../support/content.ts'
import { demoOf, eventually, type Demo } from '../support/demo.ts'
import {
  freePort,
  launch,
  makeDataDir,
  untilReady,
  type ServerProcess,
} from '../support/process.ts'

const dataDir = makeDataDir()
let server: ServerProcess
let demo: Demo

beforeAll(async () => {
  server = launch({ env: { DATA_DIR: dataDir, DEMO: '1' }, port: await freePort() })
  demo = demoOf(server)
  await untilReady(server, 400_000)
}, 420_000)

afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.exit
  rmSync(dataDir, { force: true, recursive: true })
}, 60_000)

const CANARY = 'Zanzibar'

const send = async (email: string, method: string, path: string, body: unknown) => {
  const response = await fetch(server.url + path, {
    method,
    headers: {
      authorization: `JWT ${await demo.logIn(email)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  })
  expect([path, response.status < 300 || (await response.text())]).toEqual([path, true])
  return ((await response.json()) as { doc: { id: string; tenant: string } }).doc
}

const text = async (path: string, headers: Record<string, string> = {}) =>
  (await fetch(server.url + path, { headers })).text()

describe.each(['harbor', 'kiln', 'atlas'])('a study of %s', (tenant) => {
  const contributor = `contributor@${tenant}.test`
  const editor = `editor@${tenant}.test`
  const records: Record<string, string> = {}
  const study = `/${tenant}/work/refers-to-drafts`
  const pages = [
    study,
    `/${tenant}`,
    `/${tenant}/work`,
    `/${tenant}/people`,
    `/${tenant}/people/zanzibar-person`,
    `/${tenant}/about`,
    `/${tenant}/feed.xml`,
    `/${tenant}/sitemap.xml`,
  ]
  const everything = async (): Promise<string> =>
    (
      await Promise.all([
        ...pages.map((path) => text(path)),
        ...pages.map((path) => text(path, { RSC: '1' })),
      ])
    ).join('\n')

  it('shows no trace of its drafts', async () => {
    const create = async (collection: string, data: object) => {
      const doc = await send(contributor, 'POST', `/api/${collection}`, data)
      records[collection] = doc.id
      return doc
    }
    const name = (kind: string) => ({ name: `${CANARY} ${kind}` })
    await create('organisations', { ...name('client'), url: 'https://zanzibar.test' })
    await create('people', { ...name('person'), bio: `${CANARY} bio` })
    await create('services', name('service'))
    await create('industries', name('industry'))
    await create('technologies', name('technology'))
    await create('testimonials', {
      quote: `${CANARY} quote`,
      attribution: `${CANARY} voice`,
      organisation: records.organisations,
      consent: 'granted',
    })
    await send(editor, 'POST', '/api/case-studies', {
      title: 'Refers to drafts',
      slug: 'refers-to-drafts',
      _status: 'published',
      visibility: 'public',
      client: records.organisations,
      credits: [{ person: records.people, role: `${CANARY} role` }],
      testimonials: [records.testimonials],
      services: [records.services],
      industries: [records.industries],
      technologies: [records.technologies],
      chapters: [
        {
          kind: 'outcome',
          body: richText(
            'What came of it.',
            blockNode({ blockType: 'quote', testimonial: records.testimonials }),
            linkNode('people', records.people!),
          ),
        },
      ],
    })
    expect(await eventually(async () => (await text(study)).includes('What came of it.'))).toBe(
      true,
    )
    const shown = await everything()
    expect(shown).not.toMatch(/zanzibar/i)
    expect((await fetch(`${server.url}/${tenant}/people/zanzibar-person`)).status).toBe(404)
    // Its client is not a secret one: there is none to speak of yet.
    expect(await text(study)).not.toContain('Confidential client')
  }, 120_000)

  it('shows all of them once they are published', async () => {
    for (const [collection, id] of Object.entries(records)) {
      await send(editor, 'PATCH', `/api/${collection}/${id}`, { _status: 'published' })
    }
    const expected = [
      'person',
      'client',
      'service',
      'industry',
      'technology',
      'quote',
      'voice',
      'role',
    ]
    for (const word of expected) {
      expect([
        word,
        await eventually(async () => (await text(study)).includes(`${CANARY} ${word}`)),
      ]).toEqual([word, true])
    }
    expect(await eventually(async () => (await text(`/${tenant}/people`)).includes(CANARY))).toBe(
      true,
    )
    expect(await text(`/${tenant}/work?service=zanzibar-service`)).toContain('Refers to drafts')
    expect(await text(`/${tenant}/sitemap.xml`)).toContain('zanzibar-person')
  }, 120_000)

  it('shows none of them again once they are taken offline or deleted', async () => {
    for (const [collection, id] of Object.entries(records)) {
      await send(
        editor,
        'PATCH',
        `/api/${collection}/${id}`,
        ['people', 'services', 'testimonials'].includes(collection)
          ? { _status: 'draft' }
          : { deletedAt: new Date().toISOString() },
      )
    }
    expect(await eventually(async () => !/zanzibar/i.test(await everything()))).toBe(true)
    expect(await text(study)).not.toContain('Confidential client')
    expect(await text(study)).toContain('What came of it.')
  }, 120_000)
})
