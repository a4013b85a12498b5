// What Payload's parser of query strings leaves out without a word: a condition that it drops would be a question
// about everything, in a change of many documents as well. And what the database would refuse without a name.
import { APIError, type PayloadRequest } from 'payload'
import { malformedParameterIn } from '../http/urlPath.ts'

/** A read whose parameters are the form of a POST. */
const OVERRIDES = ['x-http-method-override', 'x-payload-http-method-override']

/** As many as the parser reads. */
const MOST_PARAMETERS = 1000

/**
 * Refuses a URL of which a part would not be read.
 *
 * @throws 400 `parameter_not_valid`
 */
export const checkUrl = ({ headers, search }: PayloadRequest): void => {
  const written = (search ?? '').replace(/^\?/, '')
  const parameters = written === '' ? [] : written.split('&')
  if (parameters.length > MOST_PARAMETERS) {
    refuse(
      `This URL has ${parameters.length} parameters, and ${MOST_PARAMETERS} are read. Ask for less at once.`,
    )
  }
  // Of a form; the application has looked at the URL.
  const malformed = malformedParameterIn(written)
  if (malformed !== undefined) {
    refuse(malformed)
  }
  for (const [name, value] of new URLSearchParams(written)) {
    if (/\u0000/.test(name + value)) {
      refuse(
        `“${name.replaceAll('\0', '').slice(0, 80)}” holds a character that no text has, U+0000.`,
      )
    }
    const lost = name.split(/[[\].]/).find((part) => part in Object.prototype)
    if (lost !== undefined) {
      refuse(`“${lost}” is no name here. Take it out of “${name.slice(0, 80)}”.`)
    }
  }
  // Payload puts the form of such a request behind the URL, query or not.
  if (OVERRIDES.some((name) => headers.has(name)) && written.includes('?')) {
    refuse('Give the parameters in the form or in the URL, and not in both.')
  }
}

const refuse = (sentence: string): never => {
  throw new APIError(sentence, 400, { code: 'parameter_not_valid' }, true)
}
