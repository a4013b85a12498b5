// A time as people say it, with the exact one for machines and on hover.
import { relativeTime } from './relativeTime.ts'

export const When = ({ date, language, now }: { date: string; language: string; now: Date }) => (
  <time
    dateTime={date}
    title={new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(
      new Date(date),
    )}
  >
    {relativeTime({ date, language, now })}
  </time>
)
