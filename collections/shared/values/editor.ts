// What the editor of a field offers: its nodes, headings and blocks, and where its links may lead.
import type { LexicalRichTextAdapter } from '@payloadcms/richtext-lexical'
import { flattenAllFields, type Field, type FlattenedField, type PayloadRequest } from 'payload'
import { isRecord } from './fault.ts'

/** The fields of a block, an upload or a link. */
export const fieldsOfNode = ({
  editor,
  node,
  req,
}: {
  editor: LexicalRichTextAdapter
  node: Record<string, unknown>
  req: PayloadRequest
}): FlattenedField[] | undefined => {
  const { getSubFields } = editor.editorConfig.features
  const fields: Field[] | null | undefined = getSubFields?.get(node.type as string)?.({
    node: node as never,
    req,
  })
  return fields ? flattenAllFields({ cache: true, fields }) : undefined
}

/** Those that the editor offers, from the highest to the lowest. */
export const headingsOf = ({ editorConfig }: LexicalRichTextAdapter): readonly string[] => {
  const props: unknown = editorConfig.resolvedFeatureMap.get('heading')?.sanitizedServerFeatureProps
  const sizes = isRecord(props) ? props.enabledHeadingSizes : undefined
  return Array.isArray(sizes) ? (sizes as string[]) : EVERY_HEADING
}

const EVERY_HEADING = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

export const isTag = (tag: unknown): tag is string =>
  (EVERY_HEADING as readonly unknown[]).includes(tag)

/** The type of a node that a feature of an editor brings. */
export const typeOf = ({ node }: { node: unknown }): string => {
  const klass = (isRecord(node) && 'replace' in node ? node.replace : node) as {
    getType: () => string
  }
  return klass.getType()
}

/** The collections that a feature of the editor points at. */
export const enabledFor = ({
  editorConfig,
  key,
}: {
  editorConfig: LexicalRichTextAdapter['editorConfig']
  key: string
}): readonly string[] => {
  const props: unknown = editorConfig.resolvedFeatureMap.get(key)?.sanitizedServerFeatureProps
  const enabled = isRecord(props) ? (props.enabledCollectionSlugs ?? props.enabledCollections) : []
  return Array.isArray(enabled) ? (enabled as string[]) : []
}
