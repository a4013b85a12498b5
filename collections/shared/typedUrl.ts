// A URL as people type and paste it: without its beginning, or within the snippet that a service gives for embedding.
// Runs in browsers too.
import { URL_KINDS, type UrlKind } from './urls.ts'

const IFRAME_SRC = /<iframe\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i

/** A host name with its top-level domain; `www.figma` is half of one. */
const HOST = /^(?!www\.[^.]+$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/iu

const EMAIL = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/

/**
 * @returns the URL that is meant, or what was typed when none can be told
 * @example completeUrl({ takes: 'web', typed: 'example.com/work' }) // 'https://example.com/work'
 */
export const completeUrl = ({ takes, typed }: { takes: UrlKind; typed: string }): string => {
  const { is } = URL_KINDS[takes]
  const text = (srcIn(typed) ?? typed).trim()
  if (is(text)) {
    return text
  }
  return candidatesOf(text).find(is) ?? typed
}

/** The address of the page that an `iframe` shows. */
export const srcIn = (snippet: string): string | undefined => {
  const [, double, single, bare] = IFRAME_SRC.exec(snippet) ?? []
  return (double ?? single ?? bare)?.replaceAll('&amp;', '&').trim()
}

const candidatesOf = (text: string): string[] => {
  if (text.startsWith('//')) {
    return [`https:${text}`]
  }
  if (EMAIL.test(text)) {
    return [`mailto:${text}`]
  }
  const [host = ''] = text.split(/[/?#:]/, 1)
  return HOST.test(host) ? [`https://${text}`] : []
}
