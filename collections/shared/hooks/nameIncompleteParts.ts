// The admin's form lists what stands in the way of publishing. Payload has one entry for each field of each block, all
// called alike; here each block that is not complete has one, see validateBody.ts.
import { ValidationError, type AfterErrorHook } from 'payload'
import type { IncompleteParts } from '../validateBody.ts'
import { isForm } from '../values/form.ts'

type FieldError = { label?: unknown; message: string; path: string }

export const nameIncompleteParts: AfterErrorHook = ({ error, req, result }) => {
  const { incompleteParts } = req.context as { incompleteParts?: IncompleteParts }
  if (!incompleteParts || !isForm(req) || !(error instanceof ValidationError)) {
    return undefined
  }
  const data = error.data as { errors: FieldError[] }
  const texts = Object.keys(incompleteParts)
  // What is within a text is no field of this form.
  const errors = data.errors.filter(
    ({ path }) => !texts.some((text) => path.startsWith(`${text}.`)),
  )
  const lines = errors.flatMap(
    ({ label, path }) => incompleteParts[path] ?? [typeof label === 'string' ? label : path],
  )
  const [intro = ''] = error.message.split(':', 1)
  const message = `${intro}: ${lines.map((line) => line.replaceAll(',', ' ')).join(', ')}`
  return {
    response: {
      ...(result as object),
      errors: [{ name: error.name, message, data: { ...data, errors } }],
    },
  }
}
