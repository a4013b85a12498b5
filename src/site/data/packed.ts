/**
 * Long lists, small enough to be remembered: Next keeps no result of more than two megabytes, and a list of hundreds
 * of pictures in many widths is mostly the same few addresses.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Text that holds a value as JSON, about a tenth as long. */
export const pack = (value: unknown): string =>
  deflateRawSync(JSON.stringify(value), { level: 3 }).toString('base64')

export const unpack = <Value>(text: string): Value =>
  JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString('utf8')) as Value
