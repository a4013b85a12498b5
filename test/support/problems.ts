// What every refusal has in common, wherever it comes from.
import { expect } from '@jest/globals'
import { isProblemCode } from '../../src/http/problemCodes.ts'
import type { Answer } from './attacks.ts'

/** What must not come back. */
export const CANARY = 'zzcanary'

/** Stacks, paths of this machine, statements and the names of tables. */
export const INSIDES =
  /node_modules|\bat \S+ \(|\.tsx?:\d|file:\/\/|select .* from|insert into|violates|"case_studies"|tableName|relation "/i

export type Refusal = { what: string; answer: Answer }

/** What every problem has, wherever it comes from. */
export const expectProblem = ({ answer: { body, headers, status }, what }: Refusal): void => {
  const text = JSON.stringify(body)
  expect({
    what,
    isRefusal: status >= 400,
    type: body?.type,
    status: body?.status,
    isKnown: isProblemCode(body?.code),
    hasTitle: typeof body?.title === 'string' && body.title !== '',
    requestId: body?.requestId,
    isKept: !headers.get('cache-control')?.includes('no-store'),
    insides: INSIDES.exec(text)?.[0],
    isRepeated: text.includes(CANARY),
    code: body?.code,
  }).toEqual({
    what,
    isRefusal: true,
    type: 'about:blank',
    status,
    isKnown: true,
    hasTitle: true,
    requestId: headers.get('x-request-id'),
    isKept: false,
    insides: undefined,
    isRepeated: false,
    code: body?.code,
  })
}

/** On `/api` Payload's clients read `errors`. */
export const expectApiProblem = (refusal: Refusal): void => {
  expectProblem(refusal)
  const { answer, what } = refusal
  const errors = answer.body.errors as { message?: unknown }[]
  expect({ what, type: answer.headers.get('content-type') }).toEqual({
    what,
    type: 'application/json',
  })
  expect({ what, errors: errors.map(({ message }) => typeof message) }).toEqual({
    what,
    errors: errors.map(() => 'string'),
  })
  expect(errors.length).toBeGreaterThan(0)
}
