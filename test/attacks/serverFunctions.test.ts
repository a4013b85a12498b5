// Every server function of the admin, as each kind of caller, about what is theirs and what is not,
// through the built server. The list of functions is read from Payload's package.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type pg from 'pg'
import { SERVER_FUNCTIONS } from '../../src/serverFunctions/functions.ts'
import type { Target } from '../support/attacks.ts'
import { blockNode, richText } from '../support/content.ts'
import { inShort } from '../support/inShort.ts'
import {
  argsFor,
  builtActions,
  CANARY,
  functionNames,
  packageCalls,
  startStage,
  storedIn,
  type CallAnswer,
  type Caller,
  type Stage,
} from '../support/serverFunctions.ts'

/** The one function with nothing to do: this installation has no folders. */
const WITHOUT_FOLDERS = 'get-folder-results-component-and-data'

let stage: Stage
let target: Target
let call: Caller['call']
let owner: pg.Client

const EDITOR = 'editor@client.test'
const VIEWER = 'viewer@client.test'
const CONTRIBUTOR = 'contributor@client.test'
const UNKNOWN = '01a2194e-51cb-7270-96f1-7947c7640035'

beforeAll(async () => {
  stage = await startStage()
  ;({ owner, target } = stage)
  call = stage.call
}, 420_000)

afterAll(() => stage?.stop(), 60_000)

/** Those that are about no document. */
const WITHOUT_ID = ['get-default-layout', 'render-field', 'render-widget', 'slugify']
/** Those whose rows are found by the collection's own access: what is not theirs is not among them. */
const LISTS = ['render-list', 'table-state']

const stored = () => storedIn(owner)
const isRefused = ({ status }: CallAnswer): boolean => status >= 400 && status < 500
const STACK = /\n\s+at |\.(js|ts|tsx):\d+/
const LOGGED = () => stage.server.output().match(/"level":(50|60)|ERROR/g)?.length ?? 0

describe('the list of functions', () => {
  it('is Payload’s, and each has somebody who decides about it', () => {
    const names = functionNames()
    expect(names.length).toBeGreaterThan(10)
    expect(Object.keys(SERVER_FUNCTIONS).sort()).toEqual([...names].sort())
  })

  it('holds whatever a component of the packages calls', () => {
    const { called } = packageCalls()
    expect(called).toEqual(expect.arrayContaining(['form-state', 'render-list', 'render-widget']))
    expect(called.filter((name) => !Object.hasOwn(SERVER_FUNCTIONS, name))).toEqual([])
  })

  it('is all there is: one action of ours, and Payload’s that keeps the language in a cookie', () => {
    expect(packageCalls().actionFiles).toEqual([
      // Not part of the build, since nothing imports them.
      'next/dist/auth/login.js',
      'next/dist/auth/logout.js',
      'next/dist/auth/refresh.js',
      'next/dist/layouts/Root/index.js',
    ])
    expect(
      builtActions()
        .map(({ file }) => file)
        .sort(),
    ).toEqual([
      'node_modules/@payloadcms/next/dist/layouts/Root/index.js',
      'src/app/(payload)/layout.tsx',
    ])
  })
})

