// Problems as RFC 9457 has them, and as a header for whoever sees only a broken picture.
import type { MediaProblem } from '../problem.ts'
import { SANDBOX } from './headers.ts'

export const problemResponse = (problem: MediaProblem, isHead: boolean): Response => {
  const { code, message, retryAfter, status } = problem
  const body = JSON.stringify({ type: 'about:blank', title: message, status, code })
  return new Response(isHead ? null : body, {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'x-media-error': message.replace(/[^ -~]/g, '?'),
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'x-media-error',
      'content-security-policy': SANDBOX,
      'cache-control': 'no-store',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
      ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
    },
  })
}
