// Asks the server to look into DNS now. Relative, so that the session of this very host counts.
import type { Domain } from '../../../payload-types.ts'

export type ProofAnswer = {
  isVerified: boolean
  /** As the server words it; absent when nothing sensible came back. */
  message?: string
  domain?: Pick<Domain, 'status'> &
    Record<'checkedAt' | 'missingSince' | 'verifiedAt', string | null>
}

type Body = {
  doc?: Domain
  message?: string
  errors?: { message?: string }[]
}

export const requestProof = async ({ id }: { id: string }): Promise<ProofAnswer> => {
  try {
    const response = await fetch(`/api/domains/${encodeURIComponent(id)}/verify`, {
      credentials: 'include',
      method: 'POST',
    })
    const { doc, errors, message } = (await response.json()) as Body
    return response.ok && doc
      ? {
          isVerified: doc.status === 'verified' && !doc.missingSince,
          domain: {
            checkedAt: doc.checkedAt ?? null,
            missingSince: doc.missingSince ?? null,
            status: doc.status,
            verifiedAt: doc.verifiedAt ?? null,
          },
          ...(message ? { message } : {}),
        }
      : { isVerified: false, ...(errors?.[0]?.message ? { message: errors[0].message } : {}) }
  } catch {
    return { isVerified: false }
  }
}
