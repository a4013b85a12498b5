// Rich text beyond one write: changed anywhere, stored before it was looked at, and saved by the admin's own form
// while somebody types. VITRINE_SEED repeats a run.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { PayloadRequest } from 'payload'
import { faultsOf } from '../../collections/shared/values/fields.ts'
import { tokenFor, type Answer } from '../support/attacks.ts'
import { richText } from '../support/content.ts'
import { IS_FULL } from '../support/inShort.ts'
import { nodesIn, richTexts, type Node, type RichText } from '../support/richTexts.ts'
import {
  AUTHOR,
  chaptersOf,
  expectAllWords,
  shownOn,
  startTextStage,
  type TextStage,
} from '../support/textStage.ts'

const SEED = Number(process.env.VITRINE_SEED ?? (IS_FULL ? Date.now() % 1_000_000 : 1))
const CHANGED = IS_FULL ? 20_000 : 30

let stage: TextStage
let tokenOf: (email: string) => Promise<string>

beforeAll(async () => {
  stage = await startTextStage()
  tokenOf = tokenFor({ payload: stage.target.payload })
}, 120_000)

afterAll(async () => {
  await stage?.target.stop()
})

describe('a text that was changed anywhere', () => {
  const ODD: unknown[] = [
    null,
    true,
    0,
    -1,
    1.5,
    1e12,
    '',
    'x',
    'a\u0000b',
    '\udfff',
    '2026-02-30',
    [],
    {},
    [null],
    [{}],
    { type: 'text', text: 'x' },
    { type: 'paragraph', children: [] },
    { type: 'listitem', children: [], indent: 0 },
    { type: 'tablerow', children: [] },
    { type: 'mystery' },
    { root: {} },
  ]

  /** Puts something odd at one of the places of a text, or takes the place away. */
  const change = (value: RichText, at: number, odd: unknown): RichText => {
    const copy = structuredClone(value)
    const places: (() => void)[] = []
    const visit = (holder: Record<string, unknown>): void => {
      for (const key of Object.keys(holder)) {
        places.push(() => {
          if (odd === undefined) {
            delete holder[key]
          } else {
            holder[key] = structuredClone(odd)
          }
        })
        if (typeof holder[key] === 'object' && holder[key] !== null) {
          visit(holder[key] as Record<string, unknown>)
        }
      }
    }
    visit(copy)
    places[at % places.length]!()
    return copy
  }

  it('is refused, or opens and shows all of its words', () => {
    const { payload } = stage.target
    const req = { payload, locale: 'en' } as unknown as PayloadRequest
    const fields = payload.collections.pages.config.flattenedFields
    const outcomes = { opened: 0, refused: 0 }
    fc.assert(
      fc.property(
        richTexts(stage.targets),
        fc.nat(),
        fc.constantFrom(undefined, ...ODD),
        (text, at, odd) => {
          const body = change(text, at, odd)
          const [fault] = faultsOf({ data: { body }, fields, isPerLocale: false, req })
          if (fault) {
            outcomes.refused += 1
            expect(fault.path).toMatch(/^body/)
            return
          }
          outcomes.opened += 1
          const { root } = stage.editor.open(body) as { root: Node }
          const kept = (node: Node) =>
            nodesIn(node).map(({ node: { text: one, type } }) => ({ one, type }))
          expect(kept(root)).toEqual(kept(body.root))
          expectAllWords({ root: leavesOf(body.root) }, shownOn(body))
        },
      ),
      { endOnFailure: true, numRuns: CHANGED, seed: SEED },
    )
    expect(Math.min(outcomes.opened, outcomes.refused)).toBeGreaterThan(CHANGED / 20)
  }, 3_600_000)

  /** Without what needs documents to be shown. */
  const leavesOf = (node: Node): Node => ({
    ...node,
    ...(node.children
      ? {
          children: node.children
            .filter(({ type }) => type !== 'block' && type !== 'upload' && type !== 'tab')
            .map(leavesOf),
        }
      : {}),
  })
})

