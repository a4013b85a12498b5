// A chapter in which something was typed is never lost, and one in which nothing was is read by the study's own people
// only, however often it is published.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTarget, type Target } from '../../../test/support/attacks.ts'
import { blockNode, richText } from '../../../test/support/content.ts'

let target: Target
let id: string

const heading = {
  type: 'heading',
  tag: 'h2',
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  children: [],
}

const CHAPTERS = [
  { kind: 'challenge' },
  { kind: 'constraint', title: 'Tide' },
  {
    kind: 'approach',
    body: richText('', blockNode({ blockType: 'code', language: 'text', code: 'x' })),
  },
  { kind: 'outcome', body: richText(' ') },
  { kind: 'reflection', body: richText('', heading) },
  { kind: 'story', body: richText('Words') },
]
const ALL = CHAPTERS.map(({ kind }) => kind)
const TOLD = ['constraint', 'approach', 'reflection', 'story']

const EDITOR = 'editor@client.test'

beforeAll(async () => {
  target = await startTarget()
  const { body, status } = await target.api.call({
    as: EDITOR,
    method: 'POST',
    path: '/api/case-studies?draft=true',
    body: {
      tenant: target.world.client.id,
      title: 'Parts',
      visibility: 'public',
      chapters: CHAPTERS,
    },
  })
  expect([status, body.errors]).toEqual([201, undefined])
  id = body.doc.id
  await change({ _status: 'published' })
}, 120_000)

afterAll(() => target?.stop())

const change = async (body: object): Promise<void> => {
  const { status } = await target.api.call({
    as: EDITOR,
    method: 'PATCH',
    path: `/api/case-studies/${id}`,
    body,
  })
  expect(status).toBe(200)
}

type Study = { chapters: { kind: string }[] }

const kindsFor = async (as: string | undefined, query: string): Promise<string[]> => {
  const { body } = await target.api.call({
    ...(as ? { as } : {}),
    path: `/api/case-studies${query.replace('ID', id)}depth=0`,
  })
  const study = (body.docs?.[0] ?? body) as Study
  return study.chapters.map(({ kind }) => kind)
}

const byId = (query = ''): string => `/ID?${query}`
const inList = (query = ''): string => `?where[id][equals]=ID&${query}`

describe('what was published', () => {
  it.each([
    ['by id', byId()],
    ['by id, as a draft', byId('draft=true&')],
    ['in a list', inList()],
    ['selected without a tenant', byId('select[chapters]=true&')],
  ])('%s has all chapters for those who write it', async (_, query) => {
    expect(await kindsFor(EDITOR, query)).toEqual(ALL)
  })

  it.each([
    ['by id', byId()],
    ['in a list', inList()],
    ['with other fields left out', byId('select[chapters][id]=false&')],
  ])('%s has those that are told for everybody else', async (_, query) => {
    expect(await kindsFor(undefined, query)).toEqual(TOLD)
    expect(await kindsFor('editor@stranger.test', query)).toEqual(TOLD)
  })

  it('selected without a tenant has those that are told for nobody', async () => {
    expect(await kindsFor(undefined, byId('select[chapters]=true&'))).toEqual(TOLD)
  })

  it('has those that are told for somebody else who asks for all languages', async () => {
    expect(await kindsFor('editor@stranger.test', byId('locale=all&'))).toEqual(TOLD)
  })

  it('keeps each chapter whose text was not asked for', async () => {
    expect(await kindsFor(undefined, byId('select[chapters][kind]=true&'))).toEqual(ALL)
  })

  it('loses no chapter in a later change, a later publishing and a language', async () => {
    await change({ title: 'Parts, again' })
    await change({ title: 'Parts, and again', _status: 'published' })
    await change({ _status: 'draft' })
    await change({ _status: 'published' })
    expect(await kindsFor(EDITOR, byId('locale=de&fallback-locale=none&'))).toEqual(ALL)
  })
})
