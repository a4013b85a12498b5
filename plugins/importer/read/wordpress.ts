/** A WordPress export (WXR): entries, attachments, authors, terms and fields → documents. */
import { XMLParser } from 'fast-xml-parser'
import { setImmediate as nextTurn } from 'node:timers/promises'

import type { ImporterLimits } from '../options.ts'
import type {
  FileStore,
  ImportedDocument,
  ImportedPerson,
  ImportSource,
  LeftOut,
} from '../types.ts'
import type { Fields } from './front-matter.ts'
import type { WordPressContext } from './wordpress-shortcodes.ts'

import { noSteps, type BeginStep } from '../steps.ts'
import { buildDocument } from './document.ts'
import { slugify } from './slug.ts'
import { sourceOfSite } from './sourceKey.ts'
import { keyOf } from './values.ts'
import { readWordPressContent } from './wordpress-content.ts'
import {
  asList,
  hasEnded,
  isItem,
  keyMaker,
  rawText,
  readMeta,
  safeDecode,
  str,
  type Item,
  type KeysOf,
} from './wordpress-items.ts'

const NOT_CONTENT = new Set([
  'attachment',
  'revision',
  'nav_menu_item',
  'custom_css',
  'customize_changeset',
  'oembed_cache',
  'user_request',
  'wp_block',
  'wp_global_styles',
  'wp_navigation',
  'wp_template',
  'wp_template_part',
  'wp_font_family',
  'wp_font_face',
  'acf-field',
  'acf-field-group',
  'wpcf7_contact_form',
  'feedback',
  'shop_order',
  'elementor_library',
])
/** Fields of plugins that say something about the page itself. */
const META: Record<string, string> = {
  _yoast_wpseo_metadesc: 'seo_description',
  _yoast_wpseo_title: 'seo_title',
  rank_math_description: 'seo_description',
  rank_math_title: 'seo_title',
}

export const isWordPressExport = (text: string): boolean =>
  /<rss\b/.test(text.slice(0, 5000)) && /xmlns:wp=|<wp:wxr_version/.test(text.slice(0, 5000))

export const readWordPress = async ({
  begin = noSteps,
  files,
  from,
  limits,
  name,
  onProgress,
  xml,
}: {
  begin?: BeginStep
  files: FileStore
  /** What the source is called; without it the site's URL. */
  from?: string
  limits: ImporterLimits
  name: string
  onProgress?: (done: number, total: number) => void
  xml: string
}): Promise<ImportSource> => {
  const channel = parseChannel(xml)
  if (!channel) {
    return {
      documents: [],
      files,
      hosts: [],
      images: new Map(),
      kind: 'wordpress',
      leftOut: [{ code: 'BAD_EXPORT', path: name }],
      organisations: [],
    }
  }
  const items = asList(channel['item']).filter(isItem)
  const context = readContext(items)
  const people = readAuthors(channel)
  const urls = [channel['wp:base_blog_url'], channel['wp:base_site_url'], channel['link']].map(str)
  const source = from ?? urls.flatMap((url) => sourceOfSite(url) ?? [])[0] ?? name
  const keysOf = keyMaker(items)
  const documents: ImportedDocument[] = []
  const leftOut: LeftOut[] = [...files.refused]
  const notContent = new Map<string, number>()

  for (const [index, item] of items.entries()) {
    const type = str(item['wp:post_type']) || 'post'
    const status = str(item['wp:status'])
    const label = str(item['title']) || str(item['wp:post_name']) || `#${str(item['wp:post_id'])}`
    if (type === 'attachment' || type === 'wp_block') {
      continue
    }
    if (
      NOT_CONTENT.has(type) ||
      type.startsWith('acf-') ||
      status === 'trash' ||
      status === 'auto-draft'
    ) {
      const what = status === 'trash' || status === 'auto-draft' ? status : type
      notContent.set(what, (notContent.get(what) ?? 0) + 1)
      continue
    }
    if (documents.length >= limits.documents) {
      leftOut.push({ code: 'TOO_MANY_DOCUMENTS', path: label })
      continue
    }
    const skipped = begin({ id: `read:${name}#${index}`, label })
    // What was begun is told before the work that may not end.
    await nextTurn()
    if (skipped) {
      leftOut.push({ code: skipped, path: label })
      continue
    }
    try {
      documents.push(readItem({ context, from: source, item, keysOf, label, people, status, type }))
    } catch (error) {
      leftOut.push({
        code: 'READ_FAILED',
        detail: error instanceof Error ? error.message.split('\n')[0] : String(error),
        path: label,
      })
    }
    onProgress?.(index + 1, items.length)
  }
  for (const [what, count] of notContent) {
    leftOut.push({ code: 'NOT_CONTENT', detail: `${count} × ${what}`, path: name })
  }
  const hosts = urls.flatMap(
    (url) =>
      /^https?:\/\/([^/:]+)/
        .exec(url)?.[1]
        ?.toLowerCase()
        .replace(/^www\./, '') ?? [],
  )
  const images = new Map(
    [...context.attachments.values()].map((image) => [
      image.url,
      { alt: image.alt, caption: image.caption },
    ]),
  )
  return {
    documents,
    files,
    hosts: [...new Set(hosts)],
    images,
    kind: 'wordpress',
    leftOut,
    organisations: [],
  }
}

