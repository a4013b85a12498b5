/** What is said of a file before it is downloaded. */

/** "PDF, 2.4 MB"; null when neither is known. */
export const fileDetail = (
  file: { mimeType?: string | null; filesize?: number | null; filename?: string | null },
  locale: string,
): string | null => {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(file.filename ?? '')?.[1]?.toUpperCase()
  const size = file.filesize ? formatBytes(file.filesize, locale) : null
  return [extension, size].filter(Boolean).join(', ') || null
}

const formatBytes = (bytes: number, locale: string): string => {
  const [value, unit] =
    bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] : [Math.max(1, bytes / 1e3), 'kilobyte']
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value)
}
