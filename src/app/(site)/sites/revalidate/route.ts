// Forgets cached pages and queries by tag. Only our own server may ask: it hears what changed.
import { notFound } from 'next/navigation'
import { revalidateTag } from 'next/cache'
import { timingSafeEqual } from 'node:crypto'
import { presentProblem, problem } from '../../../../http/problem.ts'

export const POST = async (request: Request): Promise<Response> => {
  const secret = (globalThis as { __vitrineInternalSecret?: string }).__vitrineInternalSecret ?? ''
  if (secret === '' || !isEqual(request.headers.get('x-vitrine-internal') ?? '', secret)) {
    notFound()
  }
  const { tags } = (await request.json()) as { tags?: unknown }
  if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string' && tag.length <= 256)) {
    return presentProblem({
      problem: problem({ code: 'bad_request', detail: 'Send {"tags": ["…"]}.' }),
    })
  }
  for (const tag of tags as string[]) {
    revalidateTag(tag, { expire: 0 })
  }
  return Response.json({ revalidated: tags.length })
}

const isEqual = (given: string, expected: string): boolean => {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
