// Requests that say one thing twice, or something else than they seem to: polluted prototypes,
// repeated parameters, overridden methods, and questions that are merely too large.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { countOf, idsOf, isRefused, startTarget, type Target } from '../support/attacks.ts'

let target: Target

const STRANGER = 'owner@stranger.test'

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

const isClean = (): boolean =>
  !('polluted' in {}) &&
  !('operator' in {}) &&
  !('overrideAccess' in {}) &&
  typeof Object.prototype.toString === 'function'

const tokenOf = async (email: string): Promise<string> => {
  const { token } = await target.payload.login({
    collection: 'users',
    data: { email, password: 'test-password' },
  })
  return `JWT ${token}`
}

describe('prototype pollution', () => {
  const NAMES = ['__proto__', 'constructor.prototype', 'constructor][prototype', '__proto__.x']

  it('a query string pollutes nothing, through where, select, populate, joins or data', async () => {
    for (const name of NAMES) {
      for (const query of [
        `where[${name}][polluted]=true`,
        `where[${name}][equals]=true`,
        `select[${name}][polluted]=true`,
        `populate[${name}][polluted]=true`,
        `populate[users][${name}][polluted]=true`,
        `joins[${name}][polluted]=true`,
        `${name}[polluted]=true`,
        `${name}[overrideAccess]=true`,
        `data[${name}][polluted]=true`,
      ]) {
        const answer = await target.api.call({ path: `/api/case-studies?${query}` })
        expect({ query, broke: answer.status >= 500 }).toEqual({ query, broke: false })
        expect(idsOf(answer)).not.toContain(target.draft.id)
        expect(isClean()).toBe(true)
      }
    }
  })

  it('a body pollutes nothing, in a document, an array row, a group or rich text', async () => {
    const evil =
      '{"__proto__":{"polluted":true,"operator":true},"constructor":{"prototype":{"polluted":true}}}'
    const authorization = await tokenOf('owner@client.test')
    for (const body of [
      evil,
      `{"title":"A","seo":${evil}}`,
      `{"title":"A","notes":[${evil}]}`,
      `{"title":"A","related":${evil},"__proto__":{"tenant":"${target.world.stranger.id}"}}`,
      `{"title":"A","chapters":[{"kind":"story","body":{"root":{"type":"root","children":[${evil}],"version":1,"direction":"ltr","format":"","indent":0}}}]}`,
      `{"title":{"__proto__":{"polluted":true}}}`,
    ]) {
      const answer = await target.send(`/api/case-studies/${target.draft.id}?draft=true`, {
        method: 'PATCH',
        headers: { authorization, 'content-type': 'application/json' },
        body,
      })
      expect({ body, broke: answer.status >= 500 }).toEqual({ body, broke: false })
      expect(isClean()).toBe(true)
    }
    const stored = await target.payload.findByID({
      collection: 'case-studies',
      id: target.draft.id,
      depth: 0,
      draft: true,
    })
    expect(stored.tenant).toBe(target.world.client.id)
  })

  it('nor does a collection, a document or a GraphQL argument by such a name', async () => {
    for (const path of [
      '/api/case-studies/__proto__',
      '/api/case-studies/versions/__proto__',
      '/api/payload-preferences/__proto__',
      '/api/globals/__proto__',
    ]) {
      const answer = await target.api.call({ as: STRANGER, path })
      expect({ path, broke: answer.status >= 500 }).toEqual({ path, broke: false })
    }
    await target.graphql({
      as: STRANGER,
      query: 'query ($w: CaseStudy_where) { CaseStudies(where: $w) { totalDocs } }',
      variables: JSON.parse('{"w":{"__proto__":{"polluted":true}}}') as object,
    })
    expect(isClean()).toBe(true)
  })

  it('a collection that is called like a property of every object is not there', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const { status } = await target.api.call({ as: STRANGER, path: `/api/${name}` })
      expect({ name, status }).toEqual({ name, status: 404 })
    }
  })
})

