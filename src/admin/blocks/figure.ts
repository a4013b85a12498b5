// A number with its unit as it is set in running text.

const TIGHT = new Set(['%', '×', 'x', '°', '‰'])

/**
 * The number in the language's own digits and separators, a true minus sign, and the unit: tight
 * for signs, after a narrow no-break space for words.
 *
 * @example figureOf({ value: -38, unit: '%', language: 'en' }) // '−38%'
 */
export const figureOf = ({
  language,
  unit,
  value,
}: {
  language: string
  unit?: string | null | undefined
  /** A text while it is half typed. */
  value?: number | string | null | undefined
}): string => {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return ''
  }
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 20 })
    .format(value)
    .replace(/^-/, '−')
  return unit ? `${number}${TIGHT.has(unit) ? '' : '\u202f'}${unit}` : number
}
