/** An imported document → the data of a case study or a page, within the lengths that the fields take. */
import type { EditorState, LexicalNode } from '../convert/nodes.ts'
import type { ImportedDocument, ImportedOutcome, Remark } from '../types.ts'
import type { Content } from './content.ts'
import type { WriteSession } from './session.ts'

import { splitChapters } from '../chapters.ts'
import { clip } from '../convert/limits.ts'
import { editorState, heading, link, list, listItem, text } from '../convert/nodes.ts'
import { ensureMedia } from './media.ts'
import { ensureOrganisation, ensurePerson, ensureTerm, ensureTestimonial } from './records.ts'
import { goesOnline } from './session.ts'

export const MOST_TITLE = 140

const MOST = {
  chapters: 20,
  chapterTitle: 120,
  credits: 60,
  headline: 160,
  outcomes: 8,
  outcomeLabel: 80,
  seoDescription: 200,
  seoTitle: 70,
  summary: 320,
  title: MOST_TITLE,
  unit: 20,
}

export type Built = { collection: string; data: Record<string, unknown>; remarks: Remark[] }

/** Saves what the document refers to and returns its own data, without status and origin. */
export const buildData = async ({
  content,
  document,
  session,
}: {
  content: Content
  document: ImportedDocument
  session: WriteSession
}): Promise<Built> => {
  const remarks: Remark[] = []
  const short = (value: string | undefined, most: number, field: string): string | undefined => {
    if (value !== undefined && value.length > most) {
      remarks.push({ code: 'TEXT_SHORTENED', detail: `${field}, ${value.length} characters` })
      return clip(value, most)
    }
    return value
  }
  const shared = {
    seo: {
      description: short(document.seo.description, MOST.seoDescription, 'search description'),
      title: short(document.seo.title, MOST.seoTitle, 'search title'),
    },
    title: short(document.title, MOST.title, 'title'),
  }
  if (document.kind === 'page') {
    return {
      collection: session.port.slugs.pages,
      data: {
        ...shared,
        body: editorState([
          ...content.nodes,
          ...appendix({ document, session, unusedOutcomes: document.outcomes }),
        ]),
      },
      remarks,
    }
  }

  const from = document.path
  const isOnline = goesOnline(session, document)
  const client = document.client
    ? await ensureOrganisation({ from, isOnline, name: document.client, session })
    : null
  const cover = document.cover ? await ensureMedia({ ...document.cover, from, session }) : undefined
  if (cover?.remark) {
    remarks.push(cover.remark)
  }
  const credits = []
  for (const person of document.people.slice(0, MOST.credits)) {
    const id = await ensurePerson({ from, isOnline, person, session })
    credits.push(
      id
        ? { person: id, role: clip(person.role, 100) }
        : { name: clip(person.name, 100), role: clip(person.role, 100) },
    )
  }
  const terms = async (kind: 'industries' | 'services' | 'technologies'): Promise<string[]> => {
    const ids = []
    for (const name of document[kind]) {
      ids.push(await ensureTerm({ from, isOnline, kind, name, session }))
    }
    return [...new Set(ids.flatMap((id) => id ?? []))]
  }
  const testimonialIds = [...content.testimonialIds]
  for (const testimonial of document.testimonials) {
    const id = testimonial.attribution
      ? await ensureTestimonial({
          from,
          isOnline,
          isPublic: !document.isDraft && !document.isPrivate,
          session,
          testimonial,
        })
      : null
    testimonialIds.push(...(id ? [id] : []))
  }
  const { outcomes, unused } = sortOutcomes(document.outcomes)
  if (unused.length > 0) {
    remarks.push({
      code: 'OUTCOME_WITHOUT_NUMBER',
      detail: unused.map(({ label }) => label.slice(0, 60)).join('; '),
    })
  }

  return {
    collection: session.port.slugs.caseStudies,
    data: {
      ...shared,
      chapters: chaptersOf({ document, nodes: [...content.nodes], session, unused }),
      client: client ?? undefined,
      cover: cover?.id ?? undefined,
      credits,
      featured: document.isFeatured || undefined,
      headline: short(document.headline, MOST.headline, 'headline'),
      industries: await terms('industries'),
      outcomes,
      services: await terms('services'),
      summary: short(document.summary, MOST.summary, 'summary'),
      technologies: await terms('technologies'),
      testimonials: [...new Set(testimonialIds)],
      timeframe: document.timeframe,
      visibility: document.isPrivate ? 'private' : 'public',
      year:
        document.year !== undefined &&
        Number.isInteger(document.year) &&
        document.year >= 1950 &&
        document.year <= 2100
          ? document.year
          : undefined,
    },
    remarks,
  }
}

