// The secret of this installation. It is used for nothing itself: src/config/keys.ts derives a key
// from it for each purpose. The start script makes one and keeps it in DATA_DIR.

/** As many characters as 128 random bits take in hexadecimal. */
export const LEAST_SECRET_LENGTH = 32

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
