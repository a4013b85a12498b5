// Rich texts without CSS that nobody may write; see `css.ts`. What was stored before there was a rule comes back from
// earlier versions, copies and other languages, and whoever brings it back could not find the CSS to take it away.
import { isColor, isPlainStyle, plainStyleOf } from './css.ts'
import { isRecord } from './fault.ts'

const STYLES = ['style', 'textStyle'] as const

/**
 * One node, without what stands in it.
 *
 * @returns the same when all of its CSS may stay
 */
export const plainNode = (node: Record<string, unknown>): Record<string, unknown> => {
  const styled = STYLES.filter(
    (name) => typeof node[name] === 'string' && !isPlainStyle(node[name]),
  )
  const { backgroundColor } = node
  const isColored = typeof backgroundColor === 'string' && !isColor(backgroundColor)
  return styled.length === 0 && !isColored
    ? node
    : {
        ...node,
        ...Object.fromEntries(styled.map((name) => [name, plainStyleOf(String(node[name]))])),
        ...(isColored ? { backgroundColor: null } : {}),
      }
}

/**
 * A document, or any part of one, in one language or in all.
 *
 * @returns the same when all CSS of its texts may stay
 */
export const withPlainTexts = <T>(value: T): T => within(value, false) as T

const within = (value: unknown, isNode: boolean): unknown => {
  if (Array.isArray(value)) {
    const items = value as unknown[]
    const after = items.map((item) => within(item, isNode))
    return after.every((item, index) => item === items[index]) ? value : after
  }
  // Dates and files are no parts of a document's JSON.
  if (!isRecord(value) || !isPlainObject(value)) {
    return value
  }
  const own = isNode ? plainNode(value) : value
  const changed = Object.entries(own).flatMap(([name, inner]) => {
    const isText = isRecord(inner) && name === 'root' && inner.type === 'root'
    const after = within(inner, isText || (isNode && name === 'children'))
    return after === inner ? [] : [[name, after] as const]
  })
  return changed.length === 0 ? own : { ...own, ...Object.fromEntries(changed) }
}

const isPlainObject = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
