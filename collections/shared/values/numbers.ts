// Which numbers a field holds: those between its bounds, whole ones where it counts something, and in any case none
// that is only a number to a computer. Runs in browsers too.
import type { NumberField } from 'payload'

export type Bounds = Pick<NumberField, 'max' | 'min'> & { isWhole?: boolean }

/** For a field's `custom`: years and counts have no decimals. */
export const WHOLE = { isWhole: true } as const

export const boundsOf = ({
  custom,
  max,
  min,
}: Pick<NumberField, 'custom' | 'max' | 'min'>): Bounds => ({
  isWhole: custom?.isWhole === true,
  ...(max === undefined ? {} : { max }),
  ...(min === undefined ? {} : { min }),
})

export const isWithin = (value: number, { isWhole, max, min }: Bounds): boolean =>
  Math.abs(value) <= Number.MAX_SAFE_INTEGER &&
  (min === undefined || value >= min) &&
  (max === undefined || value <= max) &&
  (!isWhole || Number.isInteger(value))

/** As in “holds a whole number from 1950 to 2100”. */
export const nameOf = ({ isWhole, max, min }: Bounds): string => {
  const kind = isWhole ? 'a whole number' : 'a number'
  if (min !== undefined && max !== undefined) {
    return `${kind} from ${min} to ${max}`
  }
  if (min !== undefined || max !== undefined) {
    return `${kind} of at ${min === undefined ? `most ${max}` : `least ${min}`}`
  }
  return `${kind} such as ${isWhole ? '12' : '12.5'} with at most 15 digits`
}

const GROUPED_BY_COMMA = /^[+-]?\d{1,3}(,\d{3})+\.\d*$|^[+-]?\d{1,3}(,\d{3}){2,}$/
const GROUPED_BY_POINT = /^[+-]?\d{1,3}(\.\d{3})+,\d*$|^[+-]?\d{1,3}(\.\d{3}){2,}$/
const GROUPED_BY_SPACE = /^[+-]?\d{1,3}([ \u00a0\u2009\u202f]\d{3})+([.,]\d*)?$/
/** Some read 1,234 as a thousand, others as a little more than one. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2},\d{3}$/
const PLAIN = /^[+-]?(\d+([.,]\d+)?|[.,]\d+)(e[+-]?\d+)?$/i

/**
 * A number as people type and paste it: with a decimal comma, the minus sign of a typographer, groups of three digits.
 *
 * @returns undefined when it is none, or could be read in two ways
 * @example readNumber('−1.234,5') // -1234.5
 */
export const readNumber = (typed: string): number | undefined => {
  const text = typed.trim().replace(/^\u2212/, '-')
  if (AMBIGUOUS.test(text)) {
    return undefined
  }
  const plain = withoutGroups(text)
  const number = PLAIN.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}

const withoutGroups = (text: string): string => {
  if (GROUPED_BY_COMMA.test(text)) {
    return text.replaceAll(',', '')
  }
  if (GROUPED_BY_POINT.test(text)) {
    return text.replaceAll('.', '')
  }
  return GROUPED_BY_SPACE.test(text) ? text.replace(/[ \u00a0\u2009\u202f]/g, '') : text
}