describe('nobody', () => {
  it('reaches none, whatever it is asked, and nothing is logged as a failure', async () => {
    const before = await stored()
    const logged = LOGGED()
    for (const name of [...functionNames(), 'no-such-function', '__proto__']) {
      for (const args of [argsFor(name, target.draft.id), argsFor(name, UNKNOWN), {}, null, []]) {
        const answer = await call({ name, args })
        expect({ name, status: answer.status, code: answer.code }).toEqual({
          name,
          status: 401,
          code: 'not_signed_in',
        })
      }
    }
    for (const body of ['', '[', 'x'.repeat(200_000), '[]', '[{}]']) {
      expect((await call({ body })).status).toBe(401)
    }
    expect(await stored()).toEqual(before)
    expect(LOGGED()).toBe(logged)
    expect(stage.server.output()).not.toMatch(STACK)
  })

  it('A5: 400 chapters as nobody cost nothing, and as somebody are refused before they are rendered', async () => {
    const args = {
      collectionSlug: 'case-studies',
      data: { chapters: Array.from({ length: 400 }, () => ({ kind: 'story' })) },
      docPermissions: { fields: true },
      docPreferences: { fields: {} },
      operation: 'create',
      renderAllFields: true,
      schemaPath: 'case-studies',
    }
    for (const path of ['/admin', '/client', '/', '/preview/case-studies/1']) {
      const answer = await call({ name: 'form-state', args, path })
      expect({ path, status: answer.status }).toEqual({
        path,
        status: path === '/admin' ? 401 : 404,
      })
    }
    const users = { collectionSlug: 'users', data: {}, operation: 'create', schemaPath: 'users' }
    expect((await call({ name: 'form-state', args: users })).status).toBe(401)
    const known = await call({ as: EDITOR, name: 'form-state', args })
    expect([known.status, known.code]).toEqual([422, 'too_many_rows'])
    expect((await call({ as: EDITOR, name: 'form-state', args, path: '/client' })).status).toBe(404)
  })
})

