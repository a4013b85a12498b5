// The secret that signs sessions. The start script makes one and keeps it in DATA_DIR.

/** @throws when no secret is set and none was made, since a known secret would be no secret. */
export const secret = (): string => {
  const value = process.env.PAYLOAD_SECRET ?? ''
  if (value.length >= 16) {
    return value
  }
  if (process.env.NEXT_PHASE === 'phase-production-build' || process.env.VITRINE_BUILD === '1') {
    // The build renders no page that needs it.
    return 'only-for-the-build-never-for-a-request'
  }
  throw new Error(
    'PAYLOAD_SECRET is missing or shorter than 16 characters. Start with “npm start”, which makes one, or set it.',
  )
}