describe('what is stored already', () => {
  const BROKEN = { root: { type: 'root', children: [{ type: 'mystery', text: 'x' }] } }

  /** As an earlier version took it. */
  const stored = async (): Promise<string> => {
    const { payload, world } = stage.target
    const { id } = await payload.create({
      collection: 'pages',
      data: { tenant: world.client.id, title: 'Old', _status: 'published', body: BROKEN } as never,
      overrideAccess: true,
    })
    return id
  }

  const change = (id: string, body: object, query = ''): Promise<Answer> =>
    stage.target.api.call({ as: AUTHOR, body, method: 'PATCH', path: `/api/pages/${id}${query}` })

  it('leaves: it is renamed, taken offline, put into the trash', async () => {
    const id = await stored()
    expect((await change(id, { title: 'Renamed' })).status).toBe(200)
    expect((await change(id, { _status: 'draft' })).status).toBe(200)
    expect((await change(id, { deletedAt: new Date().toISOString() })).status).toBe(200)
  })

  it('comes back in no version', async () => {
    const id = await stored()
    await change(id, { body: richText('Whole') })
    const { docs } = await stage.target.payload.findVersions({
      collection: 'pages',
      where: { parent: { equals: id } },
      sort: 'createdAt',
      overrideAccess: true,
    })
    const restore = (version: string, query = '') =>
      stage.target.api.call({
        as: AUTHOR,
        method: 'POST',
        path: `/api/pages/versions/${version}${query}`,
      })
    for (const query of ['', '?draft=true']) {
      const { body, status } = await restore(docs[0]!.id, query)
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'malformed_rich_text' })
      expect(body.detail).toContain('body.en.root.children.0')
    }
    expect((await restore(docs.at(-1)!.id)).status).toBe(200)
  })
})

describe('the form of the admin', () => {
  const pending = (src: string) => ({
    type: 'upload',
    version: 3,
    format: '',
    id: '6650f0f0f0f0f0f0f0f0f0f9',
    pending: { formID: '6650f0f0f0f0f0f0f0f0f0f8', src },
  })

  const save = async (body: unknown, query = ''): Promise<Answer> => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ title: 'Form', chapters: chaptersOf([body]) }))
    return stage.target.send(`/api/case-studies/${stage.study}${query}`, {
      body: form,
      headers: { authorization: `JWT ${await tokenOf(AUTHOR)}` },
      method: 'PATCH',
    })
  }

  const AUTOSAVE = '?draft=true&autosave=true&depth=0'

  it('saves while an upload is under way, keeps it in the editor, and stores what can be opened', async () => {
    const src = 'https://pictures.example/harbour.jpg'
    const sent = richText('Typed meanwhile', pending(src), pending('blob:https://x/1'), {
      type: 'paragraph',
      version: 1,
      children: [pending(src), { type: 'text', text: 'and here', version: 1 }],
    })
    const { body, status } = await save(sent, AUTOSAVE)
    expect(status).toBe(200)
    expect(body.doc.chapters[0].body).toEqual(sent)
    const stored = (await stage.read(0)).chapters[0]!.body
    expect(JSON.stringify(stored)).not.toContain('pending')
    expect(() => stage.editor.open(stored)).not.toThrow()
    const shown = shownOn(stored)
    for (const kept of ['Typedmeanwhile', 'andhere', src]) {
      expect(shown).toContain(kept)
    }
    expect((await save(sent, '')).status).toBe(200)
    const published = await stage.target.payload.findByID({
      collection: 'case-studies',
      depth: 0,
      id: stage.study,
      overrideAccess: true,
    })
    expect(JSON.stringify(published.chapters)).not.toContain('pending')
  })

  it('saves a text from which the last block was taken', async () => {
    const sent = { root: { ...richText('').root, children: [] } }
    const { body, status } = await save(sent, AUTOSAVE)
    expect(status).toBe(200)
    expect(body.doc.chapters[0].body).toEqual(sent)
    const stored = (await stage.read(0)).chapters[0]!.body
    expect(() => stage.editor.open(stored)).not.toThrow()
  })

  it('saves what was copied with colours and other styles, without those that are not plain', async () => {
    const styled = (style: string) => ({
      type: 'paragraph',
      version: 1,
      indent: 0,
      children: [{ type: 'text', text: 'copied', version: 1, style }],
    })
    const sent = richText(
      'Typed',
      styled('color: red; position: fixed; font-size: 12px'),
      styled('position:fixed;background:url(//elsewhere.example/)'),
    )
    expect((await save(sent, AUTOSAVE)).status).toBe(200)
    const stored = (await stage.read(0)).chapters[0]!.body
    const styles = nodesIn(stored.root).flatMap(({ node }) => node.style ?? [])
    expect(styles.filter((style) => style !== '')).toEqual(['color: red'])
  })

  it('is told of the field, and reads where in it', async () => {
    const { body, status } = await save(richText('x', { type: 'mystery', version: 1 }), AUTOSAVE)
    expect(status).toBe(400)
    expect(body.errors[0].data.errors).toEqual([
      {
        message: expect.stringContaining('“chapters.0.body.root.children.1”'),
        path: 'chapters.0.body',
      },
    ])
  })
})
