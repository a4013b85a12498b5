// What somebody keeps as a preference is any JSON. Postgres stores no U+0000 and no half of a surrogate pair in it,
// and would fail over them.
import { APIError, type PayloadHandler } from 'payload'
import { unstorableIn, UNSTORABLE_SENTENCE } from '../../collections/shared/values/text.ts'

export const storablePreference =
  (handler: PayloadHandler): PayloadHandler =>
  async (req) => {
    const data: unknown = await req.json?.().catch(() => ({}))
    const place = unstorableIn(data)
    if (place !== undefined) {
      throw new APIError(
        `“${place.replace(/^\./, '') || 'value'}” ${UNSTORABLE_SENTENCE}`,
        400,
        { code: 'malformed_value' },
        true,
      )
    }
    req.json = async () => Promise.resolve(data)
    return handler(req)
  }
