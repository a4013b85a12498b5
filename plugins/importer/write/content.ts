/** One document's body → Lexical: first what it needs is saved, then it is converted. */
import type { ElementContent, Root } from 'hast'
import { createHash } from 'node:crypto'

import type { ConvertContext } from '../convert/context.ts'
import type { LexicalNode, LinkTarget } from '../convert/nodes.ts'
import type { ImportedDocument, ImportedTestimonial, Remark } from '../types.ts'
import type { LinkIndex } from './links.ts'
import type { WriteSession } from './session.ts'

import { convertRoot } from '../convert/index.ts'
import { findAll, plainText, property } from '../read/hast.ts'
import { identityOf } from './known.ts'
import { keepLink } from './links.ts'
import { ensureFile, ensureMedia, isFileLink, problemOf } from './media.ts'
import { ensureTestimonial, testimonialKey } from './records.ts'
import { goesOnline } from './session.ts'

export type Content = {
  nodes: LexicalNode[]
  testimonialIds: string[]
  /** Documents that the text links to and that have no id yet. */
  waitingFor: string[]
  remarks: Remark[]
}

export type KnownDocument = { id: string; collection: string; slug: string }

/** A document's body, and what it asks for. */
export type OpenedBody = {
  body: Root
  /** Changes with what the body's outcome depends on besides the document's own source. */
  surroundings: string
  remarks: Remark[]
  wanted: Wanted
}

export const openBody = async ({
  document,
  links,
  session,
}: {
  document: ImportedDocument
  links: LinkIndex
  session: WriteSession
}): Promise<OpenedBody> => {
  const body = await document.readBody()
  const wanted = collect({ body, document, session })
  const { hash, remarks } = surroundings({ document, links, session, wanted })
  return { body, remarks, surroundings: hash, wanted }
}

export const convertContent = async ({
  document,
  known,
  links,
  opened: { body, wanted },
  session,
}: {
  document: ImportedDocument
  known: ReadonlyMap<string, KnownDocument>
  links: LinkIndex
  opened: OpenedBody
  session: WriteSession
}): Promise<Content> => {
  const remarks: Remark[] = []
  const from = document.path
  const media = new Map<string, string | null>()
  for (const image of wanted.images.values()) {
    const { id, remark } = await ensureMedia({ ...image, from, session })
    media.set(image.ref, id)
    if (remark) {
      remarks.push(remark)
    }
  }
  const files = new Map<string, string | null>()
  for (const { href, label } of wanted.files) {
    files.set(href, await ensureFile({ from, href, label, session }))
  }
  const testimonials = new Map<string, string | null>()
  for (const testimonial of wanted.testimonials) {
    testimonials.set(
      testimonialKey(testimonial),
      await ensureTestimonial({
        from,
        isOnline: goesOnline(session, document),
        isPublic: !document.isDraft && !document.isPrivate,
        session,
        testimonial,
      }),
    )
  }

  const waitingFor: string[] = []
  const nodes = convertRoot({
    context: {
      file: (href) => files.get(href) ?? null,
      id: idMaker(document.key),
      link: (href) => resolveLink({ document, href, known, links, remarks, waitingFor }),
      media: ({ ref }) => media.get(ref) ?? null,
      mediaSlug: session.port.slugs.media,
      remark: (remark) => remarks.push(remark),
      testimonial: (testimonial) => testimonials.get(testimonialKey(testimonial)) ?? undefined,
    },
    root: body,
  })
  return {
    nodes,
    remarks,
    testimonialIds: [...new Set([...testimonials.values()].flatMap((id) => id ?? []))],
    waitingFor,
  }
}

/**
 * What the document's outcome depends on besides its own source: whether its pictures and files are
 * there, and which of its links lead to documents of the same import. A picture that was missing and
 * is there now makes the document a changed one.
 */
