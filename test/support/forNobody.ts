// What somebody who is not signed in may ask for is less: see src/questions/parameters.ts. The class tests ask
// as much as each may, so that a refusal does not stand for an answer without a leak.

/** The same question, within the limits of nobody. */
export const forNobody = (path: string): string =>
  path
    .replace(/\bdepth=[34]\b/, 'depth=2')
    .replace(/([?&])locale=all(&|$)/, (_, before: string, after: string) => (after ? before : ''))
    .replace(/\blimit=100\b/, /\bdepth=[234]\b/.test(path) ? 'limit=25' : 'limit=100')
