// How much one GraphQL request asks at once. Each field of the operation itself is a question of its own, with its own
// statements, and under other names the same one can be asked any number of times. The count of what a query costs
// sees each as a small one.
import { GraphQLError, Kind, type DocumentNode, type SelectionSetNode } from 'graphql'

const MOST_QUESTIONS = 25

/** @param document One that GraphQL's own rules have passed: no fragment includes itself. */
export const tooManyQuestions = (document: DocumentNode): GraphQLError | undefined => {
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet] as const] : [],
    ),
  )
  const count = ({ selections }: SelectionSetNode, seen: readonly string[] = []): number => {
    let sum = 0
    for (const one of selections) {
      if (one.kind === Kind.FIELD) {
        sum += 1
      } else if (one.kind === Kind.INLINE_FRAGMENT) {
        sum += count(one.selectionSet, seen)
      } else if (!seen.includes(one.name.value)) {
        const inner = fragments.get(one.name.value)
        sum += inner ? count(inner, [...seen, one.name.value]) : 0
      }
      if (sum > MOST_QUESTIONS) {
        break
      }
    }
    return sum
  }
  const isTooMuch = document.definitions.some(
    (one) => one.kind === Kind.OPERATION_DEFINITION && count(one.selectionSet) > MOST_QUESTIONS,
  )
  return isTooMuch
    ? new GraphQLError(
        `One request asks at most ${MOST_QUESTIONS} things: fields of the operation itself. Send several.`,
      )
    : undefined
}
