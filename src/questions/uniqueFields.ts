// Payload names the field of a value that is taken when one field alone is unique, and none when it is unique within
// its tenant. Its refusal finds the name here.
import type { Payload } from 'payload'

/** Payload numbers indexes of one name, in all collections together. */
const MOST_OF_ONE_NAME = 30

export const nameUniqueFields = ({
  fieldConstraints,
  payload,
}: {
  fieldConstraints: Record<string, Record<string, string>>
  payload: Payload
}): void => {
  for (const { indexes, slug } of payload.config.collections) {
    for (const { fields, unique } of indexes ?? []) {
      const field = fields.find((name) => name !== 'tenant') ?? fields[0]
      if (!unique || field === undefined) {
        continue
      }
      const table = (fieldConstraints[slug.replaceAll('-', '_')] ??= {})
      const name = fields.join('_').replaceAll('.', '_')
      table[`${name}_idx`] ??= field
      for (let count = 1; count <= MOST_OF_ONE_NAME; count += 1) {
        table[`${name}_${count}_idx`] ??= field
      }
    }
  }
}
