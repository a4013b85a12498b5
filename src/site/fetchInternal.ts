/** Our own pages, from this process. */
export const fetchInternal = (path: string): Promise<Response> => {
  const host =
    process.env.HOST && process.env.HOST !== '0.0.0.0' && process.env.HOST !== '::'
      ? process.env.HOST
      : '127.0.0.1'
  const secret = (globalThis as { __vitrineInternalSecret?: string }).__vitrineInternalSecret ?? ''
  return fetch(`http://${host}:${process.env.PORT}${path}`, {
    headers: { 'x-vitrine-internal': secret, accept: 'text/html' },
    redirect: 'manual',
  })
}
