'use client'
// Calls of Vitrine's own endpoints: what they answer, or why they refuse.

export type Refused = {
  /** Stable; `null` when the server could not be reached or said nothing of use. */
  code: string | null
  /** For people; `null` likewise. */
  sentence: string | null
  /** By field, of a form that was refused. */
  fields: Record<string, string>
}

export type Answer<T> = { data: T; refused: null } | { data: null; refused: Refused }

type ErrorBody = {
  errors?: {
    message?: string
    data?: { code?: string; errors?: { path: string; message: string }[] }
  }[]
}

/** Never throws: a server that cannot be reached refuses without a sentence. */
export const request = async <T = unknown>({
  body,
  method = 'POST',
  path,
}: {
  body?: Record<string, unknown>
  method?: 'DELETE' | 'GET' | 'PATCH' | 'POST'
  path: string
}): Promise<Answer<T>> => {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const answer: unknown = await response.json()
    return response.ok
      ? { data: answer as T, refused: null }
      : { data: null, refused: refusedBy(answer as ErrorBody) }
  } catch {
    return { data: null, refused: { code: null, sentence: null, fields: {} } }
  }
}

const refusedBy = ({ errors }: ErrorBody): Refused => {
  const [first] = errors ?? []
  return {
    code: first?.data?.code ?? null,
    sentence: first?.message ?? null,
    fields: Object.fromEntries(
      (first?.data?.errors ?? []).map(({ message, path }) => [path, message]),
    ),
  }
}
