// A file that arrives in pieces which make no sense is the sender's mistake, not ours.
import type { AfterErrorHook } from 'payload'

const MALFORMED =
  /unexpected end of form|malformed part header|boundary not found|malformed content type/i

export const explainUpload: AfterErrorHook = ({ error }) =>
  MALFORMED.test(error.message)
    ? {
        status: 400,
        response: {
          errors: [
            {
              name: 'MalformedUpload',
              message: 'The upload broke off or is not multipart/form-data. Send it again.',
              data: { code: 'malformed_upload' },
            },
          ],
        },
      }
    : undefined
