// A typed outcome: the one shape behind the hero, the card, the preview image and the JSON-LD.
// The same fields serve the study's own list and the metric block inside a text.
import type { Field, TextField } from 'payload'
import { numberField } from './number.ts'

const LABEL_MAX = 80

/**
 * The fields of one outcome.
 *
 * @param localized Whether the texts are localised by Payload. `false` inside rich text, which is
 *   localised as a whole.
 */
export const outcomeFields = ({ localized }: { localized: boolean }): Field[] => [
  {
    type: 'row',
    fields: [
      numberField({
        name: 'value',
        required: true,
        admin: { width: '20%', description: 'The number itself, minus sign included.' },
      }),
      unitField,
      {
        name: 'label',
        type: 'text',
        required: true,
        localized,
        maxLength: LABEL_MAX,
        admin: {
          width: '60%',
          description: 'What it measures, for example “waiting time at the gate”.',
        },
      },
    ],
  },
  {
    type: 'row',
    fields: [
      numberField({
        name: 'before',
        admin: { width: '20%' },
        validate: (value: number | null | undefined, { siblingData }: { siblingData: unknown }) =>
          bothOrNeither({
            value,
            other: (siblingData as { after?: number | null }).after,
            missing: 'before',
          }),
      }),
      numberField({
        name: 'after',
        admin: { width: '20%' },
        validate: (value: number | null | undefined, { siblingData }: { siblingData: unknown }) =>
          bothOrNeither({
            value,
            other: (siblingData as { before?: number | null }).before,
            missing: 'after',
          }),
      }),
      {
        name: 'timeframe',
        type: 'text',
        localized,
        admin: { width: '30%', description: 'For example “in the first year”.' },
      },
      {
        name: 'source',
        type: 'text',
        localized,
        admin: {
          width: '30%',
          description: 'Where the number comes from. Readers trust a number with a source.',
        },
      },
    ],
  },
]

const unitField: TextField = {
  name: 'unit',
  type: 'text',
  maxLength: 20,
  admin: { width: '20%', description: '%, ×, €, min, days … or nothing.' },
}

const bothOrNeither = ({
  value,
  other,
  missing,
}: {
  value: number | null | undefined
  other: number | null | undefined
  missing: 'before' | 'after'
}): string | true => {
  const isMissing = value === null || value === undefined
  const hasOther = other !== null && other !== undefined
  return !(isMissing && hasOther) || `Give the value ${missing} as well, or clear the other one.`
}
