// What the values of fields are. Payload takes a number or a date that is none for “no value”, reads `12abc`
// as 12 and 30 February as 2 March, and leaves the rest to the database, which names no field.
import type { FlattenedField } from 'payload'
import { isSlug, takesSlug } from '../fields/slug.ts'
import { urlKindOf } from '../fields/url.ts'
import { isUuid } from '../isUuid.ts'
import { URL_KINDS } from '../urls.ts'
import { isRecord } from './fault.ts'
import { boundsOf, isWithin, nameOf } from './numbers.ts'

export type Kind = {
  /** As in “holds a number”. */
  name: string
  is: (value: unknown) => boolean
}

/**
 * @param place `isInText`: whether the field stands in rich text, which is stored as it is: there Payload turns no
 *   text into a number. `isStored`: whether it was stored before, when any text was taken for a URL.
 * @returns undefined for fields that hold anything, or nothing of their own
 */
export const kindOf = (
  field: FlattenedField,
  { isInText, isStored = false }: { isInText: boolean; isStored?: boolean | undefined },
): Kind | undefined => {
  switch (field.type) {
    case 'text':
      return (isStored ? undefined : (urlOf(field) ?? slugOf(field))) ?? A_TEXT
    case 'textarea':
    case 'code':
    case 'email':
      return A_TEXT
    case 'number':
      return numberOf(field, { isInText, isStored })
    case 'date':
      return A_DATE
    case 'checkbox':
      return A_TRUTH
    case 'radio':
    case 'select':
      return oneOf(
        field.options.map((option) => (typeof option === 'string' ? option : option.value)),
      )
    case 'relationship':
    case 'upload':
      return Array.isArray(field.relationTo) ? referenceTo(field.relationTo) : AN_ID
    default:
      return undefined
  }
}

/** Whether the field takes several values of its kind. */
export const takesSeveral = (field: FlattenedField): boolean =>
  'hasMany' in field && field.hasMany === true

/** An empty one is none at all. */
const urlOf = (field: FlattenedField): Kind | undefined => {
  const takes = urlKindOf(field)
  const kind = takes && URL_KINDS[takes]
  return (
    kind && {
      name: kind.name,
      is: (value) => value === '' || (typeof value === 'string' && kind.is(value)),
    }
  )
}

/** An empty one is made from the title. */
const slugOf = (field: FlattenedField): Kind | undefined =>
  takesSlug(field)
    ? {
        name: 'lower-case letters, digits and single hyphens, such as harbour-pilot, at most 100',
        is: (value) => typeof value === 'string' && (value.trim() === '' || isSlug(value)),
      }
    : undefined

const A_TEXT: Kind = { name: 'a text', is: (value) => typeof value === 'string' }

const NUMERIC = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)

/** The admin's form has an empty text for a number that was cleared. */
const isNumberOrCleared = (value: unknown): boolean => isNumber(value) || value === ''

/** Whether a text stands for a number, or for none at all. */
export const isClearedOrNumeric = (text: string): boolean =>
  text.trim() === '' || (NUMERIC.test(text.trim()) && Number.isFinite(Number.parseFloat(text)))

const isNumberOrItsText = (value: unknown): boolean =>
  isNumberOrCleared(value) || (typeof value === 'string' && isClearedOrNumeric(value))

const numberOf = (
  field: Extract<FlattenedField, { type: 'number' }>,
  { isInText, isStored }: { isInText: boolean; isStored: boolean },
): Kind => {
  const bounds = boundsOf(field)
  const isOfKind = isInText ? isNumberOrCleared : isNumberOrItsText
  return {
    name: nameOf(bounds),
    is: (value) => {
      const number = typeof value === 'string' ? Number.parseFloat(value) : (value as number)
      // An empty text is no number, and fine.
      return isOfKind(value) && (isStored || Number.isNaN(number) || isWithin(number, bounds))
    },
  }
}

const A_TRUTH: Kind = {
  name: 'true or false',
  is: (value) => typeof value === 'boolean' || ['', 'false', 'true'].includes(value as string),
}

/** @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6 with the time left out as a whole or in part */
const ISO_DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i

export const A_DATE: Kind = {
  name: 'a date such as 2026-03-01 or 2026-03-01T09:30:00Z',
  is: (value) => {
    if (value instanceof Date) {
      const year = value.getUTCFullYear()
      return year >= 0 && year < 10_000
    }
    if (value === '') {
      return true
    }
    if (typeof value !== 'string' || !ISO_DATE.test(value)) {
      return false
    }
    const written = new Date(value)
    return (
      isDayOfItsMonth(value) &&
      !Number.isNaN(written.getTime()) &&
      written.getUTCFullYear() >= 0 &&
      written.getUTCFullYear() < 10_000
    )
  },
}

/** A day that the month does not have would become one of the next. What is no ISO date passes. */
export const isDayOfItsMonth = (text: string): boolean => {
  const [, year, month, day] = ISO_DATE.exec(text) ?? []
  return (
    day === undefined || new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDate() === Number(day)
  )
}

/** A document that was read along stands for its id, as Payload has it. */
const isReference = (value: unknown): boolean =>
  isUuid(value) || (isRecord(value) && isUuid(value.id))

const AN_ID: Kind = {
  name: 'the id of a document',
  is: (value) => isReference(value) || value === '',
}

const referenceTo = (relationTo: readonly string[]): Kind => ({
  name: `{"relationTo": …, "value": …} with one of ${relationTo.join(', ')} and an id`,
  is: (value) =>
    value === '' ||
    (isRecord(value) &&
      relationTo.includes(value.relationTo as string) &&
      isReference(value.value)),
})

export const oneOf = (values: readonly string[]): Kind => ({
  name: `one of ${values.join(', ')}`,
  is: (value) => values.includes(value as string),
})
