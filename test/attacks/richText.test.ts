// What is stored can be opened: every text that the API takes opens in Lexical with the editor's own nodes, comes
// back as it was written and shows all of its words on the site; every other one is refused by the path of what is
// wrong. VITRINE_SEED repeats a run.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { NODES } from '../../collections/shared/values/nodes.ts'
import type { Answer } from '../support/attacks.ts'
import { brokenIn, WHOLE } from '../support/brokenTexts.ts'
import { richText } from '../support/content.ts'
import { inShort, IS_FULL } from '../support/inShort.ts'
import { nodesIn, richTexts, type RichText } from '../support/richTexts.ts'
import {
  AUTHOR,
  chaptersOf,
  expectAllWords,
  shownOn,
  startTextStage,
  type TextStage,
} from '../support/textStage.ts'

const SEED = Number(process.env.VITRINE_SEED ?? (IS_FULL ? Date.now() % 1_000_000 : 1))
const WRITES = IS_FULL ? 200 : 4

let stage: TextStage

beforeAll(async () => {
  stage = await startTextStage()
}, 120_000)

afterAll(async () => {
  await stage?.target.stop()
})

describe('a text that the editor allows', () => {
  it('has every node of the editor among them', () => {
    const types = new Set(
      fc
        .sample(richTexts(stage.targets), { numRuns: IS_FULL ? 200 : 40, seed: SEED })
        .flatMap(({ root }) => nodesIn(root).map(({ node }) => node.type)),
    )
    // Without blocks for lines, none can be written.
    const offered = stage.editor.types.filter((type) => type !== 'inlineBlock')
    expect(offered.filter((type) => !types.has(type))).toEqual([])
    expect(stage.editor.types.filter((type) => !Object.hasOwn(NODES, type))).toEqual([])
  })

  it('is stored as it was written, opens, and shows all of its words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(richTexts(stage.targets), { minLength: 2, maxLength: 5 }),
        fc.boolean(),
        async (bodies, isPublished) => {
          const { body, status } = await stage.write(
            { chapters: chaptersOf(bodies), _status: isPublished ? 'published' : 'draft' },
            isPublished ? '' : '?draft=true',
          )
          expect({ errors: body.errors, status }).toEqual({ errors: undefined, status: 200 })
          const stored = await stage.read(0)
          // Payload adds what a block leaves empty.
          expect(stored.chapters.map((chapter) => chapter.body)).toMatchObject(bodies)
          for (const sent of bodies) {
            expect(stage.editor.open(sent)).toMatchObject(sent)
          }
          const shown = await stage.read(2)
          for (const [index, sent] of bodies.entries()) {
            expectAllWords(sent, shownOn(shown.chapters[index]!.body))
          }
        },
      ),
      { endOnFailure: true, numRuns: WRITES, seed: SEED },
    )
  }, 3_600_000)

  it('may be read with its documents and written back', async () => {
    const [sent] = fc.sample(
      richTexts(stage.targets).filter(
        ({ root }) => nodesIn(root).filter(({ node }) => node.type === 'upload').length > 0,
      ),
      { numRuns: 1, seed: SEED },
    )
    await stage.write({ chapters: chaptersOf([sent]) }, '?draft=true')
    const [chapter] = (await stage.read(1)).chapters
    expect(JSON.stringify(chapter!.body)).toContain('"filename"')
    const answer = await stage.write({ chapters: [chapter] }, '?draft=true')
    expect({ detail: answer.body.detail, status: answer.status }).toEqual({ status: 200 })
    expect((await stage.read(0)).chapters[0]!.body).toEqual(sent)
  })
})

describe('a text with one thing wrong', () => {
  const whole = (): RichText => richText('Words before')

  const expectRefused = ({
    answer,
    field,
    name,
    path,
  }: {
    answer: Answer
    field: string
    name: string
    path: string
  }): void => {
    const { body, status } = answer
    const paths = body.errors?.[0]?.data?.errors?.map((error: { path: string }) => error.path)
    expect({ name, status, code: body.code, paths, detail: body.detail }).toEqual({
      name,
      status: 400,
      code: 'malformed_rich_text',
      paths: expect.arrayContaining([field + path]),
      detail: expect.stringContaining(`“${field}`),
    })
  }

  it('is refused by the path of what is wrong, and nothing is stored', async () => {
    await stage.write({ chapters: chaptersOf([richText('Kept')]) }, '?draft=true')
    const before = await stage.read(0)
    const broken = [...WHOLE, ...brokenIn({ targets: stage.targets, whole: whole() })]
    expect(broken.length).toBeGreaterThan(80)
    for (const [turn, { name, path, value }] of inShort([...broken.entries()], 0, 5)) {
      const chapters = chaptersOf([richText('One'), value])
      const answer = await stage.write(
        { chapters, title: 'Changed' },
        turn % 2 ? '' : '?draft=true',
      )
      expectRefused({ answer, field: 'chapters.1.body', name, path })
    }
    expect((await stage.read(0)).chapters).toEqual(before.chapters)
    expect(await stage.read(0)).toMatchObject({ title: 'Client draft' })
  }, 300_000)

  it('is refused in GraphQL, in several documents at once, and in every language', async () => {
    const [name, path] = ['words outside', '.root.children.0']
    const value = { root: { ...whole().root, children: [{ type: 'text', text: 'x', version: 1 }] } }
    const { body } = await stage.target.graphql({
      as: AUTHOR,
      query: `mutation ($id: String!, $body: JSON!) {
        updateCaseStudy(id: $id, draft: true, data: { chapters: [{ kind: story, body: $body }] }) { id }
      }`,
      variables: { id: stage.study, body: value },
    })
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'malformed_rich_text' })
    const many = await stage.target.api.call({
      as: AUTHOR,
      body: { chapters: chaptersOf([value]) },
      method: 'PATCH',
      path: `/api/case-studies?draft=true&where[id][in]=${stage.study}`,
    })
    expectRefused({ answer: many, field: 'chapters.0.body', name, path })
    const created = await stage.target.api.call({
      as: AUTHOR,
      body: { tenant: stage.target.world.client.id, title: 'New', body: value },
      method: 'POST',
      path: '/api/pages?draft=true',
    })
    expectRefused({ answer: created, field: 'body', name, path })
    const german = await stage.write({ chapters: chaptersOf([value]) }, '?draft=true&locale=de')
    expectRefused({ answer: german, field: 'chapters.0.body', name, path })
    const copied = await stage.target.api.call({
      as: AUTHOR,
      body: { chapters: chaptersOf([value]) },
      method: 'POST',
      path: `/api/case-studies/${stage.study}/duplicate?draft=true`,
    })
    expectRefused({ answer: copied, field: 'chapters.0.body', name, path })
  })
})
