// Problems as RFC 9457 has them: for programs a stable code, for people a sentence.

export type Problem = {
  status: number
  code: string
  title: string
  detail?: string
}

/** @see https://www.rfc-editor.org/rfc/rfc9457 */
export const problemResponse = ({
  code,
  detail,
  requestId,
  status,
  title,
}: Problem & { requestId: string }): Response =>
  new Response(
    JSON.stringify({
      type: 'about:blank',
      title,
      status,
      ...(detail ? { detail } : {}),
      code,
      requestId,
    }),
    { status, headers: { 'content-type': 'application/problem+json', 'x-request-id': requestId } },
  )