describe('what is said twice', () => {
  it('a parameter that is repeated widens no filter', async () => {
    for (const query of [
      `where[id][equals]=${target.online.id}&where[id][equals]=${target.draft.id}`,
      `where[tenant][equals]=${target.world.stranger.id}&where[tenant][equals]=${target.world.client.id}`,
      'draft=false&draft=true',
      'trash=false&trash=true&draft=true',
      'overrideAccess=true&overrideAccess=false',
      `where[or][0][id][equals]=${target.draft.id}&where[and][0][id][exists]=true`,
      'showHiddenFields=true&user[operator]=true&req[user][operator]=true',
    ]) {
      for (const as of [undefined, STRANGER]) {
        const answer = await target.api.call({ as, path: `/api/case-studies?${query}` })
        expect({ query, broke: answer.status >= 500 }).toEqual({ query, broke: false })
        expect(idsOf(answer)).not.toContain(target.draft.id)
      }
    }
  })

  it('`and` and `or` in one filter never lose the rights that stand beside them', async () => {
    const where = [
      `where[or][0][tenant][equals]=${target.world.client.id}`,
      `where[or][1][title][exists]=true`,
      `where[and][0][id][exists]=true`,
    ].join('&')
    for (const as of [undefined, STRANGER]) {
      const path = `/api/case-studies?${where}&limit=100`
      const answer = await target.api.call({ as, path })
      expect(idsOf(answer)).toContain(target.online.id)
      expect(idsOf(answer)).not.toContain(target.draft.id)
      const withDrafts = await target.api.call({ as, path: `${path}&draft=true` })
      expect(withDrafts.status).toBe(200)
      expect(idsOf(withDrafts)).not.toContain(target.draft.id)
    }
  })

  it('a body with the same key twice is judged by what is stored', async () => {
    const { client, stranger } = target.world
    const authorization = await tokenOf(STRANGER)
    const answer = await target.send('/api/services', {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: `{"tenant":"${stranger.id}","name":"Twice","tenant":"${client.id}"}`,
    })
    expect(isRefused(answer)).toBe(true)
    const planted = await target.payload.count({
      collection: 'services',
      where: { name: { equals: 'Twice' } },
    })
    expect(planted.totalDocs).toBe(0)
  })

  it('a multipart body whose fields disagree with its _payload plants nothing elsewhere', async () => {
    const authorization = await tokenOf(STRANGER)
    const form = new FormData()
    form.append('_payload', JSON.stringify({ tenant: target.world.stranger.id, name: 'Form' }))
    form.append('_payload', JSON.stringify({ tenant: target.world.client.id, name: 'Form' }))
    form.append('tenant', target.world.client.id)
    await target.send('/api/services', { method: 'POST', headers: { authorization }, body: form })
    const planted = await target.payload.count({
      collection: 'services',
      where: { tenant: { equals: target.world.client.id } },
    })
    expect(planted.totalDocs).toBe(0)
  })
})

describe('overridden methods', () => {
  const HEADERS = ['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override', 'X-Method-Override']

  it('a POST that claims to be a GET reads what a GET reads, and writes nothing', async () => {
    for (const header of HEADERS.slice(0, 2)) {
      for (const as of [undefined, STRANGER]) {
        const authorization: Record<string, string> = as ? { authorization: await tokenOf(as) } : {}
        const answer = await target.send('/api/case-studies', {
          method: 'POST',
          headers: {
            ...authorization,
            [header]: 'GET',
            'content-type': 'application/x-www-form-urlencoded',
          },
          body: `draft=true&limit=0&where[id][in][0]=${target.draft.id}&where[id][in][1]=${target.online.id}`,
        })
        expect({ header, broke: answer.status >= 500 }).toEqual({ header, broke: false })
        expect(idsOf(answer)).not.toContain(target.draft.id)
      }
    }
    const total = await target.payload.count({ collection: 'case-studies' })
    expect(total.totalDocs).toBe(4)
  })

  it('a GET or a POST that claims to be a DELETE or a PATCH deletes and changes nothing', async () => {
    const authorization = await tokenOf('owner@client.test')
    for (const header of HEADERS) {
      for (const verb of ['DELETE', 'PATCH', 'PUT']) {
        for (const method of ['GET', 'POST']) {
          await target.send(`/api/case-studies/${target.online.id}?_method=${verb}`, {
            method,
            headers: { authorization, [header]: verb, 'content-type': 'application/json' },
            ...(method === 'POST' ? { body: '{"title":"Overridden"}' } : {}),
          })
        }
      }
    }
    const kept = await target.payload.findByID({ collection: 'case-studies', id: target.online.id })
    expect(kept.title).toBe('Client online')
  })
})

