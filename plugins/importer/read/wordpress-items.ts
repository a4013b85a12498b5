/** The entries of a WordPress export as the XML parser leaves them: their texts and what identifies them. */

type Value = unknown
export type Item = Record<string, Value>

export type KeysOf = (item: Item, otherwise: string) => { key: string; formerKeys: string[] }

/**
 * An entry's guid, as WordPress means it. Copied and moved entries share one, so those have their number with
 * it; an entry that shares it no longer, or not yet, is found by the other of the two.
 *
 * @param guids How many entries have each.
 */
export const keyMaker =
  (guids: ReadonlyMap<string, number>): KeysOf =>
  (item, otherwise) => {
    const [guid, id] = [str(item['guid']), str(item['wp:post_id'])]
    if (guid === '' || id === '') {
      return { formerKeys: [], key: guid || otherwise }
    }
    const numbered = `${guid}#${id}`
    return (guids.get(guid) ?? 0) > 1
      ? { formerKeys: [guid], key: numbered }
      : { formerKeys: [numbered], key: guid }
  }

export const asList = (value: Value): Value[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

export const isItem = (value: Value): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text of a node: text, CDATA, or both in pieces. */
export const rawText = (value: Value): string => {
  if (typeof value === 'string' || typeof value === 'number') {
    return String(value)
  }
  if (Array.isArray(value)) {
    return value.map(rawText).join('')
  }
  if (isItem(value)) {
    const inner = rawText(value['#cdata'])
    return inner !== '' ? inner : rawText(value['#text'])
  }
  return ''
}

export const str = (value: Value): string => rawText(value).trim()

export const readMeta = (item: Item): Map<string, string> =>
  new Map(
    asList(item['wp:postmeta'])
      .filter(isItem)
      .map((meta): [string, string] => [str(meta['wp:meta_key']), rawText(meta['wp:meta_value'])]),
  )

/** A plugin takes entries offline at a time, in seconds; the export still calls them published. */
export const hasEnded = (meta: Map<string, string>): boolean =>
  ['_expiration-date', '_post_expire_date'].some((key) => {
    const ends = Number(meta.get(key) ?? Infinity)
    return Number.isNaN(ends) || ends * 1000 <= Date.now()
  })

export const safeDecode = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
