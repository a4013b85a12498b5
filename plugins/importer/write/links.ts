/** Where a link of the old site leads now. */
import type { LinkTarget } from '../convert/nodes.ts'
import type { ImportedDocument, ImportSource, Remark } from '../types.ts'

import { cleanPath } from '../read/files.ts'
import { addressKey, nameOfFile } from '../read/slug.ts'
import { isWebAddress } from '../read/values.ts'

export type LinkIndex = {
  /** The document that an address or a file path of the old site means. */
  find: (args: { from: string; href: string }) => ImportedDocument | undefined
  hosts: ReadonlySet<string>
}

export const buildLinkIndex = (source: ImportSource): LinkIndex => {
  const byAddress = new Map<string, ImportedDocument>()
  const byFile = new Map<string, ImportedDocument>()
  for (const document of source.documents) {
    for (const address of document.oldAddresses) {
      byAddress.set(addressKey(address), document)
    }
  }
  for (const document of source.documents) {
    if (source.kind === 'folder') {
      const bare = document.path.replace(/\.\w+$/, '')
      byFile.set(document.path.toLowerCase(), document)
      byFile.set(bare.toLowerCase(), document)
      byFile.set(bare.replace(/\/_?index$/, '').toLowerCase(), document)
      // Jekyll's post_url and Hugo's ref name the file alone.
      const file = bare.split('/').pop() ?? bare
      if (!byFile.has(file.toLowerCase())) {
        byFile.set(file.toLowerCase(), document)
      }
      // Without a permalink, most generators derive the address from the folder and the name.
      const folder = bare.split('/').slice(0, -1).join('/')
      for (const root of ['', 'content/', 'src/', 'src/content/', 'src/pages/', 'source/', '_']) {
        const under = folder.startsWith(root) ? folder.slice(root.length).replace(/^_/, '') : null
        const derived =
          under === null
            ? null
            : addressKey(
                `/${[under, /^_?index$/.test(file) ? '' : nameOfFile(document.path).name].filter(Boolean).join('/')}`,
              )
        if (derived && derived !== '/' && !byAddress.has(derived)) {
          byAddress.set(derived, document)
        }
      }
    }
  }
  const hosts = new Set(source.hosts)
  return {
    find: ({ from, href }) => {
      const absolute = /^(?:https?:)?\/\/([^/?#]+)([^?#]*)/i.exec(href)
      if (absolute) {
        const host = (absolute[1] ?? '').toLowerCase().replace(/^www\./, '')
        const path = addressKey(absolute[2] || '/')
        // A path of several parts that is one of ours is ours, even when the site's own name is not known.
        return hosts.has(host) || (hosts.size === 0 && path.split('/').length > 2)
          ? byAddress.get(path)
          : undefined
      }
      if (/^[a-z][a-z0-9+.-]*:|^#/i.test(href)) {
        return undefined
      }
      const bare = href.replace(/[?#].*$/, '')
      const folder = from.split('/').slice(0, -1).join('/')
      const relative = cleanPath(`${folder}/${bare}`)?.toLowerCase() ?? ''
      return bare.startsWith('/')
        ? (byAddress.get(addressKey(bare)) ?? byFile.get(addressKey(bare).slice(1)))
        : (byFile.get(relative) ??
            byFile.get(relative.replace(/\.\w+$/, '')) ??
            byFile.get(bare.toLowerCase().replace(/\.(md|markdown|mdx|html?)$/, '')) ??
            byAddress.get(addressKey(`/${bare}`)))
    },
    hosts,
  }
}

const ALLOWED = /^(https?:\/\/|mailto:|tel:|#)/i

/** A link that stays a link, or null with a remark when it may not. */
export const keepLink = ({
  href,
  hosts,
  remark,
}: {
  href: string
  hosts: ReadonlySet<string>
  remark: (remark: Remark) => void
}): LinkTarget | null => {
  // Browsers ignore control characters in front of and inside a scheme: "java\nscript:". They take backslashes for slashes.

  const clean = href
    .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g, '')
    .replaceAll('\\', '/')
    .trim()
  if (/^[a-z][a-z0-9+.-]*:/i.test(clean) ? !ALLOWED.test(clean) : false) {
    remark({ code: 'UNSAFE_LINK', detail: clean.slice(0, 80) })
    return null
  }
  const url = (
    clean.startsWith('//')
      ? `https:${clean}`
      : ALLOWED.test(clean) || clean.startsWith('/')
        ? clean
        : /^[\w-]+(\.[\w-]+)+(\/|$)/.test(clean) && !/\.(html?|md|php)$/i.test(clean)
          ? `https://${clean}`
          : `/${clean.replace(/^(\.{0,2}\/)+/, '')}`
  ).replace(/\s/g, encodeURIComponent)
  if (!/^#/.test(url) && url !== '/' && !/^tel:\S/i.test(url) && !isWebAddress(url)) {
    remark({ code: 'UNSAFE_LINK', detail: clean.slice(0, 80) })
    return null
  }
  const host = /^https?:\/\/([^/?#]+)/i
    .exec(url)?.[1]
    ?.toLowerCase()
    .replace(/^www\./, '')
  if (url === '/') {
    return { kind: 'url', url }
  }
  if (url.startsWith('/') || (host && hosts.has(host))) {
    remark({ code: 'LINK_NOT_IMPORTED', detail: url.slice(0, 120) })
  }
  return { kind: 'url', url }
}
