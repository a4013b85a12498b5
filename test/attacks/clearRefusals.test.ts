// Bad input is refused with the field, the value and what to do instead, and with a code that stays. What asks for
// something that is not there is told so, instead of an answer without it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { FlattenedField } from 'payload'
import { createStudy } from '../support/content.ts'
import { idsOf, startTarget, tokenFor, type Answer, type Target } from '../support/attacks.ts'

const EDITOR = 'editor@client.test'

let target: Target
let study: string

beforeAll(async () => {
  target = await startTarget()
  const { id } = await createStudy({
    payload: target.payload,
    tenant: target.world.client.id,
    title: 'With chapters',
    chapters: [{ kind: 'constraint', title: 'A narrow quay' }],
  })
  study = id
})

afterAll(async () => {
  await target?.stop()
})

const refusalOf = ({ body, status }: Answer) => {
  const [first] = (body.errors?.[0]?.data?.errors ?? []) as { message: string; path: string }[]
  return { code: body.code as string, message: first?.message, path: first?.path, status }
}

const ask = (path: string, as?: string): Promise<Answer> => target.api.call({ as, path })

const change = (data: object): Promise<Answer> =>
  target.api.call({
    as: EDITOR,
    body: data,
    method: 'PATCH',
    path: `/api/case-studies/${target.draft.id}?draft=true`,
  })

describe('a redirect', () => {
  const redirect = (from: string, to: string): Promise<Answer> =>
    target.api.call({
      as: EDITOR,
      body: { from, tenant: target.world.client.id, to },
      method: 'POST',
      path: '/api/redirects',
    })

  it.each([
    ['/a', '/b c', 'to', 'Write %20'],
    ['/a', 'https://x.test/b c', 'to', 'Write %20'],
    ['/a', '/b\u00a0c', 'to', 'Write %20'],
    ['/a', '', 'to', 'Enter where this leads'],
    ['/a', '//b', 'to', 'single /'],
    ['/a', '/b\\c', 'to', 'backslashes'],
    ['/a', '/b\nc', 'to', 'control characters'],
    ['/a', 'mailto:a@b.test', 'to', 'Begin with /'],
    ['/a', 'ftp://b.test/', 'to', 'Begin with /'],
    ['/a', 'b', 'to', 'Begin with /'],
    ['/a', 'https://', 'to', 'whole URL'],
    ['/a', 'http://[::1', 'to', 'whole URL'],
    ['/a', '/%zz', 'to', 'percent sign'],
    ['', '/b', 'from', 'Enter the path'],
    ['//a', '/b', 'from', 'single /'],
    ['mailto:a', '/b', 'from', 'single /'],
    ['/a\\b', '/b', 'from', 'backslashes'],
    ['/a%zz', '/b', 'from', 'percent sign'],
    ['https://a.test/a', '/b', 'from', 'Leave out the domain'],
  ])('from “%s” to “%s” is refused for what is wrong with it', async (from, to, path, said) => {
    const answer = await redirect(from, to)
    expect(refusalOf(answer)).toMatchObject({ code: 'validation_failed', path, status: 400 })
    expect(refusalOf(answer).message).toContain(said)
    expect(answer.body.detail).toContain(`“${path}”: `)
  })

  it('from where one leads already is refused by its field', async () => {
    expect((await redirect('/twice', '/work')).status).toBe(201)
    expect(refusalOf(await redirect('/twice', '/contact'))).toMatchObject({
      path: 'from',
      status: 400,
    })
  })
})

