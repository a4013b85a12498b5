/** A title in another language than the one that was asked for: “Ein Tisch (DE)”. */
export const inOtherLanguage = ({
  language,
  title,
}: {
  language: string
  title: string
}): string => (title === '' ? '' : `${title} (${language.toUpperCase()})`)
