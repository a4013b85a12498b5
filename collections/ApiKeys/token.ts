// What an API key looks like: `vk_` and 256 random bits. The beginning is kept, to recognise one by.
import { createToken, isToken } from '../shared/token.ts'

const PREFIX = 'vk_'
const SHOWN_CHARACTERS = 6

export const createApiKey = (): string => PREFIX + createToken()

/** Whether a value could be a key at all. */
export const isApiKey = (value: string): boolean =>
  value.startsWith(PREFIX) && isToken(value.slice(PREFIX.length))

/** What may be shown of a key for ever, e.g. `vk_3kd9Qa`. */
export const shownPartOf = (key: string): string => key.slice(0, PREFIX.length + SHOWN_CHARACTERS)
