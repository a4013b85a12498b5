/** What stands beside the pages: the site's own address, lists of people and of clients. */
import { parse as parseToml } from 'smol-toml'

import type { FileStore, ImportedOrganisation, ImportedPerson } from '../types.ts'

import { decode } from './decode.ts'
import { readYamlValue, splitFrontMatter } from './front-matter.ts'
import { humanise, nameOfFile, slugify } from './slug.ts'
import { isRecord, pick, text } from './values.ts'

export type SiteData = {
  hosts: string[]
  organisations: ImportedOrganisation[]
  people: Map<string, ImportedPerson>
  /** Jekyll's and Hugo's rule for addresses of posts, when the site has one. */
  permalink?: string
}

const CONFIG =
  /(^|\/)(_config\.ya?ml|config\.(ya?ml|toml|json)|hugo\.(ya?ml|toml|json)|config\/_default\/(config|hugo)\.(ya?ml|toml)|site\.(ya?ml|json)|CNAME)$/
const CLIENTS =
  /(^|\/)(agencies|clients?|customers|organi[sz]ations|partners|companies)\.(ya?ml|json|toml)$/i
const PEOPLE = /(^|\/)(authors?|team|people|members|staff)\.(ya?ml|json|toml)$/i
const PERSON_PAGES =
  /(^|\/)_?(authors|team|people|staff|members)\/[^/]+\.(md|markdown|ya?ml|json)$/i

export const readSiteData = async (files: FileStore): Promise<SiteData> => {
  const data: SiteData = { hosts: [], organisations: [], people: new Map() }
  for (const { path, size } of files.files.values()) {
    if (
      size > 2_000_000 ||
      !(CONFIG.test(path) || CLIENTS.test(path) || PEOPLE.test(path) || PERSON_PAGES.test(path))
    ) {
      continue
    }
    const decoded = await files.read(path).then(decode, () => null)
    if (!decoded) {
      continue
    }
    if (CONFIG.test(path)) {
      readConfig({ data, path, source: decoded.text })
    } else if (CLIENTS.test(path)) {
      data.organisations.push(
        ...entries(valueOf(path, decoded.text)).flatMap(([, item]) => organisation(item)),
      )
    } else if (PEOPLE.test(path)) {
      for (const [key, item] of entries(valueOf(path, decoded.text))) {
        addPerson({ data, item, key })
      }
    } else {
      const item = /\.(md|markdown)$/i.test(path)
        ? splitFrontMatter(decoded.text).fields
        : valueOf(path, decoded.text)
      addPerson({ data, item, key: nameOfFile(path).name })
    }
  }
  return data
}

/** A page in a folder of people describes a person; it is not a case study. */
export const isPersonPage = (path: string): boolean => PERSON_PAGES.test(path)

const readConfig = ({
  data,
  path,
  source,
}: {
  data: SiteData
  path: string
  source: string
}): void => {
  if (path.endsWith('CNAME')) {
    addHost(data, source)
    return
  }
  const config = valueOf(path, source)
  if (isRecord(config)) {
    addHost(data, pick(config, 'url', 'baseURL', 'siteUrl', 'site'))
    const permalink = pick(config, 'permalink')
    data.permalink ??= typeof permalink === 'string' ? permalink : undefined
  }
}

const addHost = (data: SiteData, value: unknown): void => {
  const host =
    typeof value === 'string'
      ? /^(?:https?:\/\/)?([a-z0-9.-]+\.[a-z]{2,})(?:[:/]|\s*$)/i.exec(value.trim())?.[1]
      : undefined
  if (host) {
    data.hosts.push(host.toLowerCase().replace(/^www\./, ''))
  }
}

const addPerson = ({ data, item, key }: { data: SiteData; item: unknown; key: string }): void => {
  if (!isRecord(item)) {
    return
  }
  const full = [text(pick(item, 'first_name')), text(pick(item, 'last_name'))]
    .filter(Boolean)
    .join(' ')
  const name = text(pick(item, 'full_name', 'display_name', 'name', 'title')) ?? (full || undefined)
  const handle =
    text(pick(item, 'slug', 'id', 'key', 'username', 'handle', 'login')) ??
    (/^\d+$/.test(key) ? undefined : key)
  if (!name) {
    return
  }
  const image = pick(item, 'image', 'avatar', 'photo', 'portrait', 'picture')
  const person: ImportedPerson = {
    bio: text(pick(item, 'bio', 'about', 'description')),
    image: typeof image === 'string' ? image : undefined,
    name,
    role: 'Author',
    slug: slugify(name) || slugify(handle ?? '') || 'person',
  }
  for (const alias of [handle, name, slugify(name)]) {
    if (alias) {
      data.people.set(alias.toLowerCase(), person)
    }
  }
}

const organisation = (item: unknown): ImportedOrganisation[] => {
  if (typeof item === 'string') {
    return [{ name: item }]
  }
  if (!isRecord(item)) {
    return []
  }
  const name = text(pick(item, 'name', 'title', 'client', 'agency'))
  const logo = pick(item, 'logo', 'image')
  const url = pick(item, 'url', 'website', 'link')
  return name
    ? [
        {
          acronym: text(pick(item, 'acronym', 'abbreviation', 'short_name')),
          description: text(pick(item, 'description', 'about')),
          logo: typeof logo === 'string' && logo ? logo : undefined,
          name,
          url: typeof url === 'string' && /^https?:/i.test(url) ? url : undefined,
        },
      ]
    : []
}

const entries = (value: unknown): Array<[string, unknown]> => {
  if (Array.isArray(value)) {
    return value.map((item: unknown, index): [string, unknown] => [String(index), item])
  }
  if (!isRecord(value)) {
    return []
  }
  const lists = Object.values(value).filter(Array.isArray)
  return lists.length === 1 && Object.keys(value).length === 1
    ? entries(lists[0])
    : Object.entries(value).map(([key, item]): [string, unknown] => [
        key,
        isRecord(item) && !pick(item, 'name', 'title', 'full_name')
          ? { name: humanise(key), ...item }
          : item,
      ])
}

export const valueOf = (path: string, source: string): unknown => {
  try {
    return path.endsWith('.json')
      ? JSON.parse(source)
      : path.endsWith('.toml')
        ? parseToml(source)
        : readYamlValue(source)
  } catch {
    return undefined
  }
}
