/** The first way through an export: what its entries need of each other, and what it says of its site. */
import type { ImportedPerson } from '../types.ts'
import type { ExportPart } from './wordpress-parts.ts'
import type { WordPressContext } from './wordpress-shortcodes.ts'

import { slugify } from './slug.ts'
import { asList, isItem, rawText, readMeta, str, type Item } from './wordpress-items.ts'

export type ExportSurvey = {
  /** Files and reusable blocks, by their ids. */
  context: WordPressContext
  entries: number
  /** How many entries have a guid. */
  guids: ReadonlyMap<string, number>
  people: Map<string, ImportedPerson>
  /** URLs that the export gives for its site. */
  urls: string[]
}

/** @returns null when it is no export. */
export const surveyExport = async (
  parts: AsyncIterable<ExportPart>,
): Promise<ExportSurvey | null> => {
  const attachments = new Map<string, { url: string; alt?: string; caption?: string }>()
  const blocks = new Map<string, string>()
  const guids = new Map<string, number>()
  let entries = 0
  let channel: Item | null = null
  for await (const part of parts) {
    if (part.kind === 'frame') {
      channel = part.channel
      continue
    }
    entries += 1
    if (part.kind === 'damaged') {
      continue
    }
    const { item } = part
    const guid = str(item['guid'])
    guids.set(guid, (guids.get(guid) ?? 0) + 1)
    const id = str(item['wp:post_id'])
    if (str(item['wp:post_type']) === 'wp_block') {
      blocks.set(id, rawText(item['content:encoded']))
    } else if (str(item['wp:post_type']) === 'attachment') {
      attachments.set(id, {
        alt: readMeta(item).get('_wp_attachment_image_alt')?.trim() || undefined,
        caption: str(item['excerpt:encoded']) || undefined,
        url: str(item['wp:attachment_url']) || guid,
      })
    }
  }
  return channel
    ? {
        context: { attachments, blocks },
        entries,
        guids,
        people: readAuthors(channel),
        urls: ['wp:base_blog_url', 'wp:base_site_url', 'link'].map((name) => str(channel[name])),
      }
    : null
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
