// “3 hours ago”, “in 2 days”: times as people say them.

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60],
  ['hour', 60],
  ['day', 24],
  ['week', 7],
]

/**
 * A time relative to now, in the largest unit that fits up to weeks; beyond eight weeks the date.
 *
 * @param date ISO 8601.
 * @param language BCP 47.
 */
export const relativeTime = ({
  date,
  language,
  now,
}: {
  date: string
  language: string
  now: Date
}): string => {
  const time = new Date(date)
  const seconds = (time.getTime() - now.getTime()) / 1000
  if (Math.abs(seconds) > 8 * 7 * 24 * 3600) {
    return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(time)
  }
  let amount = seconds
  let unit: Intl.RelativeTimeFormatUnit = 'second'
  for (const [next, size] of UNITS) {
    if (Math.abs(Math.round(amount)) < size) {
      break
    }
    amount /= size
    unit = next
  }
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  // Seconds help nobody: anything below a minute is now.
  return unit === 'second' ? format.format(0, 'second') : format.format(Math.round(amount), unit)
}
