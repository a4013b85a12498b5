// What is missing in a text when it is published. Payload names a node of its editor and the keys of fields; here each
// block has a line of its own, with the labels that its form has.
import type { LexicalRichTextAdapter } from '@payloadcms/richtext-lexical'
import type { FlattenedField, PayloadRequest, RichTextField, Validate } from 'payload'
import { chapterName } from '../../src/admin/rowLabels/chapterNames.ts'
import { translator } from '../../src/admin/translations/translate.ts'
import type { Translate, VitrineKey } from '../../src/admin/translations/types.ts'
import { blocks } from '../blocks/index.ts'
import { fieldsOfNode } from './values/editor.ts'
import { isRecord } from './values/fault.ts'

type Options = Parameters<Validate<unknown, unknown, unknown, RichTextField>>[1]

/** A block or a link that is not complete, by the path of its text. Read by `nameIncompleteParts`. */
export type IncompleteParts = Record<string, string[]>

/**
 * For the `validate` of a rich text.
 *
 * @returns true, or a sentence that names each part that is not complete
 */
export const validateBody = async (value: unknown, options: unknown): Promise<string | true> => {
  const { editor, path, req, siblingData } = options as Options & {
    editor: LexicalRichTextAdapter
    req: PayloadRequest
  }
  const validate = (one: unknown) => editor.validate(one as never, options)
  const whole = await validate(value)
  if (whole === true) {
    return true
  }
  const t = translator({ t: req.t as never })
  const lines: string[] = []
  for (const node of nodesIn(value)) {
    const { children: _, ...alone } = node
    const found = await validate({ root: { type: 'root', children: [alone] } })
    if (found !== true) {
      const labels = labelsOf({ fields: fieldsOfNode({ editor, node, req }), found })
      lines.push(
        [nameOf({ node, t }), labels.join(t('incomplete:and'))].filter(Boolean).join(' → '),
      )
    }
  }
  if (lines.length === 0) {
    return whole
  }
  const chapter = chapterAt({ path, siblingData, t })
  const context = req.context as { incompleteParts?: IncompleteParts }
  context.incompleteParts = {
    ...context.incompleteParts,
    [path.join('.')]: lines.map((line) => [chapter, line].filter(Boolean).join(' → ')),
  }
  return t('incomplete:text', { parts: lines.join('; ') })
}

/** Whatever stands in a text, from the top to the end. */
function* nodesIn(value: unknown): Generator<Record<string, unknown>> {
  const root = isRecord(value) && isRecord(value.root) ? value.root : value
  const children: unknown = isRecord(root) ? root.children : undefined
  for (const child of Array.isArray(children) ? (children as unknown[]) : []) {
    if (isRecord(child)) {
      yield child
      yield* nodesIn(child)
    }
  }
}

const KINDS: Record<string, VitrineKey> = {
  autolink: 'incomplete:link',
  link: 'incomplete:link',
  upload: 'incomplete:picture',
}

const nameOf = ({ node, t }: { node: Record<string, unknown>; t: Translate }): string => {
  const { blockType } = isRecord(node.fields) ? node.fields : {}
  const block = blocks.find(({ slug }) => slug === blockType)
  return typeof block?.labels?.singular === 'string'
    ? block.labels.singular
    : t(KINDS[String(node.type)] ?? 'incomplete:part')
}

/** As Payload ends its sentence about a block. */
const PATHS = /The following fields are invalid: (.*)$/

const labelsOf = ({
  fields = [],
  found,
}: {
  fields: FlattenedField[] | undefined
  found: string
}): string[] => {
  const paths = PATHS.exec(found)?.[1]?.split(', ') ?? []
  return [...new Set(paths.map((path) => labelOf({ fields, path: path.split('.') })))]
}

const labelOf = ({ fields, path }: { fields: FlattenedField[]; path: string[] }): string => {
  const [name = '', ...rest] = path
  const field = fields.find((one) => one.name === name)
  const label =
    field && 'label' in field && typeof field.label === 'string' ? field.label : asWords(name)
  const [row, ...inRow] = rest
  if (!field || !('flattenedFields' in field) || row === undefined) {
    return label
  }
  return /^\d+$/.test(row)
    ? `${label} ${Number(row) + 1} → ${labelOf({ fields: field.flattenedFields, path: inRow })}`
    : `${label} → ${labelOf({ fields: field.flattenedFields, path: rest })}`
}

/** As Payload makes a label of a name. */
const asWords = (name: string): string =>
  name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').replace(/^./, (first) => first.toUpperCase())

const chapterAt = ({
  path,
  siblingData,
  t,
}: {
  path: (number | string)[]
  siblingData: unknown
  t: Translate
}): string | undefined => {
  const [list, row] = path
  const kind = isRecord(siblingData) ? siblingData.kind : undefined
  return list === 'chapters'
    ? t('incomplete:chapter', { number: Number(row) + 1, kind: t(chapterName(kind)) })
    : undefined
}