describe('a draft', () => {
  const within = (
    fields: readonly FlattenedField[],
    before: string[] = [],
  ): [string[], FlattenedField][] =>
    fields.flatMap((field) => {
      const path = [...before, field.name]
      const inner =
        'flattenedFields' in field
          ? within(field.flattenedFields, field.type === 'array' ? [...path, '0'] : path)
          : []
      return [[path, field] as [string[], FlattenedField], ...inner]
    })
  const dataAt = (path: string[], value: unknown): object =>
    path.reduceRight<unknown>(
      (inner, name) => (name === '0' ? [inner] : { [name]: inner }),
      value,
    ) as object
  const fieldsOf = (type: string) =>
    within(target.payload.collections['case-studies'].config.flattenedFields).filter(
      ([, field]) => field.type === type,
    )

  it('takes no row that is none, at any depth', async () => {
    const lists = fieldsOf('array')
    expect(lists.length).toBeGreaterThan(2)
    for (const [path] of lists) {
      for (const row of [null, 5, []]) {
        expect(refusalOf(await change(dataAt(path, [row])))).toMatchObject({
          code: 'malformed_value',
          path: [...path, '0'].join('.'),
          status: 400,
        })
      }
    }
  })

  it('takes no number that its field cannot mean', async () => {
    const numbers = fieldsOf('number').filter(([, field]) => !('hidden' in field && field.hidden))
    expect(numbers.map(([path]) => path.join('.'))).toEqual(
      expect.arrayContaining(['year', 'outcomes.0.value']),
    )
    for (const [path, field] of numbers) {
      const wrong = [
        1e308,
        -1e300,
        '1e40',
        ...(field.custom?.isWhole ? [2019.5, 1949, '2101'] : []),
      ]
      for (const value of wrong) {
        expect({ value, ...refusalOf(await change(dataAt(path, value))) }).toMatchObject({
          code: 'malformed_value',
          path: path.join('.'),
          status: 400,
          value,
        })
      }
    }
    expect(refusalOf(await change({ year: 2019.5 })).message).toBe(
      '“year” holds a whole number from 1950 to 2100, and not “2019.5”.',
    )
  })

  it.each(['../../x', 'Über Uns', 'a/b', '-a', 'a--b', 'a?b', 'a'.repeat(101)])(
    'takes no slug that could be no URL, in any collection: %s',
    async (slug) => {
      for (const collection of ['case-studies', 'pages', 'people', 'organisations', 'services']) {
        const answer = await target.api.call({
          as: EDITOR,
          body: { name: 'N', slug, tenant: target.world.client.id, title: 'T' },
          method: 'POST',
          path: `/api/${collection}?draft=true`,
        })
        expect({ collection, ...refusalOf(answer) }).toMatchObject({
          collection,
          code: 'malformed_value',
          path: 'slug',
          status: 400,
        })
      }
    },
  )

  it('of a form keeps the rest while a slug and a year are half typed', async () => {
    const form = new FormData()
    const half = { outcomes: [null], slug: 'Half Typed', summary: 'Typed since', year: 20 }
    form.set('_payload', JSON.stringify(half))
    const before = await change({ year: 2019 })
    const answer = await target.send(
      `/api/case-studies/${target.draft.id}?draft=true&autosave=true&depth=0`,
      {
        body: form,
        headers: { authorization: `JWT ${await tokenFor(target)(EDITOR)}` },
        method: 'PATCH',
      },
    )
    expect(answer.status).toBe(200)
    expect(answer.body.doc).toMatchObject({ slug: half.slug, summary: half.summary, year: 20 })
    const { body } = await ask(`/api/case-studies/${target.draft.id}?draft=true`, EDITOR)
    expect(body).toMatchObject({
      slug: before.body.doc.slug,
      summary: half.summary,
      year: 2019,
    })
  })
})