const parseChannel = (xml: string): Item | null => {
  const parser = new XMLParser({
    attributeNamePrefix: '@',
    cdataPropName: '#cdata',
    ignoreAttributes: false,
    parseTagValue: false,
    processEntities: true,
    // White space matters in posts: blank lines are paragraphs.
    trimValues: false,
  })
  try {
    // A document type would only bring entities of its own; an export has none.
    const parsed = parser.parse(xml.replace(/<!DOCTYPE[^>[]*(\[[\s\S]*?\])?[^>]*>/i, '')) as Item
    const rss = parsed['rss']
    const channel = isItem(rss) ? rss['channel'] : undefined
    return isItem(channel) ? channel : null
  } catch {
    return null
  }
}

const readItem = ({
  context,
  from,
  item,
  keysOf,
  label,
  people,
  status,
  type,
}: {
  context: WordPressContext
  from: string
  item: Item
  keysOf: KeysOf
  label: string
  people: ReadonlyMap<string, ImportedPerson>
  status: string
  type: string
}): ImportedDocument => {
  const meta = readMeta(item)
  const { remarks, root } = readWordPressContent({
    content: rawText(item['content:encoded']),
    context,
  })
  const id = str(item['wp:post_id'])
  const cover = context.attachments.get(meta.get('_thumbnail_id') ?? '')
  const link = str(item['link'])
  const isProtected = str(item['wp:post_password']) !== ''
  // An entry that does not say is cut off, or not WordPress's.
  const isPublished = status === 'publish' && !isProtected && !hasEnded(meta)
  const dates = [
    str(item['wp:post_date_gmt']),
    str(item['wp:post_date']),
    str(item['pubDate']),
  ].find((value) => value !== '' && !value.startsWith('0000'))
  const fields: Fields = {
    ...readTerms(item),
    ...readFields(meta),
    author: str(item['dc:creator']) || undefined,
    date: dates,
    excerpt: str(item['excerpt:encoded']) || undefined,
    image: cover?.url,
    image_alt: cover?.alt,
    image_caption: cover?.caption,
    slug: safeDecode(str(item['wp:post_name'])) || undefined,
    title: str(item['title']) || undefined,
  }
  return buildDocument({
    body: root,
    derivedAddresses: status === 'publish' && !/[?]/.test(link) ? [link] : [],
    fields,
    isPrivate: status === 'private' || isProtected,
    isPublished,
    ...keysOf(item, `${type}:${id || label}`),
    from,
    kind: type === 'page' ? 'page' : 'study',
    originUrl: /^https?:/.test(link) ? link : undefined,
    path: label,
    people,
    remarks: isProtected
      ? [...remarks, { code: 'WAS_PROTECTED' }]
      : isPublished
        ? remarks
        : [...remarks, { code: 'STAYS_DRAFT', detail: `status: ${status || 'none'}` }],
    source: JSON.stringify(item),
  })
}

const readContext = (items: Item[]): WordPressContext => {
  const attachments = new Map<string, { url: string; alt?: string; caption?: string }>()
  const blocks = new Map<string, string>()
  for (const item of items) {
    const id = str(item['wp:post_id'])
    if (str(item['wp:post_type']) === 'wp_block') {
      blocks.set(id, rawText(item['content:encoded']))
    } else if (str(item['wp:post_type']) === 'attachment') {
      const url = str(item['wp:attachment_url']) || str(item['guid'])
      attachments.set(id, {
        alt: readMeta(item).get('_wp_attachment_image_alt')?.trim() || undefined,
        caption: str(item['excerpt:encoded']) || undefined,
        url,
      })
    }
  }
  return { attachments, blocks }
}

const readAuthors = (channel: Item): Map<string, ImportedPerson> => {
  const people = new Map<string, ImportedPerson>()
  for (const author of asList(channel['wp:author']).filter(isItem)) {
    const login = str(author['wp:author_login'])
    const full =
      `${str(author['wp:author_first_name'])} ${str(author['wp:author_last_name'])}`.trim()
    const name = str(author['wp:author_display_name']) || full || login
    if (login && name) {
      people.set(login.toLowerCase(), {
        name: name === login && full ? full : name,
        role: 'Author',
        slug: slugify(name) || slugify(login) || 'person',
      })
    }
  }
  return people
}

/** Categories and tags, and custom taxonomies under their own names (`client`, `industry`, `skills`…). */
const readTerms = (item: Item): Fields => {
  const terms = new Map<string, string[]>()
  for (const category of asList(item['category'])) {
    const domain = isItem(category) ? str(category['@domain']) : 'category'
    const value = str(category)
    if (value === '' || value === 'Uncategorized' || domain === 'post_format') {
      continue
    }
    const name = /client/.test(domain)
      ? 'client'
      : /industr|sector/.test(domain)
        ? 'industries'
        : /service|skill|discipline|expertise/.test(domain)
          ? 'services'
          : /tech|stack/.test(domain)
            ? 'technologies'
            : /tag/.test(domain)
              ? 'tags'
              : 'categories'
    const values = terms.get(name) ?? []
    values.push(value)
    terms.set(name, values)
  }
  return Object.fromEntries(terms)
}

/** Custom fields with a readable value. A leading `_` marks WordPress's own book-keeping. */
const readFields = (meta: Map<string, string>): Fields => {
  const fields: Fields = {}
  for (const [key, value] of meta) {
    const known = META[key]
    if (known && value && !value.includes('%%')) {
      fields[known] = value
    } else if (
      !key.startsWith('_') &&
      value.trim() !== '' &&
      !/^(a|s|i|b|O):\d/.test(value) &&
      !/^field_/.test(value) &&
      keyOf(key) !== 'title'
    ) {
      fields[key] = value
    }
  }
  return fields
}
