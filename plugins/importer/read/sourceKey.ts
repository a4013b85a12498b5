/** What a source is called here, the same on every run, so that no other one takes its documents for its own. */
import { refusal } from '../error-codes.ts'

const LONGEST = 200

/** Names that say what is in a folder, not whose it is. */
const COMMON =
  /^(_?(articles|blog|build|cases|case-studies|content|contents|docs|drafts|entries|export|exports|files|markdown|md|news|pages|portfolio|posts|projects|public|site|source|sources|src|static|stories|studies|upload|uploads|web|website|work|www)|index|home|main|master|new|old|tmp|temp|test)$/i

/**
 * The name that a person gave.
 *
 * @throws ImportRefusal when it is none
 */
export const givenSource = (name: string): string => {
  const key = clean(name)
  if (key === '' || key.length > LONGEST) {
    throw refusal({ code: 'BAD_SOURCE_NAME' })
  }
  return key
}

/** `https://www.Example.org/blog/` → `example.org/blog`. */
export const sourceOfSite = (url: string): string | undefined => {
  const site = /^https?:\/\/([^/?#]+)([^?#]*)/i.exec(url.trim())
  return site
    ? clean(
        `${(site[1] ?? '').toLowerCase().replace(/^www\./, '')}${site[2] ?? ''}`.replace(
          /\/+$/,
          '',
        ),
      ).slice(0, LONGEST)
    : undefined
}

/** The folder's name; with the one above where the name alone says nothing: `site-a/content`. */
export const sourceOfFolder = (folder: string): string => {
  const parts = folder.split(/[\\/]/).filter(Boolean)
  const own = parts.findLastIndex((part) => !COMMON.test(part))
  return clean(parts.slice(own === -1 ? -2 : own).join('/')).slice(-LONGEST) || 'folder'
}

/**
 * The folder that everything in a .zip lies in, or the .zip's own name. Browsers number downloads of one name.
 *
 * @param paths of all its files
 */
export const sourceOfFile = ({
  name,
  paths,
}: {
  name: string
  paths: Iterable<string>
}): string => {
  const tops = new Set([...paths].map((path) => (path.includes('/') ? path.split('/')[0] : '')))
  const [top = ''] = tops
  const bare = name.replace(/^.*[\\/]/, '').replace(/\s*\(\d+\)(?=\.\w+$)/, '')
  return tops.size === 1 && top !== '' && !COMMON.test(top)
    ? sourceOfFolder(top)
    : clean(bare.replace(/\.zip$/i, '')).slice(0, LONGEST) || 'file'
}

const clean = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\u0000-\u001F\u007F]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
