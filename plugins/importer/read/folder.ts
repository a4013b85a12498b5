/** A folder of Markdown (or HTML with front matter) → documents. One bad file harms none of the others. */
import type { Root } from 'hast'

import type { Fields } from './front-matter.ts'
import type { ImporterLimits } from '../options.ts'
import type { FileStore, ImportedDocument, ImportSource, LeftOut, Remark } from '../types.ts'
import type { SiteData } from './data-files.ts'

import { isPersonPage, readSiteData } from './data-files.ts'
import { decode } from './decode.ts'
import { buildDocument } from './document.ts'
import { splitFrontMatter } from './front-matter.ts'
import { readInherited } from './inherited.ts'
import { whyUnread } from './nested.ts'
import { readHtmlTemplate, readMarkdown } from './markdown.ts'
import { nameOfFile } from './slug.ts'
import { pick } from './values.ts'
import { noSteps, type BeginStep } from '../steps.ts'

const MARKDOWN = /\.(md|markdown|mdown|mkdn?|mdx)$/i
const HTML = /\.(html?|njk|liquid)$/i
const ABOUT_THE_PROJECT =
  /^(readme|licen[sc]e|changelog|contributing|code[-_]of[-_]conduct|security|support|authors|notice|maintainers|pull_request_template|issue_template|todo)$/i
const MACHINERY =
  /(^|\/)(_layouts|_includes|_site|_sass|_plugins|layouts|archetypes|themes|i18n|partials|shortcodes|templates|dist|build|coverage)\//i
const WORK_FOLDER =
  /(^|\/)_?(work|works|projects?|case-?stud(y|ies)|portfolio|cases|posts?|blog|news|articles|stories|insights)\//i

export const readFolder = async ({
  begin = noSteps,
  files,
  from,
  limits,
  onProgress,
}: {
  begin?: BeginStep
  files: FileStore
  /** What the source is called. */
  from: string
  limits: ImporterLimits
  onProgress?: (done: number, total: number) => void
}): Promise<ImportSource> => {
  const site = await readSiteData(files)
  const inherited = await readInherited(files)
  const candidates = [...files.files.values()].filter(
    ({ path }) => (MARKDOWN.test(path) || HTML.test(path)) && !MACHINERY.test(path),
  )
  const documents: ImportedDocument[] = []
  const leftOut: LeftOut[] = [...files.refused]
  for (const [index, { path, size }] of candidates.entries()) {
    if (documents.length >= limits.documents) {
      leftOut.push({ code: 'TOO_MANY_DOCUMENTS', path })
      continue
    }
    const skipped = begin({ id: `read:${path}`, label: path })
    if (skipped) {
      leftOut.push({ code: skipped, path })
      continue
    }
    try {
      const result = await readFile({ files, from, inherited, limits, path, site, size })
      if (result && 'code' in result) {
        leftOut.push(result)
      } else if (result) {
        documents.push(result)
      }
    } catch (error) {
      leftOut.push({ ...whyUnread(error), path })
    }
    onProgress?.(index + 1, candidates.length)
  }
  return {
    documents,
    files,
    hosts: [...new Set(site.hosts)],
    images: new Map(),
    kind: 'folder',
    leftOut,
    organisations: site.organisations,
  }
}

