// A `fetch` that asks what becomes of references when the server refuses to delete what something points at, and
// asks the server again with the answer. What was decided before is said at once.

/** What the server says points there, see collections/shared/referrers/findReferrers.ts. */
export type Pointing = {
  collection: string
  id: string
  /** By the person who deletes. */
  isChangeable: boolean
  isOnline: boolean
  title: string
  url: string
}

export type Question = {
  /** In which something was to be deleted. */
  collection: string
  /** How many documents would be missed. */
  count: number
  /** Of these. */
  ids: string[]
  referrers: Pointing[]
  /** How many more point there that whoever asks may not read. */
  hidden: number
}

/** `remove`, `keep` or the id of the document that takes its place; `null` to let everything be. */
export type Choice = string | null

type Fetch = typeof fetch

type Refusal = { code?: unknown; data?: Partial<Found>; id?: unknown }

type Found = { code: unknown; hidden: number; referrers: Pointing[] }

type Body = { docs?: unknown[]; errors?: Refusal[] }

/**
 * @param ask The browser's own.
 * @param decide Asks the person.
 * @param decided What they have decided already about what is deleted in a collection.
 */
export const askBeforeBreaking =
  ({
    ask,
    decide,
    decided = () => null,
  }: {
    ask: Fetch
    decide: (question: Question) => Promise<Choice>
    decided?: (collection: string) => Choice
  }): Fetch =>
  async (input, init) => {
    const url = ownUrlOf(input)
    if (!url || !isLeaving(init)) {
      return ask(input, init)
    }
    const known = decided(collectionIn(url))
    const answer = await ask(known === null ? input : withChoice(url, known), init)
    const body = (await answer
      .clone()
      .json()
      .catch(() => null)) as Body | null
    const found = (body?.errors ?? []).flatMap(foundIn)
    if (found.length === 0) {
      return answer
    }
    const choice = await decide({
      collection: collectionIn(url),
      count: found.length,
      ids: idsIn({ body, url }),
      hidden: Math.max(...found.map(({ hidden }) => hidden)),
      referrers: withoutRepeats(found.flatMap(({ referrers }) => referrers)),
    })
    if (choice === null) {
      return rewritten({ answer, body: { ...body, errors: othersIn(body) } })
    }
    const second = await ask(withChoice(url, choice), init)
    const isBulk = Array.isArray(body?.docs)
    return isBulk ? withFirst({ first: body?.docs ?? [], second }) : second
  }

const ownUrlOf = (input: Parameters<Fetch>[0]): URL | null => {
  const url = new URL(input instanceof Request ? input.url : input, window.location.href)
  return url.origin === window.location.origin && url.pathname.startsWith('/api/') ? url : null
}

const withChoice = (url: URL, choice: string): URL => {
  const chosen = new URL(url)
  chosen.searchParams.set('references', choice)
  return chosen
}

const collectionIn = (url: URL): string => url.pathname.split('/')[2] ?? ''

/** To be deleted, or moved to the trash. */
const isLeaving = (init: RequestInit | undefined): boolean => {
  const method = init?.method?.toUpperCase()
  return (
    method === 'DELETE' ||
    (method === 'PATCH' && typeof init?.body === 'string' && init.body.includes('"deletedAt"'))
  )
}

/** Of one document it lies in `data`, of one among several beside its id. */
const foundIn = (refusal: Refusal): Found[] => {
  const found = refusal.data?.code === undefined ? refusal : refusal.data
  return found.code === 'still_referenced' ? [found as Found] : []
}

const idsIn = ({ body, url }: { body: Body | null; url: URL }): string[] => [
  ...(body?.errors ?? []).flatMap(({ id }) => (typeof id === 'string' ? [id] : [])),
  ...url.pathname.split('/').slice(3),
]

/** What else was refused. */
const othersIn = (body: Body | null): Refusal[] =>
  (body?.errors ?? []).filter((refusal) => foundIn(refusal).length === 0)

const withoutRepeats = (pointing: Pointing[]): Pointing[] => [
  ...new Map(pointing.map((one) => [`${one.collection}:${one.id}`, one])).values(),
]

/** What was done at first was done as well. */
const withFirst = async ({
  first,
  second,
}: {
  first: unknown[]
  second: Response
}): Promise<Response> => {
  const body = (await second.json()) as Body
  return rewritten({ answer: second, body: { ...body, docs: [...first, ...(body.docs ?? [])] } })
}

const rewritten = ({ answer, body }: { answer: Response; body: object }): Response =>
  Response.json(body, { status: answer.status, statusText: answer.statusText })
