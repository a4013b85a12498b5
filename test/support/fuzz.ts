// Odd input for every part of a request. What is odd here broke something somewhere once.
import fc from 'fast-check'

/** Values of parameters, fields and headers, not yet escaped. */
const ODD: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1',
  '1.5',
  '1e9',
  'NaN',
  'Infinity',
  '99999999999999999999',
  'true',
  'false',
  'null',
  'undefined',
  'abc',
  '[]',
  '{}',
  '{"$ne":1}',
  '[object Object]',
  "'; select 1; --",
  '%',
  '%25',
  '_',
  '\\',
  '../../etc/passwd',
  '//evil.example',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'ü',
  '日本',
  '👩‍👩‍👧',
  'e\u0301',
  '\u202e',
  'yesterday',
  '2026-02-30',
  '10000-01-01',
  '-000001-01-01T00:00:00Z',
  '2026-01-01T00:00:00.000Z',
  'en',
  'xx',
  'all',
  '__proto__',
  'constructor',
  'x'.repeat(5_000),
]

const odd = (): fc.Arbitrary<string> => fc.constantFrom(...ODD)

/** As a browser or a program would escape it, or not at all. */
const escaped = (text: string): string => {
  try {
    return encodeURIComponent(text)
  } catch {
    // Half of a pair has no escape of its own.
    return '%ED%A0%80'
  }
}

/** Sent as they are. */
const MALFORMED = ['%', '%E0%A4%A', '%zz', '%00', '..', '%2e%2e', '%2F', '%5C', ';', '%25252e']

/** In the place of an id. */
export const segments = (ids: string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...ids), weight: 3 },
    { arbitrary: odd().map(escaped), weight: 2 },
    { arbitrary: fc.constantFrom(...MALFORMED), weight: 1 },
  )

const PARAMETERS = [
  'limit',
  'page',
  'depth',
  'locale',
  'fallback-locale',
  'sort',
  'draft',
  'trash',
  'pagination',
  'autosave',
  'publishSpecificLocale',
  'select',
  'select[title]',
  'select[x][y]',
  'populate',
  'populate[media]',
  'populate[media][alt]',
  'joins',
  'joins[related][limit]',
  'joins[related][sort]',
  'joins[related][where][title][equals]',
  'where',
  'where[]',
  'where[or]',
  'where[or][0]',
  'where[or][0][title]',
  'where[and][0][or][0][title][equals]',
  'q',
  'tenant',
  'path',
  'token',
  'field',
  'data',
  'duplicateFromID',
  'trash[]',
  'hasOwnProperty',
]

const OPERATORS = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'like',
  'not_like',
  'contains',
  'greater_than',
  'less_than_equal',
  'near',
  'nothing',
  '',
]

export const queries = (fields: string[], ids: string[]): fc.Arbitrary<string> => {
  const name = fc.oneof(
    fc.constantFrom(...PARAMETERS),
    fc
      .tuple(
        fc.constantFrom('title', 'id', 'version.title', 'a.b.c', ...fields),
        fc.constantFrom(...OPERATORS),
      )
      .map(([field, operator]) => `where[${field}][${operator}]`),
  )
  const value = fc.oneof(
    odd().map(escaped),
    fc.constantFrom(...ids),
    fc.constantFrom(...MALFORMED, ...fields),
  )
  const pair = fc.tuple(name, value).map(([key, one]) => `${key}=${one}`)
  return fc
    .array(pair, { maxLength: 4 })
    .map((pairs) => (pairs.length > 0 ? `?${pairs.join('&')}` : ''))
    .map((query) => query.replace(/ /g, '%20'))
}

const HEADERS: Record<string, string[]> = {
  accept: ['*/*', 'text/html', 'application/problem+json', 'nothing', ';;;'],
  'accept-language': ['de', 'xx;q=zz', '*', ','],
  'content-type': [
    'application/json',
    'application/json; charset=utf-16',
    'text/plain',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'nothing',
    '',
  ],
  cookie: ['payload-token=%', 'payload-token=', 'a=b; a=c', '=;=', 'payload-tenant=\\'],
  'if-none-match': ['*', '"x"', 'W/'],
  'if-modified-since': ['yesterday'],
  range: ['bytes=9-1', 'bytes=-', 'nothing=0-1'],
  'x-payload-http-method-override': ['GET', 'DELETE', 'nothing'],
  'x-request-id': ['short', 'x'.repeat(300)],
  origin: ['null', 'http://evil.example', 'nothing'],
}

export const headers = (): fc.Arbitrary<Record<string, string>> =>
  fc
    .array(
      fc
        .constantFrom(...Object.keys(HEADERS))
        .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...HEADERS[name]!))),
      { maxLength: 2 },
    )
    .map((pairs) => ({ 'content-type': 'application/json', ...Object.fromEntries(pairs) }))

const BROKEN = [
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '1',
  '{"a":1,}',
  '{"__proto__":{"admin":true}}',
  `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`,
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  '\u0000',
  '--x\r\ncontent-disposition: form-data; name="_payload"\r\n\r\n{}\r\n--x--\r\n',
  'draft=true&limit=1',
]

/** Of the kinds that JSON has, in the places where fields expect others. */
const values = (ids: string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    odd(),
    fc.constantFrom<unknown>(
      ...ids,
      null,
      true,
      false,
      0,
      -1,
      1.5,
      1e308,
      2 ** 53,
      [],
      {},
      [[]],
      [{}],
      [null],
    ),
    fc.constantFrom<unknown>(
      { en: 'x', de: 'y' },
      { relationTo: 'pages', value: ids[0] },
      [{ id: 'x' }],
      [{ id: ids[0], blockType: 'nothing' }],
      { root: {} },
      {
        root: { type: 'root', children: [{ type: 'nothing', text: 'x', version: 1 }], version: 1 },
      },
      { root: { type: 'root', children: 'x' } },
    ),
  )

export const bodies = (fields: string[], ids: string[]): fc.Arbitrary<string> => {
  const key = fc.constantFrom(
    'title',
    'name',
    'tenant',
    '_status',
    'id',
    'query',
    'variables',
    'email',
    'nothing',
    ...fields,
  )
  const object = fc
    .dictionary(key, values(ids), { maxKeys: 4 })
    .map((one) => JSON.stringify({ ...one }))
  const graphql = fc.tuple(odd(), odd()).map(([one, other]) =>
    JSON.stringify({
      query: `query ($x: Int) { CaseStudies(limit: $x, where: {title: {equals: ${JSON.stringify(one)}}}, sort: ${JSON.stringify(other)}) { docs { id } } }`,
      variables: { x: Number(other) },
    }),
  )
  return fc.oneof(
    { arbitrary: object, weight: 5 },
    { arbitrary: fc.constantFrom(...BROKEN), weight: 1 },
    { arbitrary: graphql, weight: 1 },
  )
}
