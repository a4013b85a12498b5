// Dates as people type them: ISO ones, those with points, and those that the admin shows. Runs in browsers too.

type Options = {
  /** Whether the field has a time; one without is at noon, UTC, as Payload's calendar has it. */
  hasTime: boolean
  /** In which months are named, beside English. */
  language: string
}

const TIME = String.raw`(?:(?:,\s*|\s+|T)(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?`
const ISO = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})${TIME}$`, 'i')
const ISO_WITH_ZONE =
  /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/i
const WITH_POINTS = new RegExp(String.raw`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})${TIME}$`)
const WITH_MONTH = new RegExp(String.raw`^(\d{1,2})\.?\s+(\p{L}{3,})\.?,?\s+(\d{4})${TIME}$`, 'u')

type Parts = { year: number; month: number; day: number; hour?: string; minute?: string }

/**
 * @returns the date as it is stored, or undefined while it is not whole or no such day exists
 * @example readDate('24 Dec 2026', { hasTime: false, language: 'en' }) // '2026-12-24T12:00:00.000Z'
 */
export const readDate = (typed: string, { hasTime, language }: Options): string | undefined => {
  const text = typed.trim()
  const zoned = ISO_WITH_ZONE.exec(text)
  const parts = zoned
    ? { year: Number(zoned[1]), month: Number(zoned[2]), day: Number(zoned[3]) }
    : partsOf({ language, text })
  if (!parts || !isDay(parts)) {
    return undefined
  }
  if (zoned && hasTime) {
    const at = new Date(text)
    return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
  }
  const { day, hour, minute, month, year } = parts
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || (hour !== undefined && !hasTime)) {
    return undefined
  }
  const at = hasTime
    ? new Date(year, month - 1, day, Number(hour ?? 0), Number(minute ?? 0))
    : new Date(Date.UTC(year, month - 1, day, 12))
  return at.toISOString()
}

/** Whether it is a date as it is stored, in full. */
export const isMoment = (text: string): boolean => ISO_WITH_ZONE.test(text)

const partsOf = ({ language, text }: { language: string; text: string }): Parts | undefined => {
  const iso = ISO.exec(text)
  if (iso) {
    return partsIn({
      year: iso[1],
      month: Number(iso[2]),
      day: iso[3],
      hour: iso[4],
      minute: iso[5],
    })
  }
  const found = WITH_POINTS.exec(text) ?? WITH_MONTH.exec(text)
  if (!found) {
    return undefined
  }
  const [, day, named = '', year, hour, minute] = found
  const month = /^\d/.test(named) ? Number(named) : monthNamed({ language, name: named })
  return partsIn({ year, month, day, hour, minute })
}

const partsIn = ({
  day,
  hour,
  minute,
  month,
  year,
}: {
  day: string | undefined
  hour: string | undefined
  minute: string | undefined
  month: number
  year: string | undefined
}): Parts => ({
  year: Number(year),
  month,
  day: Number(day),
  ...(hour === undefined ? {} : { hour }),
  ...(minute === undefined ? {} : { minute }),
})

/** The first three letters are enough. @returns 0 when no month has the name. */
const monthNamed = ({ language, name }: { language: string; name: string }): number => {
  const begins = (locale: string): number =>
    MONTHS.findIndex((month) =>
      new Date(Date.UTC(2026, month, 1))
        .toLocaleDateString(locale, { month: 'long', timeZone: 'UTC' })
        .toLocaleLowerCase(locale)
        .startsWith(name.toLocaleLowerCase(locale)),
    ) + 1
  return begins(language) || begins('en')
}

const MONTHS = Array.from({ length: 12 }, (_, month) => month)

/** `Date` takes 31 February for 3 March, and the year 26 for 1926. */
const isDay = ({ day, month, year }: Parts): boolean =>
  year >= 1000 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
