// Removes the references and URLs of a study that a reader must not see. Pure: who decides what is
// hidden is queries/findHidden.ts.
import { blocks } from '../blocks/index.ts'
import { collectReferences } from '../shared/references.ts'

export type StudyReference = { relationTo: string; id: string }

export type Hidden = {
  /** Whether the document may not be named or linked. */
  hidesReference: (reference: StudyReference) => boolean
  /** Whether the URL leads to what may not be named. */
  hidesUrl: (url: string) => boolean
}

/**
 * A copy of the study without what is hidden. Takes any projection of a study: at any depth, in one
 * locale or in all. A hidden quote, call to action or upload leaves no block behind; a hidden link
 * leaves its text.
 */
export const withoutHidden = <Study extends object>(study: Study, hidden: Hidden): Study => {
  const copy = { ...study } as Record<string, unknown>
  const clear = (holder: Record<string, unknown>, name: string, relationTo: string): void => {
    const id = idOf(holder[name])
    if (id !== null && hidden.hidesReference({ relationTo, id })) {
      delete holder[name]
    }
  }
  clear(copy, 'client', 'organisations')
  clear(copy, 'cover', 'media')
  replace(copy, 'testimonials', (value) => keep(value, 'testimonials', hidden))
  replaceGroup(copy, 'related', (related) => {
    replace(related, 'studies', (value) => keep(value, 'case-studies', hidden))
  })
  replaceGroup(copy, 'seo', (seo) => {
    clear(seo, 'image', 'media')
    if (typeof seo.canonical === 'string' && hidden.hidesUrl(seo.canonical)) {
      delete seo.canonical
    }
  })
  replace(copy, 'credits', (credits) =>
    rows(credits).map((credit) =>
      typeof credit.url === 'string' && hidden.hidesUrl(credit.url)
        ? { ...credit, url: null }
        : credit,
    ),
  )
  replace(copy, 'chapters', (chapters) =>
    rows(chapters).map((chapter) => ({ ...chapter, ...bodyOf(chapter.body, hidden) })),
  )
  return copy as Study
}

/** Everything in the study that could be hidden. */
export const mentionedIn = (
  study: object,
): { references: StudyReference[]; urls: string[]; isEmpty: boolean } => {
  const references: StudyReference[] = []
  const urls: string[] = []
  withoutHidden(study, {
    hidesReference: (reference) => (references.push(reference), false),
    hidesUrl: (url) => (urls.push(url), false),
  })
  return { references, urls, isEmpty: references.length + urls.length === 0 }
}

/** The id of a relationship value, populated or not. */
export const idOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : isRecord(value) && 'id' in value ? String(value.id) : null

const keep = (values: unknown, relationTo: string, hidden: Hidden): unknown =>
  Array.isArray(values)
    ? values.filter((value) => {
        const id = idOf(value)
        return id === null || !hidden.hidesReference({ relationTo, id })
      })
    : values

/** One rich text, or with `locale=all` one for each locale. */
const bodyOf = (body: unknown, hidden: Hidden): { body?: unknown } => {
  if (!isRecord(body)) {
    return {}
  }
  return {
    body: isRecord(body.root)
      ? withoutNodes(body, hidden)
      : Object.fromEntries(
          Object.entries(body).map(([locale, state]) => [
            locale,
            isRecord(state) ? withoutNodes(state, hidden) : state,
          ]),
        ),
  }
}

const withoutNodes = (state: Record<string, unknown>, hidden: Hidden): Record<string, unknown> => ({
  ...state,
  root: isRecord(state.root) ? withChildren(state.root, hidden) : state.root,
})

const withChildren = (node: Record<string, unknown>, hidden: Hidden): Record<string, unknown> =>
  Array.isArray(node.children)
    ? { ...node, children: rows(node.children).flatMap((child) => nodesOf(child, hidden)) }
    : node

/** What remains of a node: itself, its children, or nothing. */
const nodesOf = (node: Record<string, unknown>, hidden: Hidden): Record<string, unknown>[] => {
  const rest = withChildren(node, hidden)
  const fields = isRecord(node.fields) ? node.fields : {}
  switch (node.type) {
    case 'link':
    case 'autolink':
      return isHiddenLink(fields, hidden) ? rows(rest.children) : [rest]
    case 'upload':
    case 'relationship':
      return hides({ hidden, relationTo: node.relationTo, value: node.value }) ? [] : [rest]
    case 'block':
    case 'inlineBlock':
      return isHiddenBlock(fields, hidden) ? [] : [rest]
    default:
      return [rest]
  }
}

const isHiddenLink = ({ doc, url }: Record<string, unknown>, hidden: Hidden): boolean =>
  (isRecord(doc) && hides({ hidden, relationTo: doc.relationTo, value: doc.value })) ||
  (typeof url === 'string' && hidden.hidesUrl(url))

const isHiddenBlock = (fields: Record<string, unknown>, hidden: Hidden): boolean => {
  const block = blocks.find(({ slug }) => slug === fields.blockType)
  const references = block ? collectReferences({ fields: block.fields, data: fields }) : []
  // Evaluated one by one, so that `mentionedIn` hears of each.
  const isReferenceHidden = references.filter((one) => hidden.hidesReference(one)).length > 0
  return (typeof fields.url === 'string' && hidden.hidesUrl(fields.url)) || isReferenceHidden
}

const hides = ({
  hidden,
  relationTo,
  value,
}: {
  hidden: Hidden
  relationTo: unknown
  value: unknown
}): boolean => {
  const id = idOf(value)
  return typeof relationTo === 'string' && id !== null && hidden.hidesReference({ relationTo, id })
}

const replace = (
  holder: Record<string, unknown>,
  name: string,
  by: (value: unknown) => unknown,
): void => {
  if (holder[name] !== null && holder[name] !== undefined) {
    holder[name] = by(holder[name])
  }
}

/** Changes a copy of the group. */
const replaceGroup = (
  holder: Record<string, unknown>,
  name: string,
  change: (group: Record<string, unknown>) => void,
): void => {
  const group = holder[name]
  if (isRecord(group)) {
    const copy = { ...group }
    change(copy)
    holder[name] = copy
  }
}

const rows = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? (value as Record<string, unknown>[]) : []

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
