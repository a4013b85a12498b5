// What points at what somebody is about to delete. Documents may go once it is decided what becomes of that; a file
// stays while something shows it.
import { request } from '../forms/request.ts'
import type { Pointing, Question } from './askBeforeBreaking.ts'

/** The server goes through the tenant's documents for each; of more, it says so when it refuses. */
export const MOST_ASKED = 8

export type Use = {
  collection: string
  id: string
  isInTrash?: boolean
  state: 'draft' | 'earlier' | 'online'
  title: string
  url?: string | null
}

export type Found =
  | { kind: 'references'; question: Question }
  | { kind: 'uses'; count: number; hidden: number; uses: Use[] }

type Asked = { collection: string; ids: readonly string[]; isOfFiles: boolean }

/** `null` when nothing points there, and when nobody can tell: the server asks again before anything is lost. */
export const findPointing = ({ collection, ids, isOfFiles }: Asked): Promise<Found | null> =>
  isOfFiles ? findUses({ collection, ids }) : findReferences({ collection, ids })

type Of = Omit<Asked, 'isOfFiles'>

const findReferences = async ({ collection, ids }: Of): Promise<Found | null> => {
  const answers = await Promise.all(
    ids.map(async (id) => {
      const { data } = await request<{ hidden: number; referrers: Pointing[] }>({
        method: 'GET',
        path: `/api/${collection}/${id}/referrers`,
      })
      return data
    }),
  )
  const pointedAt = answers.flatMap((answer) =>
    answer && answer.hidden + answer.referrers.length > 0 ? [answer] : [],
  )
  return pointedAt.length === 0
    ? null
    : {
        kind: 'references',
        question: {
          collection,
          count: pointedAt.length,
          hidden: Math.max(...pointedAt.map(({ hidden }) => hidden)),
          ids: [...ids],
          referrers: once(pointedAt.flatMap(({ referrers }) => referrers)),
        },
      }
}

const findUses = async ({ collection, ids }: Of): Promise<Found | null> => {
  const answers = await Promise.all(
    ids.map(async (id) => {
      const { data } = await request<{ hidden: number; uses: Use[] }>({
        method: 'GET',
        path: `/api/${collection}/${id}/uses`,
      })
      return data
    }),
  )
  const used = answers.flatMap((answer) =>
    answer && answer.hidden + answer.uses.length > 0 ? [answer] : [],
  )
  return used.length === 0
    ? null
    : {
        kind: 'uses',
        count: used.length,
        hidden: Math.max(...used.map(({ hidden }) => hidden)),
        uses: once(used.flatMap(({ uses }) => uses)),
      }
}

const once = <One extends { collection: string; id: string }>(all: One[]): One[] => [
  ...new Map(all.map((one) => [`${one.collection}:${one.id}`, one])).values(),
]
