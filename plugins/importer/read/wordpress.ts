/** A WordPress export (WXR): entries, attachments, authors, terms and fields → documents. */
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
import type { ExportPart } from './wordpress-parts.ts'
import type { WordPressContext } from './wordpress-shortcodes.ts'

import { noSteps, type BeginStep } from '../steps.ts'
import { decodePieces, encodingOf, type PieceEncoding } from './decode.ts'
import { buildDocument } from './document.ts'
import { whyUnread } from './nested.ts'
import { sourceOfSite } from './sourceKey.ts'
import { readWordPressContent } from './wordpress-content.ts'
import { readFields, readTerms } from './wordpress-fields.ts'
import {
  hasEnded,
  keyMaker,
  rawText,
  readMeta,
  safeDecode,
  str,
  type Item,
  type KeysOf,
} from './wordpress-items.ts'
import { exportParts } from './wordpress-parts.ts'
import { surveyExport, type ExportSurvey } from './wordpress-survey.ts'

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
/** Entries that are no documents and pass as one step: quickly, but an export may have any number of them. */
const MOST_PASSED = 200

/** The bytes of a file from its beginning, each time it is called. */
type Pieces = () => AsyncIterable<Uint8Array>

/** @returns how to read it, or null when it is no WordPress export. */
export const sniffExport = async (pieces: Pieces): Promise<PieceEncoding | null> => {
  let head = Buffer.alloc(0)
  for await (const piece of pieces()) {
    head = Buffer.concat([head, piece])
    if (head.length >= 8192) {
      break
    }
  }
  const encoding = encodingOf(head)
  const text = encoding
    ? new TextDecoder(encoding === 'utf-8' ? 'latin1' : encoding).decode(head).slice(0, 5000)
    : ''
  return /<rss\b/.test(text) && /xmlns:wp=|<wp:wxr_version/.test(text) ? encoding : null
}

/**
 * Reads an export twice: first what its entries need of each other, then each entry.
 *
 * @param pieces What it is read from; `encoding`: what `sniffExport` has found.
 */
export const readWordPress = async ({
  begin = noSteps,
  encoding,
  files,
  from,
  limits,
  name,
  onProgress,
  pieces,
}: {
  begin?: BeginStep
  encoding: PieceEncoding
  files: FileStore
  /** What the source is called; without it the site's URL. */
  from?: string
  limits: ImporterLimits
  name: string
  onProgress?: (done: number, total: number) => void
  pieces: Pieces
}): Promise<ImportSource> => {
  const { partsOf, survey } = await surveyed({ encoding, limits, pieces })
  const leftOut: LeftOut[] = [...files.refused]
  if (!survey) {
    leftOut.push({ code: 'BAD_EXPORT', path: name })
    return { ...EMPTY, files, leftOut }
  }
  const { context, entries, guids, people, urls } = survey
  const source = from ?? urls.flatMap((url) => sourceOfSite(url) ?? [])[0] ?? name
  const keysOf = keyMaker(guids)
  const documents: ImportedDocument[] = []
  const notContent = new Map<string, number>()
  let passed = 0

  for await (const part of partsOf()) {
    if (part.kind !== 'entry') {
      leftOut.push(...problemsOf({ name, part }))
      continue
    }
    const { index, item } = part
    const { label, status, type } = aboutItem(item)
    const what = whyNotContent({ status, type })
    if (what !== undefined) {
      if (what !== 'attachment' && what !== 'wp_block') {
        notContent.set(what, (notContent.get(what) ?? 0) + 1)
      }
      passed += 1
      if (passed % MOST_PASSED === 0) {
        begin({ id: `export:${name}`, isWhole: true, label: name })
      }
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
      leftOut.push({ ...whyUnread(error), path: label })
    }
    onProgress?.(index + 1, entries)
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
  return { ...EMPTY, documents, files, hosts: [...new Set(hosts)], images, leftOut }
}

const EMPTY = {
  documents: [],
  hosts: [],
  images: new Map(),
  kind: 'wordpress' as const,
  organisations: [],
}

/** The first way through, in the encoding that the whole of it is in. */
const surveyed = async ({
  encoding,
  limits,
  pieces,
}: {
  encoding: PieceEncoding
  limits: ImporterLimits
  pieces: Pieces
}): Promise<{ partsOf: () => AsyncIterable<ExportPart>; survey: ExportSurvey | null }> => {
  const partsOf = () =>
    exportParts({
      most: limits.documentBytes,
      text: decodePieces({ encoding, pieces: pieces() }),
    })
  try {
    return { partsOf, survey: await surveyExport(partsOf()) }
  } catch (error) {
    if (encoding !== 'utf-8' || !(error instanceof TypeError && 'code' in error)) {
      throw error
    }
    return surveyed({ encoding: 'windows-1252', limits, pieces })
  }
}

/** An entry, or the export itself, that is not as it should be. */
const problemsOf = ({
  name,
  part,
}: {
  name: string
  part: Exclude<ExportPart, { kind: 'entry' }>
}): LeftOut[] =>
  part.kind === 'damaged'
    ? [
        {
          code: (
            { broken: 'ENTRY_DAMAGED', cut: 'ENTRY_CUT_OFF', large: 'FILE_TOO_LARGE' } as const
          )[part.problem],
          detail: part.why,
          path: part.label,
        },
      ]
    : part.why !== undefined
      ? [
          {
            code: part.isCut ? 'EXPORT_CUT_OFF' : 'EXPORT_DAMAGED',
            detail: part.why,
            path: name,
          },
        ]
      : []

const aboutItem = (item: Item): { label: string; status: string; type: string } => ({
  label: str(item['title']) || str(item['wp:post_name']) || `#${str(item['wp:post_id'])}`,
  status: str(item['wp:status']),
  type: str(item['wp:post_type']) || 'post',
})

/** @returns what it is instead. */
const whyNotContent = ({ status, type }: { status: string; type: string }): string | undefined =>
  status === 'trash' || status === 'auto-draft'
    ? type === 'attachment' || type === 'wp_block'
      ? type
      : status
    : NOT_CONTENT.has(type) || type.startsWith('acf-')
      ? type
      : undefined

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
  const read = contentReader({ content: rawText(item['content:encoded']), context })
  const { remarks, root } = read()
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
    readBody: () => Promise.resolve(read().root),
    remarks: isProtected
      ? [...remarks, { code: 'WAS_PROTECTED' }]
      : isPublished
        ? remarks
        : [...remarks, { code: 'STAYS_DRAFT', detail: `status: ${status || 'none'}` }],
    source: JSON.stringify(item),
  })
}

/** Keeps bytes: a whole site's texts fit into memory as those, and not as trees. */
const contentReader = ({ content, context }: { content: string; context: WordPressContext }) => {
  const bytes = Buffer.from(content)
  return () => readWordPressContent({ content: bytes.toString(), context })
}