describe.each(functionNames())('%s', (name) => {
  it('works for those who may', async () => {
    const id = target.draft.id
    const answer = await call({ as: EDITOR, name, args: argsFor(name, id) })
    if (name === WITHOUT_FOLDERS) {
      expect(target.payload.config.folders).toBe(false)
    }
    expect({ status: answer.status, text: answer.text.slice(0, 300) }).toEqual({
      status: name === WITHOUT_FOLDERS ? 404 : 200,
      text: expect.any(String),
    })
    await owner.query('delete from payload_locked_documents')
    await owner.query(`delete from payload_jobs where id <> $1`, [stage.secretJob])
  })

  it('tells nothing of a foreign document, changes and locks nothing, and a foreign id is as unknown as any', async () => {
    const before = await stored()
    const askers = [VIEWER, CONTRIBUTOR, EDITOR, 'owner@client.test']
    for (const as of inShort(askers, functionNames().indexOf(name), 2)) {
      const [foreign, unknown] = [
        await call({ as, name, args: argsFor(name, target.foreignDraft.id) }),
        await call({ as, name, args: argsFor(name, UNKNOWN) }),
      ]
      expect({ as, text: foreign.text.includes(CANARY) }).toEqual({ as, text: false })
      expect({ as, status: foreign.status }).toEqual({ as, status: unknown.status })
      if (!WITHOUT_ID.includes(name) && !LISTS.includes(name)) {
        expect({ as, status: foreign.status, code: foreign.code }).toEqual({
          as,
          status: 404,
          code: 'not_found',
        })
        expect(foreign.text).toBe(unknown.text)
      }
    }
    expect(await stored()).toEqual(before)
  })

  it('lets a viewer and a contributor change and lock nothing of somebody else’s', async () => {
    const before = await stored()
    for (const as of [VIEWER, CONTRIBUTOR]) {
      const answer = await call({ as, name, args: argsFor(name, target.draft.id) })
      expect({ as, failed: answer.status >= 500, stack: STACK.test(answer.text) }).toEqual({
        as,
        failed: false,
        stack: false,
      })
    }
    expect(await stored()).toEqual(before)
  })

  it('refuses what makes no sense, without breaking', async () => {
    const before = await stored()
    const args = argsFor(name, target.draft.id)
    const nonsense: unknown[] = [null, [], '', 'x', 1, true, ['x'], 'x'.repeat(5_000)]
    for (const value of inShort(nonsense, functionNames().indexOf(name), 3)) {
      const answer = await call({ as: VIEWER, name, args: value })
      expect({ value, broken: answer.status >= 500, stack: STACK.test(answer.text) }).toEqual({
        value,
        broken: false,
        stack: false,
      })
    }
    for (const [turn, [key, of]] of Object.entries(args).entries()) {
      const others = [...nonsense, {}, { toString: 1 }, { id: { equals: {} } }, undefined]
      const wrong = others.filter((one) => typeof one !== typeof of || one !== of)
      for (const value of inShort(wrong, functionNames().indexOf(name) + turn, 8)) {
        const answer = await call({ as: VIEWER, name, args: { ...args, [key]: value } })
        expect({
          key,
          value,
          broken: answer.status >= 500,
          stack: STACK.test(answer.text),
        }).toEqual({
          key,
          value,
          broken: false,
          stack: false,
        })
      }
    }
    expect(await stored()).toEqual(before)
  }, 240_000)

  it('refuses what is over the limits', async () => {
    const before = await stored()
    const args = argsFor(name, target.draft.id)
    const deep = Array.from({ length: 12 }).reduce<object>((inner) => ({ inner }), {})
    const rows = Array.from({ length: 201 }, () => ({ kind: 'story' }))
    const ids = rows.map(() => UNKNOWN)
    const namedRows = Object.fromEntries(
      rows.map((_, index) => [`chapters.${index}.title`, { value: 'x' }]),
    )
    const block = blockNode({ blockType: 'metric', items: [] })
    const tooMuch = [
      ['too_many_rows', { data: { chapters: rows } }],
      ['too_many_rows', { formState: { chapters: { rows } } }],
      ['too_many_rows', { data: { body: richText('x', ...rows.map(() => block)) } }],
      // What looks like a rich text is one as far as it goes.
      ['too_many_rows', { data: { root: { type: 'root' }, chapters: rows } }],
      ['too_many_rows', { data: { root: { type: 'root', chapters: rows } } }],
      ['too_many_rows', { data: { root: { type: 'root', children: [rows] } } }],
      ['too_many_rows', { query: { root: { type: 'root' }, where: { id: { in: ids } } } }],
      ['too_many_rows', { formState: namedRows }],
      ['too_many_rows', { formState: { chapters: { rows: [], value: rows } } }],
      ['too_deep', { query: { root: { type: 'root' }, where: deep } }],
      ['too_deep', { data: { root: { type: 'root', children: { deep } } } }],
      ['too_many_rows', { query: { limit: 0 } }],
      ['too_many_rows', { query: { limit: 101 } }],
      ['too_many_rows', { query: { limit: 100_000 } }],
      ['too_many_rows', { query: { where: { id: { in: ids } } } }],
      ['too_deep', { data: deep }],
      ['too_deep', { query: { where: deep } }],
    ] as const
    for (const [code, over] of inShort(tooMuch, functionNames().indexOf(name), 4)) {
      const answer = await call({ as: EDITOR, name, args: { ...args, ...over } })
      expect({ over: Object.keys(over), status: answer.status, code: answer.code }).toEqual({
        over: Object.keys(over),
        status: 422,
        code,
      })
    }
    const large = { ...args, data: { title: 'x'.repeat(1024 * 1024) } }
    expect((await call({ as: EDITOR, name, args: large })).status).toBe(413)
    expect(await stored()).toEqual(before)
  })
})

it('an unknown function is refused, whatever its name', async () => {
  for (const name of ['no-such', '__proto__', 'constructor', 'toString', '', 1, null, {}]) {
    const answer = await call({ as: EDITOR, name, args: {} })
    expect({ name, refused: isRefused(answer) }).toEqual({ name, refused: true })
  }
  const deep = '['.repeat(60_000) + ']'.repeat(60_000)
  for (const body of ['', '[', '{}', 'null', '["$F1"]', '["$T"]', '["$Q9"]', deep]) {
    const answer = await call({ as: EDITOR, body })
    expect({ body: body.slice(0, 9), refused: isRefused(answer) }).toEqual({
      body: body.slice(0, 9),
      refused: true,
    })
  }
})

it('none of this was logged with the text of a statement’s values', () => {
  expect(stage.server.output()).not.toContain(CANARY)
})
