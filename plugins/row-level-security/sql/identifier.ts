// Names of what the wall makes.
import { createHash } from 'node:crypto'

/** Identifiers hold 63 bytes; what is longer ends in a hash of the whole. */
export const short = (name: string): string =>
  name.length <= 60
    ? name
    : `${name.slice(0, 50)}_${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
