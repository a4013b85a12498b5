'use client'
// Calls of Vitrine's own endpoints, and what they answer with when they refuse.

export type Refusal = {
  /** For people; `null` when the server could not be reached or said nothing of use. */
  sentence: string | null
  /** By field, of a form that was refused. */
  fields: Record<string, string>
}

type ErrorBody = {
  errors?: { message?: string; data?: { errors?: { path: string; message: string }[] } }[]
}

/** @returns what was refused, or `null` when it was done. */
export const call = async ({
  body,
  method = 'POST',
  path,
}: {
  body?: Record<string, unknown>
  method?: 'DELETE' | 'PATCH' | 'POST'
  path: string
}): Promise<Refusal | null> => {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return response.ok ? null : refusalOf((await response.json()) as ErrorBody)
  } catch {
    return { sentence: null, fields: {} }
  }
}

const refusalOf = ({ errors }: ErrorBody): Refusal => {
  const [first] = errors ?? []
  const fields = Object.fromEntries(
    (first?.data?.errors ?? []).map(({ message, path }) => [path, message]),
  )
  return { sentence: first?.message ?? null, fields }
}
