// GraphQL reads of a document what is asked for, as REST does with “select”: without it each comes whole, with all of
// its chapters, whatever is left of it in the answer. Payload can do so where its argument `select` says it; what it
// makes of the fields that are asked for loses some where one is named twice, so it gets them merged.
import {
  getNamedType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'

type Args = Record<string, unknown>

/** Every query that takes `select`; who names it has it as they say. */
export const selectWhatIsAsked = ({ schema }: { schema: GraphQLSchema }): void => {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const { args, resolve } = field
    if (resolve && args.some(({ name }) => name === 'select')) {
      field.resolve = selecting(resolve)
    }
  }
}

const selecting =
  (resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> =>
  (source, given: Args, context, info) =>
    resolve(
      source,
      { ...given, select: given.select ?? true },
      withOwnSelect(context as object),
      withMergedFields(info),
    )

/**
 * Payload keeps one selection in the context of all fields, which are read at once: references would be read with that
 * of another field. They are read whole.
 */
const withOwnSelect = (context: object): object =>
  new Proxy(context, {
    set: (target, key, value) => key === 'select' || Reflect.set(target, key, value),
  })

const withMergedFields = (info: GraphQLResolveInfo): GraphQLResolveInfo => {
  const type = getNamedType(info.returnType)
  const [first, ...others] = info.fieldNodes
  if (!first || !isObjectType(type)) {
    return info
  }
  const selectionSet = merged({
    fragments: info.fragments,
    sets: [first, ...others].flatMap((node) => node.selectionSet ?? []),
    type,
  })
  return { ...info, fieldNodes: [{ ...first, selectionSet: withDocs({ selectionSet, type }) }] }
}

/** A list of which only the number is asked for reads no more of its documents than their ids. */
const withDocs = ({
  selectionSet,
  type,
}: {
  selectionSet: SelectionSetNode
  type: GraphQLObjectType
}): SelectionSetNode => {
  const { selections } = selectionSet
  const isAsked = selections.some((one) => one.kind === Kind.FIELD && one.name.value === 'docs')
  if (!('docs' in type.getFields()) || isAsked) {
    return selectionSet
  }
  const docs = fieldNode('docs', { kind: Kind.SELECTION_SET, selections: [fieldNode('id')] })
  return { ...selectionSet, selections: [...selections, docs] }
}

const fieldNode = (name: string, selectionSet?: SelectionSetNode): FieldNode => ({
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: name },
  ...(selectionSet ? { selectionSet } : {}),
})

type MergeArgs = {
  fragments: Record<string, FragmentDefinitionNode>
  sets: readonly SelectionSetNode[]
  type: GraphQLObjectType
}

/** Each field once, under its own name, with everything that is asked of it anywhere. */
const merged = ({ fragments, sets, type }: MergeArgs): SelectionSetNode => {
  const asked = new Map<string, { node: FieldNode; sets: SelectionSetNode[] }>()
  const note = (set: SelectionSetNode): void => {
    for (const one of set.selections) {
      if (one.kind === Kind.FIELD) {
        const known = asked.get(one.name.value) ?? { node: one, sets: [] }
        known.sets.push(...(one.selectionSet ? [one.selectionSet] : []))
        asked.set(one.name.value, known)
      } else {
        const inner =
          one.kind === Kind.INLINE_FRAGMENT
            ? one.selectionSet
            : fragments[one.name.value]?.selectionSet
        if (inner) {
          note(inner)
        }
      }
    }
  }
  sets.forEach(note)
  const selections = [...asked].map(([name, { node, sets: inner }]): FieldNode => {
    const { selectionSet: _, ...alone } = node
    const field = type.getFields()[name]
    const innerType = field && getNamedType(field.type)
    return innerType && isObjectType(innerType) && inner.length > 0 && !isReference(field)
      ? { ...alone, selectionSet: merged({ fragments, sets: inner, type: innerType }) }
      : alone
  })
  return { kind: Kind.SELECTION_SET, selections }
}

/** Its own fields are those of another document. */
const isReference = ({ extensions }: { extensions: { field?: unknown } }): boolean => {
  const { type } = (extensions.field ?? {}) as { type?: string }
  return type === 'relationship' || type === 'upload'
}
