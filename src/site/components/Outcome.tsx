/** Outcomes as figures, changes and bars. */
import type { OutcomeView } from '../model.ts'
import type { Strings } from '../strings/index.ts'
import { Arrow } from './icons.tsx'

/** A figure whose unit may be set smaller than its number. */
export const Figure = ({ outcome, className }: { outcome: OutcomeView; className?: string }) => {
  const { number, unit, isUnitFirst } = outcome.parts
  const sign = isUnitFirst ? (/^[−+]/.exec(number)?.[0] ?? '') : ''
  return (
    <span className={className ? `figure ${className}` : 'figure'}>
      {sign}
      {isUnitFirst && <span className="figure-unit is-first">{unit}</span>}
      <span className="figure-number">{number.slice(sign.length)}</span>
      {!isUnitFirst && unit !== '' && <span className="figure-unit">{unit}</span>}
    </span>
  )
}

/** "94 s → 31 s", read aloud as "94 s to 31 s". */
export const Change = ({ outcome, strings }: { outcome: OutcomeView; strings: Strings }) =>
  outcome.before !== null && outcome.after !== null ? (
    <span className="change">
      <span className="change-before">{outcome.before}</span> <Arrow />
      <span className="visually-hidden"> {strings.to} </span>{' '}
      <span className="change-after">{outcome.after}</span>
    </span>
  ) : null

/**
 * Before and after as two bars on one scale that starts at zero: a difference looks as large as it is.
 * The labels carry the values, so the drawing itself is hidden from screen readers.
 */
export const Bars = ({ outcome, strings }: { outcome: OutcomeView; strings: Strings }) => {
  if (!outcome.chart || outcome.before === null || outcome.after === null) {
    return null
  }
  const { before, after } = outcome.chart
  const bars = scale([before, after])
  const rows = [
    { key: 'before', label: strings.before, text: outcome.before, bar: bars[0] },
    { key: 'after', label: strings.after, text: outcome.after, bar: bars[1] },
  ]
  return (
    <dl className="bars">
      {rows.map((row) => (
        <div key={row.key} className={`bar is-${row.key}`}>
          <dt>{row.label}</dt>
          <dd>
            <svg
              viewBox="0 0 100 10"
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              <rect x="0" y="9" width="100" height="1" className="bar-track" />
              <rect
                x={row.bar?.start}
                y="0"
                width={row.bar?.width}
                height="10"
                className="bar-fill"
              />
            </svg>
            <span className="bar-value">{row.text}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Percent positions of bars on a common scale that contains zero. */
export const scale = (values: number[]): { start: number; width: number }[] => {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const span = high - low || 1
  return values.map((value) => ({
    start: round(((Math.min(0, value) - low) / span) * 100),
    // A zero still shows where it stands.
    width: Math.max(0.4, round((Math.abs(value) / span) * 100)),
  }))
}

const round = (value: number): number => Math.round(value * 100) / 100
