// Queries for everything that the GraphQL schema has: each list with every field, and every field of
// what is read along.
import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'

/** One query for each list and each set of arguments. */
export const queriesOf = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const names = field.args.map(({ name }) => name)
    const isList = ['limit', 'where'].every((name) => names.includes(name))
    if (!isList) {
      return []
    }
    const has = (name: string, value: string) => (names.includes(name) ? [`${name}: ${value}`] : [])
    const shapes = [
      ['limit: 100'],
      ['limit: 100', ...has('draft', 'true'), ...has('trash', 'true'), ...has('locale', 'de')],
    ]
    return shapes.map((shape) => `{ ${field.name}(${shape.join(', ')}) ${selectionOf(field, 3)} }`)
  })

const selectionOf = (field: GraphQLField<unknown, unknown>, depth: number): string => {
  const inner = innerOf(getNamedType(field.type), depth)
  return inner === null ? '' : `{ ${inner} }`
}

const innerOf = (type: GraphQLNamedType, depth: number): string | null => {
  if (isUnionType(type)) {
    return type
      .getTypes()
      .map((one) => `... on ${one.name} { ${innerOf(one, depth) ?? '__typename'} }`)
      .join(' ')
  }
  if (!isObjectType(type) && !isInterfaceType(type)) {
    return null
  }
  const parts = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type)
    const needsMore = field.args.some((arg) => isNonNullType(arg.type))
    if (needsMore) {
      return []
    }
    if (isScalarType(named) || isEnumType(named)) {
      return [field.name]
    }
    // Lists and groups of a document are part of it; other documents cost a level.
    return depth > 0 && !isUnionType(named)
      ? [`${field.name} ${selectionOf(field, depth - 1)}`]
      : []
  })
  return parts.length === 0 ? '__typename' : parts.join(' ')
}
