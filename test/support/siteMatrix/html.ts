// What a page says of itself, and what of it would run.
import { createHash } from 'node:crypto'

export type Said = { canonical: string | undefined; languages: Record<string, string> }

export const saidIn = (html: string): Said & { robots: string | undefined; lang: string } => {
  const head = html.slice(0, html.indexOf('</head>'))
  const links = [...head.matchAll(/<link ([^>]*)\/>/g)].map(([, all = '']) => attributesOf(all))
  const languages = links.filter(({ hreflang, rel }) => rel === 'alternate' && hreflang)
  return {
    canonical: links.find(({ rel }) => rel === 'canonical')?.href,
    languages: Object.fromEntries(
      languages.map(({ href = '', hreflang = '' }) => [hreflang, href]),
    ),
    robots: /<meta name="robots" content="([^"]*)"/.exec(head)?.[1],
    lang: /<html [^>]*lang="([^"]*)"/.exec(html)?.[1] ?? '',
  }
}

/** The same from a `Link` header. @see https://www.rfc-editor.org/rfc/rfc8288 */
export const saidInLink = (header: string): Said => {
  const links = [...header.matchAll(/<([^>]*)>; rel="(\w+)"(?:; hreflang="([^"]*)")?/g)]
  return {
    canonical: links.find(([, , rel]) => rel === 'canonical')?.[1],
    languages: Object.fromEntries(
      links.flatMap(([, href = '', rel, code = '']) => (rel === 'alternate' ? [[code, href]] : [])),
    ),
  }
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value.replaceAll('&amp;', '&'),
    ]),
  )

/** Everything in a page that could run without being one of our files; the policy would stop it as well. */
export const inlineCodeIn = (html: string): string[] => {
  const scripts = [...html.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)].flatMap(
    ([all, attributes = '', body = '']) => {
      const isData = attributes.includes('type="application/ld+json"')
      const isOurs =
        /^ src="[^":]*\/site\.js\?v=[\w-]+" defer(="")?$/.test(attributes) && body === ''
      return isData || isOurs ? [] : [all]
    },
  )
  const handlers = [...html.matchAll(/<[a-z][^>]* (on[a-z]+)=/g)].map(([, name = '']) => name)
  const addresses = [...html.matchAll(/ (?:href|src|action)="\s*(javascript|vbscript|data:text)/gi)]
  return [...scripts, ...handlers, ...addresses.map(([all]) => all)]
}

/** The sources of the style elements, as a policy names them. */
export const styleHashesIn = (html: string): string[] =>
  [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  )

export const directivesOf = (policy: string): Record<string, string[]> =>
  Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
