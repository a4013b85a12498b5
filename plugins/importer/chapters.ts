/** Splits a converted body into chapters at the headings that name one. */
import type { LexicalNode } from './convert/nodes.ts'

import { childrenOf, lexicalText } from './convert/nodes.ts'

export type ChapterKind =
  'approach' | 'challenge' | 'constraint' | 'outcome' | 'reflection' | 'story'
export type Chapter = { kind: ChapterKind; title?: string; nodes: LexicalNode[] }

/** Whole headings, in the languages that the portfolios are written in. */
const NAMES: Array<[ChapterKind, RegExp]> = [
  [
    'challenge',
    /^((the|our|business|client|project|design) )*(challenges?|problems?|problem statement|brief|situation|need|needs|opportunity|task|ask|goals?|objectives?|mission|question)( (and|&) (goals?|objectives?|opportunity|background|context))?$|^what was the (problem|challenge)$|^why (it|this) (matters|mattered)$|^(die )?(herausforderung|ausgangslage|aufgabe|problemstellung|ziel|ziele)$|^(le |la |l)?(défi|defi|problème|contexte|enjeux?|problématique|mission)$|^(el )?(reto|desafío|problema)$|^(la )?(sfida|il problema)$|^(de )?(uitdaging|opdracht)$/i,
  ],
  [
    'constraint',
    /^((the|our|key|project) )*(constraints?|limitations?|limits|requirements|guardrails|boundaries|rahmenbedingungen|contraintes|restricciones)$/i,
  ],
  [
    'approach',
    /^((the|our|my) )*(approach|process|solutions?|method|methods|methodology|strategy|execution|implementation|design process|work|response|how we (did it|helped|worked|got there|approached it)|what we (did|built|made)|how it works|what i did)( (and|&) (process|solution|execution|design|methodology|method))?$|^(unser |das |die |der )?(ansatz|vorgehen|lösung|umsetzung|prozess|arbeitsweise)$|^(notre |la |l)?(approche|démarche|solution|méthode|réponse)$|^(el |la |nuestro )?(enfoque|proceso|solución)$|^(la |l)?(soluzione|approccio)$|^(onze |de )?(aanpak|oplossing)$/i,
  ],
  [
    'outcome',
    /^((the|our|key|project|business|final) )*(outcomes?|results?|impacts?|success|achievements|benefits|effects?|what (changed|happened)|the difference)( (and|&) (impact|results?|outcomes?|benefits|next steps|learnings))?( so far)?$|^(das |die )?(ergebnisse?|resultate?|wirkung|erfolg|erfolge)$|^(les |le |l)?(résultats?|impact|bilan)$|^(los |el )?(resultados?|impacto)$|^(i )?(risultati|risultato)$|^(het )?(resultaat|resultaten)$/i,
  ],
  [
    'reflection',
    /^((the|our|key|some) )*(reflections?|lessons?( learned| learnt)?|learnings?|takeaways?|retrospective|looking back|what (we|i)(['’]ve)? (learned|learnt)|conclusions?|what we would do differently)$|^(das |unser )?(fazit|erkenntnisse|rückblick)$|^(les )?(enseignements|conclusion)$|^(las )?(lecciones|conclusiones)$/i,
  ],
]

/** These open a chapter only beside a clear one: by themselves they are ordinary headings of an article. */
const WEAK =
  /^(the |project )?(background|context|overview and challenge|history|hintergrund|kontext|ausgangssituation)$/i
const WEAK_ALONE =
  /^(the )?(achievements|ask|benefits|brief|conclusions?|effects?|execution|fazit|goals?|implementation|key takeaways|learnings?|lessons( learned)?|limitations|limits|methodology|methods?|mission|needs?|objectives?|opportunity|process|question|requirements|response|retrospective|situation|strategy|success|takeaways?|task|work)$/i

export const splitChapters = (nodes: LexicalNode[]): Chapter[] => {
  const marks = nodes.map((node, index) => markOf({ index, node, nodes }))
  const strong = marks.filter((mark) => mark !== null && !mark.isWeak)
  const isCaseStudy = strong.some((mark) => mark?.kind === 'approach' || mark?.kind === 'outcome')
  if (strong.length === 0) {
    return nodes.length > 0 ? [{ kind: 'story', nodes }] : []
  }
  // Only the highest level opens chapters: an h4 "Results" below an h2 "Approach" is part of it.
  const level = Math.min(...marks.flatMap((mark) => (mark ? [mark.level] : [])))
  const chapters: Chapter[] = []
  // What stands before the first part is where the story begins, unless a part of its own says that.
  const hasChallenge = marks.some((mark) => mark?.kind === 'challenge')
  let current: Chapter = { kind: isCaseStudy && !hasChallenge ? 'challenge' : 'story', nodes: [] }
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as LexicalNode
    const mark = marks[index] ?? null
    if (!mark || mark.level > level) {
      current.nodes.push(node)
      continue
    }
    push(chapters, current)
    // A label above the real heading: "Approach", then "Using pain points as our starting point".
    const next = nodes[index + 1]
    const isLabel = node.type === 'paragraph'
    const title = isLabel && next?.type === 'heading' ? lexicalText(next).trim() : mark.title
    if (isLabel && next?.type === 'heading') {
      index++
    }
    current = { kind: mark.kind, nodes: [], ...(title ? { title } : {}) }
  }
  push(chapters, current)
  return chapters
}

const push = (chapters: Chapter[], chapter: Chapter): void => {
  if (chapter.nodes.length > 0 || chapter.title) {
    chapters.push(chapter)
  }
}

type Mark = { isWeak: boolean; kind: ChapterKind; level: number; title?: string }

const markOf = ({
  index,
  node,
  nodes,
}: {
  index: number
  node: LexicalNode
  nodes: LexicalNode[]
}): Mark | null => {
  const isHeading = node.type === 'heading'
  if (!isHeading && !isLabel(node, nodes[index + 1])) {
    return null
  }
  const label = lexicalText(node).trim()
  const kind = kindOf(label)
  if (!kind) {
    return null
  }
  return {
    isWeak: WEAK.test(clean(label)) || WEAK_ALONE.test(clean(label)),
    kind,
    level: isHeading ? Number(String(node['tag']).slice(1)) : nextLevel(nodes[index + 1]),
    ...(isPlainName(label, kind) ? {} : { title: label }),
  }
}

const nextLevel = (node?: LexicalNode): number =>
  node?.type === 'heading' ? Number(String(node['tag']).slice(1)) : 3

/** @returns the chapter that a heading names, or null. */
export const kindOf = (label: string): ChapterKind | null => {
  const name = clean(label)
  return WEAK.test(name)
    ? 'challenge'
    : (NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? null)
}

/** A short paragraph that is all bold, or stands right above a heading. */
const isLabel = (node: LexicalNode, next?: LexicalNode): boolean => {
  if (node.type !== 'paragraph') {
    return false
  }
  const children = childrenOf(node)
  return (
    children.length === 1 &&
    children[0]?.type === 'text' &&
    lexicalText(node).length < 40 &&
    (next?.type === 'heading' || children[0]['format'] === 1)
  )
}

/** Numbers, colons and dashes around a name do not change it: "02 — The approach:". */
const clean = (label: string): string =>
  label
    .replace(/^[\d.\s)–—-]+(?=\p{L})/u, '')
    .replace(/[\s:.!?–—-]+$/u, '')
    .replace(/^l['’]/i, 'l')
    .replace(/\s+/g, ' ')
    .trim()

/** The site names every kind itself; only other words are worth a title. */
const isPlainName = (label: string, kind: ChapterKind): boolean =>
  new RegExp(`^${kind}(s|es)?$`, 'i').test(clean(label))
