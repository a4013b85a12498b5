// Changes something through the API; what was refused comes back as a sentence.
import { ask, asUploadProblem } from '../../upload/index.ts'
import { problemOfAnswer } from '../../upload/problem.ts'

/** @returns the sentence of a refusal, or `null` when it was done */
export const request = async (url: string, init: RequestInit): Promise<string | null> => {
  try {
    const answer = await ask({ fetch: (...args) => fetch(...args), url, init })
    return answer.status >= 200 && answer.status < 300 ? null : problemOfAnswer(answer).message
  } catch (err) {
    return asUploadProblem(err).message
  }
}

export const jsonOf = (method: 'PATCH' | 'POST', body: object): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