const surroundings = ({
  document,
  links,
  session,
  wanted,
}: {
  document: ImportedDocument
  links: LinkIndex
  session: WriteSession
  wanted: Wanted
}): { hash: string; remarks: Remark[] } => {
  const refs = [
    ...wanted.images.keys(),
    ...(document.cover ? [document.cover.ref] : []),
    ...wanted.files.map(({ href }) => href),
  ]
  const answers = refs.map((ref) => ({ answer: session.assets({ from: document.path, ref }), ref }))
  const found = answers.map(({ answer, ref }) =>
    answer.kind === 'file'
      ? `${answer.path}:${session.source.files.files.get(answer.path)?.size ?? 0}`
      : `${answer.kind}:${ref.slice(0, 200)}`,
  )
  const targets = wanted.links.flatMap(
    (href) => links.find({ from: document.path, href })?.key ?? [],
  )
  return {
    hash: createHash('sha256')
      .update(JSON.stringify([found, targets]))
      .digest('hex')
      .slice(0, 16),
    remarks: answers.flatMap(({ answer, ref }) => problemOf(answer, ref) ?? []),
  }
}

type Wanted = {
  links: string[]
  images: Map<string, { ref: string; alt?: string; caption?: string }>
  files: Array<{ href: string; label: string }>
  testimonials: ImportedTestimonial[]
}

/** A first pass over the body that only writes down what it asks for. */
const collect = ({
  body,
  document,
  session,
}: {
  body: Root
  document: ImportedDocument
  session: WriteSession
}): Wanted => {
  const wanted: Wanted = { files: [], images: new Map(), links: [], testimonials: [] }
  const labels = new Map(
    findAll(body.children as ElementContent[], ({ tagName }) => tagName === 'a').map((anchor) => [
      property(anchor, 'href'),
      plainText(anchor),
    ]),
  )
  const context: ConvertContext = {
    file: (href) => {
      if (isFileLink(href) && session.assets({ from: document.path, ref: href }).kind === 'file') {
        wanted.files.push({ href, label: labels.get(href) ?? '' })
      }
      return null
    },
    id: () => '',
    link: (href) => {
      wanted.links.push(href)
      return { kind: 'url', url: href }
    },
    media: (image) => {
      const earlier = wanted.images.get(image.ref)
      wanted.images.set(image.ref, {
        ...image,
        ...Object.fromEntries(Object.entries(earlier ?? {}).filter(([, value]) => value)),
      })
      return 'wanted'
    },
    mediaSlug: session.port.slugs.media,
    remark: () => undefined,
    testimonial: (testimonial) => {
      wanted.testimonials.push(testimonial)
      return 'wanted'
    },
  }
  convertRoot({ context, root: body })
  return wanted
}

const resolveLink = ({
  document,
  href,
  known,
  links,
  remarks,
  waitingFor,
}: {
  document: ImportedDocument
  href: string
  known: ReadonlyMap<string, KnownDocument>
  links: LinkIndex
  remarks: Remark[]
  waitingFor: string[]
}): LinkTarget | null => {
  const target = links.find({ from: document.path, href })
  // A link to a part of another page keeps its address: a reference cannot carry the part.
  if (target && !/#./.test(href)) {
    const stored = known.get(identityOf(target))
    if (stored) {
      return { kind: 'internal', relationTo: stored.collection, value: stored.id }
    }
    waitingFor.push(identityOf(target))
    return { kind: 'url', url: newAddress(target) }
  }
  if (target) {
    return {
      kind: 'url',
      url: `${newAddress({ kind: target.kind, slug: known.get(identityOf(target))?.slug ?? target.slug })}${/#.*$/.exec(href)?.[0] ?? ''}`,
    }
  }
  return keepLink({ hosts: links.hosts, href, remark: (remark) => remarks.push(remark) })
}

export const newAddress = (document: { kind: 'page' | 'study'; slug: string }): string =>
  document.kind === 'page' ? `/${document.slug}` : `/work/${document.slug}`

/** The same document gets the same ids on every run, so that a second conversion changes nothing. */
const idMaker = (key: string): (() => string) => {
  let count = 0
  return () => createHash('sha256').update(`${key}\n${count++}`).digest('hex').slice(0, 24)
}