const readFile = async ({
  files,
  from,
  inherited,
  limits,
  path,
  site,
  size,
}: {
  files: FileStore
  from: string
  inherited: (path: string) => Fields
  limits: ImporterLimits
  path: string
  site: SiteData
  size: number
}): Promise<ImportedDocument | LeftOut | null> => {
  if (size > limits.documentBytes) {
    return { code: 'FILE_TOO_LARGE', detail: `${Math.ceil(size / 1024)} KB`, path }
  }
  const bytes = await files.read(path)
  if (bytes.byteLength === 0) {
    return { code: 'EMPTY_FILE', path }
  }
  const decoded = decode(bytes)
  if (!decoded) {
    return { code: 'NOT_TEXT', path }
  }
  if (decoded.text.trim() === '') {
    return { code: 'EMPTY_FILE', path }
  }
  const { body, fields, hasFrontMatter, remarks } = splitFrontMatter(decoded.text)
  const isHtml = HTML.test(path)
  if (isHtml && (!hasFrontMatter || !pick(fields, 'title'))) {
    // A template or a built page: there is no telling its text from its frame.
    return null
  }
  const notContent = whyNotContent({ body, fields, hasFrontMatter, path })
  if (notContent) {
    return notContent
  }
  const fileRemarks: Remark[] = [
    ...remarks,
    ...(decoded.encoding === 'windows-1252' ? [{ code: 'ENCODING' as const }] : []),
    ...(hasFrontMatter || isHtml ? [] : [{ code: 'NO_FRONT_MATTER' as const }]),
  ]
  const parse = (source: string): { root: Root; remarks: Remark[] } =>
    isHtml
      ? readHtmlTemplate({ fields, source })
      : readMarkdown({ fields, isMdx: /\.mdx$/i.test(path), source })
  const read = parse(body)
  return buildDocument({
    body: read.root,
    readBody: async () =>
      parse(splitFrontMatter(decode(await files.read(path))?.text ?? '').body).root,
    derivedAddresses: derivedAddresses({ fields, path, permalink: site.permalink }),
    fields,
    // A folder of drafts may be all that is imported.
    file: `${from.split('/').pop() ?? ''}/${path}`,
    from,
    inherited: inherited(path),
    key: path,
    kind: kindOf({ fields, path }),
    path,
    people: site.people,
    remarks: [...fileRemarks, ...read.remarks],
    source: decoded.text,
  })
}

const whyNotContent = ({
  body,
  fields,
  hasFrontMatter,
  path,
}: {
  body: string
  fields: Fields
  hasFrontMatter: boolean
  path: string
}): LeftOut | null => {
  const file = path.split('/').pop() ?? path
  if (!hasFrontMatter && ABOUT_THE_PROJECT.test(file.replace(/\.\w+$/, ''))) {
    return { code: 'NOT_A_DOCUMENT', path }
  }
  if (isPersonPage(path)) {
    return { code: 'NOT_A_DOCUMENT', detail: 'a person', path }
  }
  const isRootIndex = /^_?index\.\w+$/i.test(file) && !path.includes('/')
  if (
    /^_index\.\w+$/i.test(file) ||
    isRootIndex ||
    (pick(fields, 'pagination') !== undefined && body.trim().length < 400)
  ) {
    return { code: 'SECTION_INDEX', path }
  }
  return null
}

const kindOf = ({ fields, path }: { fields: Fields; path: string }): 'page' | 'study' => {
  const layout = pick(fields, 'layout', 'type', 'template')
  const isPage =
    typeof layout === 'string' &&
    /^(page|about|contact|legal|simple|default-page)(\.\w+)?$/i.test(layout.split('/').pop() ?? '')
  return isPage && !WORK_FOLDER.test(path) ? 'page' : 'study'
}

/** Where Jekyll, Eleventy and Hugo put a dated post, when its front matter does not say. */
const derivedAddresses = ({
  fields,
  path,
  permalink,
}: {
  fields: Fields
  path: string
  permalink?: string
}): string[] => {
  const { date, name } = nameOfFile(path)
  if (fields['permalink'] || !date) {
    return []
  }
  const [year = '', month = '', day = ''] = date.split('-')
  if (permalink?.includes(':title')) {
    const address = permalink
      .replace(':categories', '')
      .replace(':year', year)
      .replace(':month', month)
      .replace(':day', day)
      .replace(/:title|:slug/, name)
    return /:\w/.test(address) ? [] : [address]
  }
  return [`/${year}/${month}/${day}/${name}/`]
}
