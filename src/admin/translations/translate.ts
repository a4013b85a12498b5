// Vitrine's sentences on the server. In the browser: useVitrine.ts.
import type { Translate } from './types.ts'

type Translator = { t: (...args: never[]) => string }

/** Binds Payload's translator to Vitrine's own keys. */
export const translator =
  ({ t }: Translator): Translate =>
  (key, values) =>
    (t as (key: string, values?: Record<string, unknown>) => string)(`vitrine:${key}`, values)
