// Search finds what was typed in every script, in the latest version of a study, wherever it stands there; and nothing
// that those who search may not read.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { createLocalReq, restoreVersionOperation } from 'payload'
import { blockNode, createStudy, richText } from '../support/content.ts'
import { startApi, type Api } from '../support/http.ts'
import { inShort } from '../support/inShort.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'

let running: TestPayload
let api: Api
let owner: pg.Client
let world: World

beforeAll(async () => {
  running = await startPayload()
  world = await createWorld({ payload: running.payload })
  api = await startApi({ payload: running.payload, password: PASSWORD })
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner.end()
  await api?.stop()
  await running.stop()
})

const find = async (typed: string): Promise<{ id: string; title: string }[]> => {
  const { body, status } = await api.call({
    as: 'viewer@client.test',
    path: `/api/case-studies/search?limit=50&q=${encodeURIComponent(typed)}`,
  })
  expect(status).toBe(200)
  return body.docs as { id: string; title: string }[]
}

const titles = async (typed: string): Promise<string[]> =>
  (await find(typed)).map(({ title }) => title)

const create = (data: { title: string } & Record<string, unknown>) =>
  createStudy({ payload: running.payload, tenant: world.client.id, ...data })

const remove = (id: string) => running.payload.delete({ collection: 'case-studies', id })

/** A text, and how readers look for what is in it. */
const SAMPLES: [script: string, text: string, asked: string[]][] = [
  [
    'German',
    'Die KRÄNE am Überseehafen grüßen die Straße',
    ['kräne', 'Kräne', 'KRÄNE', 'krane', 'überseehafen', 'GRÜSSEN', 'straße', 'STRASSE'],
  ],
  [
    'Japanese',
    '横浜港のクレーンは、夜も止まらない。',
    ['横浜港', '横浜', '浜港', '港', 'クレーン', '夜も止まらない', '止ま'],
  ],
  ['Chinese', '上海港的起重机昼夜不停', ['上海', '海港', '起重机', '昼夜不停', '停', '上']],
  ['Korean', '서울에서 부산까지 기차로 간다', ['서울', '서울에서', '부산', '기차', '간다']],
  [
    'Arabic',
    'الرَّافِعَاتُ في مِيناء الإسكندرية',
    ['الرافعات', 'ميناء', 'مِيناء', 'الاسكندرية', 'الإسكندرية'],
  ],
  [
    'Greek',
    'Οι γερανοί του Πειραιά δουλεύουν, όλους τους μήνες',
    ['γερανοί', 'γερανοι', 'ΓΕΡΑΝΟΊ', 'πειραιά', 'Πειραια', 'ΔΟΥΛΕΥΟΥΝ', 'ΜΗΝΕΣ'],
  ],
  ['Russian', 'Краны ёлочного порта и чай', ['краны', 'КРАНЫ', 'ёлочного', 'елочного', 'чай']],
  ['Hindi', 'बंदरगाह की क्रेन रात में चलती है।', ['बंदरगाह', 'क्रेन', 'रात', 'चलती']],
  [
    'emoji',
    'We shipped it 🚀🎉 to the 👩‍🚀 of 🇯🇵 for 5€ 👍🏽',
    ['🚀', '🎉', '🚀🎉', '👩‍🚀', '🇯🇵', '€', 'it 🚀', '👍'],
  ],
  [
    'combining letters',
    'Cafe\u0301 d\u2019e\u0301te\u0301 \u00e5ngstro\u0308m \u1e9b\u0323 ﬁnal ①',
    ['café', 'cafe\u0301', 'CAFE', 'été', 'Ångström', 'A\u030angstro\u0308m', 'final', '1'],
  ],
]

/** What stands between blanks and punctuation, as a reader would copy it. */
const wordsOf = (text: string): string[] => text.split(/[\s,，。、।’]+/u).filter(Boolean)

const PLACES: [place: string, data: (written: string) => Record<string, unknown>][] = [
  ['a title', (written) => ({ title: written })],
  ['a chapter', (written) => ({ chapters: [{ kind: 'story', body: richText(written) }] })],
  [
    'a block',
    (written) => ({
      chapters: [
        {
          kind: 'story',
          body: richText(
            'Before.',
            blockNode({
              blockType: 'timeline',
              items: [
                { id: '6650f0f0f0f0f0f0f0f0f0f3', date: 'Week 3', title: written },
                { id: '6650f0f0f0f0f0f0f0f0f0f4', date: 'Week 4', title: 'After.' },
              ],
            }),
          ),
        },
      ],
    }),
  ],
]

describe.each(SAMPLES)('%s', (script, text, asked) => {
  it.each(PLACES)('is found in a draft by each of its words, in %s', async (place, data) => {
    const turn = PLACES.findIndex(([one]) => one === place)
    const missed: string[] = []
    for (const form of place === 'a title' ? (['NFC', 'NFD'] as const) : (['NFD'] as const)) {
      const { id } = await create({
        title: script,
        slug: `sample-${form.toLowerCase()}`,
        _status: 'draft',
        ...data(text.normalize(form)),
      })
      const words = [...wordsOf(text), ...asked, `"${wordsOf(text)[0]}"`]
      const forms = words.flatMap((word) => [word.normalize('NFC'), word.normalize('NFD')])
      for (const typed of inShort([...new Set(forms)], turn, 3)) {
        const isFound = (await find(typed)).some((doc) => doc.id === id)
        missed.push(...(isFound ? [] : [`${form}: ${typed}`]))
      }
      await remove(id)
    }
    expect(missed).toEqual([])
  })
})