describe('a selection', () => {
  it.each([
    'select[nothing]=true',
    'select[seo][nothing]=true',
    'select[outcomes][nothing]=true',
    'select[title]=yes',
    'select[passwordHash]=true',
    'populate[nothing][title]=true',
    'populate[people][nothing]=true',
    'populate[users][hash]=true',
    'populate[people]=true',
  ])('of what is not there is refused by its name: %s', async (query) => {
    const named = query.startsWith('populate[nothing]') ? 'populate[nothing]' : query.split('=')[0]!
    for (const [as, path] of [
      [undefined, `/api/case-studies?${query}`],
      [EDITOR, `/api/case-studies?${query}`],
      [EDITOR, `/api/case-studies/${study}?${query}`],
    ] as const) {
      const { body, status } = await ask(path, as)
      expect({ code: body.code, path, status }).toEqual({
        code: 'parameter_not_valid',
        path,
        status: 400,
      })
      expect(body.detail).toContain(`“${named}`)
    }
  })

  it('changes nothing when it is refused', async () => {
    const answer = await target.api.call({
      as: EDITOR,
      body: { summary: 'Never' },
      method: 'PATCH',
      path: `/api/case-studies/${study}?draft=true&select[nothing]=true`,
    })
    expect(answer.status).toBe(400)
    const { body } = await ask(`/api/case-studies/${study}?draft=true`, EDITOR)
    expect(body.summary).not.toBe('Never')
  })

  it.each([
    '/api/case-studies?select[title]=true&select[seo][title]=true&select[outcomes][label]=true',
    '/api/case-studies?select[seo]=false&select[id]=true',
    '/api/case-studies?populate[people][name]=true&populate[tenants][slug]=true',
    '/api/case-studies/versions?select[parent]=true&select[version][title]=true',
    '/api/media?select[filename]=true&select[url]=true&select[thumbnailURL]=true&select[mimeType]=true',
    '/api/pages?select[_status]=true&select[updatedAt]=true&select[createdAt]=true&select[deletedAt]=true',
  ])('of what is there is answered: %s', async (path) => {
    const answer = await ask(path, EDITOR)
    expect({ detail: answer.body.detail, status: answer.status }).toEqual({ status: 200 })
  })
})

describe('a filter', () => {
  it.each(['chapters.kind][equals]=constraint', 'chapters.title][like]=narrow quay'])(
    'by what everybody reads of a chapter finds it: %s',
    async (filter) => {
      for (const as of [undefined, 'owner@stranger.test', EDITOR]) {
        const answer = await ask(`/api/case-studies?where[${filter}`, as)
        expect({ as, found: idsOf(answer) }).toEqual({ as, found: [study] })
      }
    },
  )

  it.each([`related.studies][in]=01a21ddb-f088-739b-b994-4a045a6b5f59`, 'chapters.body][like]=x'])(
    'by what only a workspace’s people ask is refused, and not answered with nothing: %s',
    async (filter) => {
      const { body, status } = await ask(`/api/case-studies?where[${filter}`)
      expect({ code: body.code, status }).toEqual({ code: 'filter_not_possible', status: 400 })
    },
  )

  it('that leads over several documents is refused, and fails over none', async () => {
    for (const as of [undefined, EDITOR]) {
      const path = '/api/case-studies?where[testimonials.organisation.name][like]=x'
      const { body, status } = await ask(path, as)
      expect({ code: body.code, status }).toEqual({ code: 'filter_not_possible', status: 400 })
    }
  })

  it('and another hundred in one GraphQL request are refused before any is answered', async () => {
    const many = Array.from({ length: 100 }, (_, at) => `a${at}: CaseStudies { totalDocs }`)
    for (const query of [
      `{ ${many.join(' ')} }`,
      `{ ...on Query { ${many.join(' ')} } }`,
      `{ ...all } fragment all on Query { ${many.join(' ')} }`,
    ]) {
      const { body } = await target.graphql({ query })
      expect(body.data).toBeUndefined()
      expect(body.errors[0].message).toContain('at most 25')
    }
  })

  it('in GraphQL is one by REST: by slugs of references and by what is not like', async () => {
    const { payload, world } = target
    const client = await payload.create({
      collection: 'organisations',
      data: {
        _status: 'published',
        name: 'Ostrand Port',
        publicName: true,
        slug: 'ostrand-port',
        tenant: world.client.id,
      } as never,
      overrideAccess: true,
    })
    await payload.update({
      collection: 'case-studies',
      data: { _status: 'published', client: client.id },
      id: study,
      overrideAccess: true,
    })
    for (const where of [
      '{ client__slug: { equals: "ostrand-port" } }',
      '{ OR: [{ client__slug: { in: ["ostrand-port"] } }] }',
      '{ AND: [{ title: { like: "With" } }, { title: { not_like: "online" } }] }',
    ]) {
      const { body } = await target.graphql({
        as: EDITOR,
        query: `{ CaseStudies(where: ${where}) { docs { id } } }`,
      })
      expect(body.errors).toBeUndefined()
      expect({ where, found: body.data.CaseStudies.docs }).toEqual({
        where,
        found: [{ id: study }],
      })
    }
  })
})
