/** Results in front matter: lists of label and value, in the spellings that people use. */
import type { ImportedOutcome } from '../types.ts'

import { isRecord, pick, text } from './values.ts'

export const readOutcomes = (value: unknown): ImportedOutcome[] => {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) =>
      isRecord(item) ? fromRecord(item) : typeof item === 'string' ? fromText(item) : [],
    )
  }
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([label, amount]) =>
      typeof amount === 'string' || typeof amount === 'number'
        ? [
            {
              label,
              ...measure(
                typeof amount === 'string' || typeof amount === 'number' ? String(amount) : '',
              ),
            },
          ]
        : [],
    )
  }
  return []
}

const fromRecord = (item: Record<string, unknown>): ImportedOutcome[] => {
  const label = text(pick(item, 'label', 'title', 'name', 'description', 'text', 'metric'))
  const amount = pick(item, 'value', 'number', 'figure', 'stat', 'amount', 'result')
  if (!label) {
    return []
  }
  const unit = text(pick(item, 'unit', 'suffix'))
  const before = numberOf(pick(item, 'before', 'from'))
  const after = numberOf(pick(item, 'after', 'to'))
  return [
    {
      label,
      ...(amount === undefined
        ? {}
        : measure(typeof amount === 'string' || typeof amount === 'number' ? String(amount) : '')),
      ...(unit ? { unit } : {}),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  ]
}

/** "+45% more sign-ups": the number leads. Anything else is a label without a number. */
const fromText = (item: string): ImportedOutcome[] => {
  const match = /^\s*([+−-]?\s?[\d][\d.,]*)\s*(%|x|×|[kKmM]\b|€|\$)?\s+(.+)$/u.exec(item)
  return match?.[1] && match[3]
    ? [{ label: match[3], ...measure(`${match[1]}${match[2] ?? ''}`) }]
    : item.trim()
      ? [{ label: item.trim() }]
      : []
}

export const measure = (source: string): { value?: number; unit?: string } => {
  const match = /^\s*([€$£]?)\s*([+−-]?)\s*([\d][\d.,\s]*)\s*(.*)$/u.exec(source)
  const value = match?.[3] ? numberOf(match[3]) : undefined
  if (!match || value === undefined) {
    return { unit: source.trim().slice(0, 20) || undefined }
  }
  const unit = `${match[1] ?? ''}${match[4] ?? ''}`.trim()
  return { value: match[2] === '-' || match[2] === '−' ? -value : value, ...(unit ? { unit } : {}) }
}

const numberOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') {
    return value
  }
  if (typeof value !== 'string') {
    return undefined
  }
  const digits = value.replace(/\s/g, '')
  // 1,200 and 1.200 are thousands; 1,5 and 1.5 are not.
  const plain = /^-?\d{1,3}([.,]\d{3})+$/.test(digits)
    ? digits.replace(/[.,]/g, '')
    : digits.replace(',', '.')
  const number = Number(plain.replace(/[^\d.-]/g, ''))
  return plain === '' || Number.isNaN(number) ? undefined : number
}
