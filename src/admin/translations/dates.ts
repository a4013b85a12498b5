// Dates as the rest of the admin writes them: “27 Nov 2026” and “27 Nov 2026, 07:20”, see dateFormat.

type Args = { language: string; value: string }

export const dayOf = ({ language, value }: Args): string =>
  new Date(value).toLocaleDateString(regionOf(language), { dateStyle: 'medium' })

export const timeOf = ({ language, value }: Args): string =>
  new Date(value).toLocaleString(regionOf(language), { dateStyle: 'medium', timeStyle: 'short' })

const regionOf = (language: string): string => (language === 'en' ? 'en-GB' : language)
