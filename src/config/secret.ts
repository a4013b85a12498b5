// The secret of this installation. It is used for nothing itself: src/config/keys.ts derives a key
// from it for each purpose. The start script makes one and keeps it in DATA_DIR.

/** As many characters as 128 random bits take in hexadecimal. */
export const LEAST_SECRET_LENGTH = 32

/** Random characters have more, in hexadecimal too: all but one of ten million secrets. */
const LEAST_DIFFERENT = 8

const PLACEHOLDER =
  /change[-_ ]?(me|this)|replace[-_ ]?(me|this)|your[-_ ]?(payload[-_ ]?)?(secret|key)|placeholder/i

/**
 * What makes a secret easy to guess, completing “PAYLOAD_SECRET …”. URLs of public files are signed with a
 * key that is derived from it, so anybody can try secrets in peace.
 *
 * @returns `null` for one that may be random.
 */
export const secretWeakness = (value: string): string | null => {
  if (value.length < LEAST_SECRET_LENGTH) {
    return `is shorter than ${LEAST_SECRET_LENGTH} characters`
  }
  if (PLACEHOLDER.test(value)) {
    return 'is a placeholder, as it stands in examples'
  }
  if (new Set(value).size < LEAST_DIFFERENT || (value + value).indexOf(value, 1) < value.length) {
    return 'repeats itself'
  }
  const steps = [...value].map(
    (character, at) => value.charCodeAt(at + 1) - character.charCodeAt(0),
  )
  const inOrder = steps.filter((step) => Math.abs(step) <= 1).length
  return inOrder > value.length * 0.6 ? 'is a row of characters in their order' : null
}

/** @throws when no secret is set and none was made, since a known secret would be no secret. */
export const secret = (): string => {
  const value = process.env.PAYLOAD_SECRET ?? ''
  if (value.length >= LEAST_SECRET_LENGTH) {
    return value
  }
  if (process.env.NEXT_PHASE === 'phase-production-build' || process.env.VITRINE_BUILD === '1') {
    // The build renders no page that needs it.
    return 'only-for-the-build-never-for-a-request'
  }
  throw new Error(
    `PAYLOAD_SECRET is missing or shorter than ${LEAST_SECRET_LENGTH} characters. Start with “npm start”, which makes one, or set it.`,
  )
}
