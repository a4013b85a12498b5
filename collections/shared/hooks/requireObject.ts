// A form with a file holds its fields as JSON, which Payload takes for fields whatever it is.
import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { strangeNameIn, strangeNameSentence } from '../values/strangeNames.ts'

export const requireObject: CollectionBeforeOperationHook = ({ args, req }) => {
  const data: unknown = req.data
  const isGiven = data !== undefined && data !== null
  if (req.payloadAPI === 'REST' && isGiven && (typeof data !== 'object' || Array.isArray(data))) {
    throw new APIError(
      'Give the fields as an object in JSON, in “_payload”: {"field": value}.',
      400,
      { code: 'body_not_an_object' },
      true,
    )
  }
  const strange = req.payloadAPI === 'REST' ? strangeNameIn(data) : undefined
  if (strange !== undefined) {
    throw new APIError(strangeNameSentence(strange), 400, { code: 'malformed_value' }, true)
  }
  return args
}
