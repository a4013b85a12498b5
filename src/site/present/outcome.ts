/**
 * Typed outcomes, formatted once: the hero, the card, the preview image and the structured data all read
 * what this module says, so that they cannot disagree.
 */
import type { OutcomeDoc } from '../documents.ts'
import type { OutcomeView } from '../model.ts'

/**
 * The view of one outcome, or null when it holds neither a figure nor a before and after.
 *
 * The unit belongs to `value`. It belongs to `before` and `after` too, unless the unit is a percentage and the
 * value is simply the relative change between them: "−67%" from 94 to 31 does not make those 94% and 31%.
 */
export const presentOutcome = ({
  outcome,
  locale,
}: {
  outcome: OutcomeDoc
  locale: string
}): OutcomeView | null => {
  const value = numberOf(outcome.value)
  const before = numberOf(outcome.before)
  const after = numberOf(outcome.after)
  const unit = outcome.unit?.trim() || null
  const main = value ?? after
  const label = outcome.label?.trim() ?? ''
  if (main === null || label === '') {
    return null
  }
  const isChange = isRelativeChange({ value, before, after, unit })
  const pairUnit = isChange ? null : unit
  const parts = formatParts({ value: main, unit, locale, isSigned: isChange })
  const beforeText =
    before === null ? null : join(formatParts({ value: before, unit: pairUnit, locale }))
  const afterText =
    after === null ? null : join(formatParts({ value: after, unit: pairUnit, locale }))
  const timeframe = outcome.timeframe?.trim() || null
  const view = {
    label,
    figure: join(parts),
    parts,
    before: beforeText,
    after: afterText,
    chart: before !== null && after !== null ? { before, after } : null,
    timeframe,
    source: outcome.source?.trim() || null,
    raw: { value, unit, before, after },
  }
  return { ...view, sentence: sentenceOf(view) }
}

export const presentOutcomes = ({
  outcomes,
  locale,
}: {
  outcomes: OutcomeDoc[] | null | undefined
  locale: string
}) => (outcomes ?? []).flatMap((outcome) => presentOutcome({ outcome, locale }) ?? [])

/** A number with its unit in the language's own way: 67%, 67 %, $1.2M, 31 s, 3.2×. */
export const formatFigure = (args: {
  value: number
  unit: string | null
  locale: string
}): string => join(formatParts(args))

type Parts = OutcomeView['parts']

const NARROW_NO_BREAK_SPACE = '\u202f'
const NO_BREAK_SPACE = '\u00a0'
const currencies: Record<string, string> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  CHF: 'CHF',
  kr: 'SEK',
}
const gluedUnits = new Set(['×', 'x', '°', '′', '″', '‰'])
const compactFrom = 1_000_000

const formatParts = ({
  value,
  unit,
  locale,
  isSigned = false,
}: {
  value: number
  unit: string | null
  locale: string
  isSigned?: boolean
}): Parts => {
  const options: Intl.NumberFormatOptions = {
    maximumFractionDigits: 2,
    // Figures in content are read across languages; Latin digits keep charts and tables aligned.
    numberingSystem: 'latn',
    ...(isSigned ? { signDisplay: 'exceptZero' as const } : {}),
    ...(Math.abs(value) >= compactFrom ? { notation: 'compact' as const } : {}),
  }
  if (unit === null) {
    return {
      number: minus(new Intl.NumberFormat(locale, options).format(value)),
      unit: '',
      isUnitFirst: false,
    }
  }
  if (unit === '%') {
    return splitUnit(
      new Intl.NumberFormat(locale, { ...options, style: 'percent' }).formatToParts(value / 100),
      'percentSign',
    )
  }
  const currency = currencies[unit] ?? (isCurrencyCode(unit) ? unit : null)
  if (currency !== null) {
    const digits = Number.isInteger(value) ? { minimumFractionDigits: 0 } : {}
    return splitUnit(
      new Intl.NumberFormat(locale, {
        ...options,
        ...digits,
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
      }).formatToParts(value),
      'currency',
    )
  }
  const number = minus(new Intl.NumberFormat(locale, options).format(value))
  return {
    number,
    unit: gluedUnits.has(unit) ? (unit === 'x' ? '×' : unit) : `${NO_BREAK_SPACE}${unit}`,
    isUnitFirst: false,
  }
}

const splitUnit = (parts: Intl.NumberFormatPart[], type: string): Parts => {
  const unitAt = parts.findIndex((part) => part.type === type)
  const numberAt = parts.findIndex((part) => part.type === 'integer')
  const isUnitFirst = unitAt < numberAt
  const isUnit = (part: Intl.NumberFormatPart, index: number) =>
    part.type === type ||
    (part.type === 'literal' &&
      (isUnitFirst ? index < numberAt : index > numberAt && index < unitAt))
  const number = minus(
    parts
      .filter((part, index) => !isUnit(part, index))
      .map((part) => part.value)
      .join(''),
  )
  const unit = parts
    .filter(isUnit)
    .map((part) => part.value)
    .join('')
    .replace(NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE)
  return { number, unit, isUnitFirst }
}

/** "−€1.2M": the sign stands before the unit when the unit comes first. */
const join = ({ number, unit, isUnitFirst }: Parts): string => {
  if (!isUnitFirst) {
    return `${number}${unit}`
  }
  const sign = /^[−+]/.exec(number)?.[0] ?? ''
  return `${sign}${unit}${number.slice(sign.length)}`
}

const minus = (text: string): string => text.replace(/^-/, '−')

const isRelativeChange = ({
  value,
  before,
  after,
  unit,
}: {
  value: number | null
  before: number | null
  after: number | null
  unit: string | null
}): boolean => {
  if (value === null || before === null || after === null || before === 0 || unit !== '%') {
    return false
  }
  const change = ((after - before) / Math.abs(before)) * 100
  // Editors round: "two thirds less" is written as 67, 66 or −66.7.
  return (
    Math.abs(Math.abs(change) - Math.abs(value)) <= Math.max(1, Math.abs(change) * 0.02) &&
    Math.abs(value - after) > 0.001
  )
}

const sentenceOf = (view: Omit<OutcomeView, 'sentence'>): string => {
  const figure =
    view.before !== null && view.after !== null
      ? view.figure === view.after
        ? `${view.before} → ${view.after}`
        : `${view.figure} (${view.before} → ${view.after})`
      : view.figure
  return `${view.label}: ${figure}${view.timeframe ? `, ${view.timeframe}` : ''}`
}

const numberOf = (value: number | null | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

const isCurrencyCode = (unit: string): boolean =>
  /^(EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|JPY|CAD|AUD|NZD|INR|CNY|BRL|MXN|ZAR|ILS|AED|SAR)$/.test(
    unit,
  )
