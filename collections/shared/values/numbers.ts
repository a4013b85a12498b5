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