describe('questions that are too large', () => {
  it('`limit=0`, `pagination=false` and a huge limit show nothing that is not one’s own', async () => {
    for (const query of [
      'limit=0',
      'limit=100',
      'pagination=false',
      'pagination=false&limit=100',
      'limit=-1',
      'limit=1e9',
      'limit=Infinity',
    ]) {
      for (const as of [undefined, STRANGER]) {
        const answer = await target.api.call({ as, path: `/api/case-studies?${query}&draft=true` })
        expect({ query, broke: answer.status >= 500 }).toEqual({ query, broke: false })
        expect(idsOf(answer)).not.toContain(target.draft.id)
      }
    }
  })

  it('no depth reaches through a shared document into what is hidden', async () => {
    for (const depth of ['10', '100', '-1', 'Infinity', '1e3']) {
      const answer = await target.api.call({ path: `/api/case-studies?depth=${depth}` })
      const text = JSON.stringify(answer.body)
      expect(text).not.toMatch(/@client\.test|"role":|"quotas":|"agencyAccess":/)
    }
  })

  it('a filter that is deep or wide is answered or refused, and the server goes on', async () => {
    let deep = 'where'
    for (let level = 0; level < 60; level += 1) {
      deep += '[and][0]'
    }
    const wide = Array.from({ length: 400 }, (_, at) => `where[or][${at}][title][equals]=${at}`)
    const words = encodeURIComponent(Array.from({ length: 400 }, (_, at) => `w${at}`).join(' '))
    for (const query of [
      `${deep}[title][equals]=x`,
      wide.join('&'),
      `where[title][like]=${words}`,
      `where[title][like]=${encodeURIComponent('(a+)+$'.repeat(50))}`,
    ]) {
      const answer = await target.api.call({ path: `/api/case-studies?${query}` })
      expect(answer.status).not.toBe(500)
      expect(countOf(answer)).toBeLessThanOrEqual(2)
    }
    expect((await target.api.call({ path: '/readyz' })).status).toBe(200)
  })

  it('a value or an operator of the wrong kind is refused, not a failure of the server', async () => {
    const questions = [
      'where[title][all][0]=x',
      'where[title][near]=1,1',
      'where[id][contains]=a',
      'where[tenant][contains]=a',
      'where[featured][like]=x',
      'where[year][contains]=1',
      'where[embargoUntil][greater_than][a]=x',
      'where[title][like][0]=a',
      'where[chapters.body][like]=x',
    ]
    const failures: string[] = []
    for (const question of questions) {
      const { status } = await target.api.call({ path: `/api/case-studies?${question}` })
      if (status >= 500) {
        failures.push(question)
      }
    }
    expect(failures).toEqual([])
  })

  it('a body that is no JSON, or of another kind, is refused, not a failure of the server', async () => {
    const authorization = await tokenOf('owner@client.test')
    const failures: string[] = []
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
      for (const body of ['', 'null', '[]', '"x"', '{', 'a=b', 'title=x&tenant=y']) {
        for (const path of ['/api/case-studies', '/api/users/login', '/api/memberships']) {
          const headers = { authorization, 'content-type': type }
          const { status } = await target.send(path, { method: 'POST', headers, body })
          if (status >= 500) {
            failures.push(`${path} ${type} ${body}`)
          }
        }
      }
    }
    expect(failures).toEqual([])
  })

  it('a text that the database cannot hold is refused, not a failure of the server', async () => {
    for (const body of [
      { title: 'a\u0000b' },
      { slug: 'a\u0000b' },
      { year: 1e300 },
      { embargoUntil: 'yesterday-ish' },
    ]) {
      const answer = await target.api.call({
        as: 'owner@client.test',
        method: 'PATCH',
        path: `/api/case-studies/${target.draft.id}?draft=true`,
        body,
      })
      expect({ body, broke: answer.status >= 500 }).toEqual({ body, broke: false })
    }
  })

  it('a reference of the wrong shape is refused in an autosave too', async () => {
    for (const cover of [undefined, { relationTo: 'media', value: target.draft.id }, [[]], {}]) {
      const answer = await target.api.call({
        as: 'owner@client.test',
        method: 'PATCH',
        path: `/api/case-studies/${target.draft.id}?draft=true&autosave=true`,
        body: cover === undefined ? { headline: 'So that there is one' } : { cover },
      })
      expect({ cover, broke: answer.status >= 500 }).toEqual({ cover, broke: false })
    }
  })
})
