// A body as text, up to a size.
import { readBytes } from './readBytes.ts'

/** @returns `null` for one that is larger; see `readBytes`. */
export const readText = async (args: Parameters<typeof readBytes>[0]): Promise<string | null> =>
  (await readBytes(args))?.toString('utf8') ?? null