const chaptersOf = ({
  document,
  nodes,
  session,
  unused,
}: {
  document: ImportedDocument
  nodes: LexicalNode[]
  session: WriteSession
  unused: ImportedOutcome[]
}): Array<{ kind: string; title?: string; body: EditorState }> => {
  const chapters = splitChapters(nodes).map((chapter) =>
    chapter.title && chapter.title.length > MOST.chapterTitle
      ? { kind: chapter.kind, nodes: [heading('h3', [text(chapter.title)]), ...chapter.nodes] }
      : chapter,
  )
  const kept = chapters.slice(0, MOST.chapters)
  const last = kept.at(-1)
  if (last) {
    for (const extra of chapters.slice(MOST.chapters)) {
      last.nodes = [
        ...last.nodes,
        ...(extra.title ? [heading('h2', [text(extra.title)])] : []),
        ...extra.nodes,
      ]
    }
  }
  const rest = appendix({ document, session, unusedOutcomes: unused })
  if (rest.length > 0) {
    if (last) {
      last.nodes = [...last.nodes, ...rest]
    } else {
      kept.push({ kind: 'story', nodes: rest })
    }
  }
  return kept.map(({ kind, nodes: body, title }) => ({ body: editorState(body), kind, title }))
}

const ENGLISH = { clients: 'Also used by', links: 'Links', results: 'Results' }

const WORDS: Record<string, typeof ENGLISH | undefined> = {
  de: { clients: 'Weitere Kunden', links: 'Links', results: 'Ergebnisse' },
  es: { clients: 'Otros clientes', links: 'Enlaces', results: 'Resultados' },
  fr: { clients: 'Autres clients', links: 'Liens', results: 'Résultats' },
  it: { clients: 'Altri clienti', links: 'Link', results: 'Risultati' },
  nl: { clients: 'Andere klanten', links: 'Links', results: 'Resultaten' },
  pt: { clients: 'Outros clientes', links: 'Ligações', results: 'Resultados' },
}

/** What the front matter says beside the text and no field takes: at the end, as lists. */
const appendix = ({
  document,
  session,
  unusedOutcomes,
}: {
  document: ImportedDocument
  session: WriteSession
  unusedOutcomes: ImportedOutcome[]
}): LexicalNode[] => {
  const words = WORDS[session.locale] ?? ENGLISH
  const bullets = (items: LexicalNode[][]): LexicalNode =>
    list({
      children: items.map((children, index) => listItem({ children, indent: 0, value: index + 1 })),
      listType: 'bullet',
    })
  const seen = new Set<string>()
  const links = document.links.filter(({ url }) => !seen.has(url) && seen.add(url))
  return [
    ...(unusedOutcomes.length > 0
      ? [
          heading('h3', [text(words.results)]),
          bullets(
            unusedOutcomes.map((outcome) => [
              text(
                [outcome.value, outcome.unit, outcome.label]
                  .filter((part) => part !== undefined && part !== '')
                  .join(' '),
              ),
            ]),
          ),
        ]
      : []),
    ...(document.otherClients.length > 0
      ? [
          heading('h3', [text(words.clients)]),
          bullets(document.otherClients.map((name) => [text(name)])),
        ]
      : []),
    ...(links.length > 0
      ? [
          heading('h3', [text(words.links)]),
          bullets(
            links.map(({ label, url }, index) => [
              link({
                children: [text(label)],
                id: `link${index}`.padEnd(24, '0'),
                newTab: false,
                target: { kind: 'url', url: url.replaceAll(' ', '%20') },
              }),
            ]),
          ),
        ]
      : []),
  ]
}

/** The site counts up to a number; a result that has none is text. */
const sortOutcomes = (
  outcomes: ImportedOutcome[],
): { outcomes: Array<Record<string, unknown>>; unused: ImportedOutcome[] } => {
  const isUsable = ({ label, value }: ImportedOutcome): boolean =>
    value !== undefined && label.length <= MOST.outcomeLabel
  const usable = outcomes.filter(isUsable)
  return {
    outcomes: usable.slice(0, MOST.outcomes).map(({ after, before, label, unit, value }) => ({
      label,
      value,
      ...(unit ? { unit: unit.slice(0, MOST.unit) } : {}),
      ...(before !== undefined && after !== undefined ? { after, before } : {}),
    })),
    unused: [...outcomes.filter((outcome) => !isUsable(outcome)), ...usable.slice(MOST.outcomes)],
  }
}