it('is the latest version, whether it is online', async () => {
  const { payload } = running
  const { id } = await create({ title: 'Wallaby' })
  const draft = (data: object) =>
    payload.update({ collection: 'case-studies', id, data, draft: true, autosave: true })
  await draft({ title: 'Quokka' })
  expect(await titles('quokka')).toEqual(['Quokka'])
  expect(await titles('wallaby')).toEqual([])
  await draft({ title: 'Bandicoot', notes: [{ text: 'Bilby' }] })
  expect(await titles('bandicoot')).toEqual(['Bandicoot'])
  expect(await titles('bilby')).toEqual(['Bandicoot'])
  expect(await titles('quokka')).toEqual([])
  const { docs } = await payload.findVersions({
    collection: 'case-studies',
    where: { parent: { equals: id }, 'version.title': { equals: 'Wallaby' } },
  })
  // Not by the Local API, which knows no draft here.
  await restoreVersionOperation({
    collection: payload.collections['case-studies'],
    draft: true,
    id: docs[0]!.id,
    overrideAccess: true,
    req: await createLocalReq({}, payload),
  })
  expect(await titles('wallaby')).toEqual(['Wallaby'])
  expect(await titles('bandicoot')).toEqual([])
  await remove(id)
  expect(await titles('wallaby')).toEqual([])
})

it('is every text of the form in every language, but no secret, key or URL', async () => {
  const { payload } = running
  const { id } = await create({
    title: 'Formful',
    headline: 'Headlineword',
    summary: 'Summaryword',
    anonymous: true,
    anonymousLabel: 'Labelword',
    timeframe: 'Timeword',
    visibility: 'password',
    password: 'Passwordword1',
    outcomes: [{ label: 'Outcomeword', value: 3, unit: 'Unitword', source: 'Sourceword' }],
    credits: [{ name: 'Creditword', role: 'Roleword', url: 'https://urlword.test' }],
    chapters: [{ kind: 'story', title: 'Chapterword', body: richText('Bodyword') }],
    notes: [{ text: 'Noteword' }],
    seo: {
      title: 'Seoword',
      description: 'Descriptionword',
      canonical: 'https://canonicalword.test',
    },
    origin: { key: 'originword' },
  })
  await payload.update({
    collection: 'case-studies',
    id,
    data: { title: 'Anderswort' },
    draft: true,
    locale: 'de',
  })
  const missed: string[] = []
  for (const word of [
    ...['Formful', 'Headlineword', 'Summaryword', 'Labelword', 'Timeword', 'Outcomeword'],
    ...['Unitword', 'Sourceword', 'Creditword', 'Roleword', 'Chapterword', 'Bodyword', 'Noteword'],
    ...['Seoword', 'Descriptionword', 'Anderswort'],
  ]) {
    missed.push(...((await titles(word)).length === 1 ? [] : [word]))
  }
  expect(missed).toEqual([])
  const { rows } = await owner.query<{ hash: string }>(
    'select password_hash as hash from case_studies where id = $1',
    [id],
  )
  for (const word of [
    ...['Passwordword1', 'urlword', 'canonicalword', 'originword', 'paragraph', 'story'],
    rows[0]!.hash.slice(0, 60),
  ]) {
    expect({ word, found: await titles(word) }).toEqual({ word, found: [] })
  }
  await remove(id)
})

it('a word is one word however it is set, and ends with its paragraph', async () => {
  const node = (text: string, format: number) => ({ type: 'text', text, format, version: 1 })
  const paragraph = (...children: object[]) => ({ type: 'paragraph', version: 1, children })
  const body = richText(
    'First.',
    paragraph(node('un', 0), node('break', 1), node('able', 0)),
    paragraph(node('glue', 0)),
  )
  const { id } = await create({ title: 'Setting', chapters: [{ kind: 'story', body }] })
  expect(await titles('unbreakable')).toEqual(['Setting'])
  expect(await titles('unbreakableglue')).toEqual([])
  await remove(id)
})

it('is found by the beginning of a word, by a phrase, by one of two, and without another', async () => {
  const { id } = await create({ title: 'Kangaroo crossing ahead' })
  const there = ['Kangaroo crossing ahead']
  expect(await titles('kanga')).toEqual(there)
  expect(await titles('"crossing ahead"')).toEqual(there)
  expect(await titles('“kangaroo crossing”')).toEqual(there)
  expect(await titles('"ahead crossing"')).toEqual([])
  expect(await titles('"kanga"')).toEqual([])
  expect(await titles('nothing or kangaroo')).toEqual(there)
  expect(await titles('kangaroo -ahead')).toEqual([])
  expect(await titles('kangaroo -wombat')).toEqual(there)
  await remove(id)
})

it('of a text beyond all measure is the beginning, and saving it never fails', async () => {
  const many = Array.from({ length: 70_000 }, (_, index) => `w${index}x${'y'.repeat(index % 60)}`)
  const text = `${many.join(' ')} ${'漢'.repeat(5_000)}${'z'.repeat(5_000)}`
  const { id } = await create({
    title: 'Endless',
    _status: 'draft',
    chapters: [{ kind: 'story', body: richText(text) }],
  })
  expect(await titles('endless')).toEqual(['Endless'])
  expect(await titles(many[100]!)).toEqual(['Endless'])
  await remove(id)
})

it('the words are out of reach of requests', async () => {
  const { rows } = await owner.query(
    `select has_table_privilege('vitrine_app', 'rls.study_words', 'select') as may_read,
            has_function_privilege('vitrine_app', 'rls.words_of_version(uuid, int)', 'execute') as may_take,
            has_function_privilege('vitrine_app', 'rls.index_study(uuid)', 'execute') as may_index`,
  )
  expect(rows).toEqual([{ may_read: false, may_take: false, may_index: false }])
})
